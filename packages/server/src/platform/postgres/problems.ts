import { catalogue } from '@guatu/core/shared'

export const startProblems = catalogue({
  'start.platform_unsupported': {
    kind: 'unavailable',
    says: (f: { platform: string }) => ({
      zh: `自带的数据库不能在本机（${f.platform}）运行。`,
      en: `The database that comes with Guatu does not run on ${f.platform}.`,
    }),
    next: {
      zh: '请在 x64 或 arm64 的 Linux（glibc 2.28 以上）上运行，或用 DATABASE_URL 指定外部 PostgreSQL。',
      en: 'Use Linux x64 or arm64 with glibc 2.28, or point DATABASE_URL at a PostgreSQL of your own.',
    },
  },
  'start.folder_locked': {
    kind: 'conflict',
    says: (f: { folder: string }) => ({
      zh: `数据目录 ${f.folder} 正由另一个挂图使用。`,
      en: `Another Guatu is using the data folder ${f.folder}.`,
    }),
    next: {
      zh: '请打开已在运行的那一个，或用 --data 另选目录。',
      en: 'Open the one that is running, or choose another folder with --data.',
    },
  },
  'start.folder_unusable': {
    kind: 'unavailable',
    says: (f: { folder: string; why: string }) => ({
      zh: `数据目录 ${f.folder} 不能使用（${f.why}）。`,
      en: `The data folder ${f.folder} cannot be used (${f.why}).`,
    }),
    next: { zh: '请用 --data 选一个可以写入的目录。', en: 'Choose a folder that can be written to with --data.' },
  },
  'start.folder_out_of_reach': {
    kind: 'unavailable',
    says: (f: { folder: string }) => ({
      zh: `数据库以 nobody 的身份运行，进不了数据目录 ${f.folder}。`,
      en: `The database runs as nobody, who cannot enter the data folder ${f.folder}.`,
    }),
    next: {
      zh: '请用 --data 选 root 主目录以外的目录，或改用普通账号启动。',
      en: "Choose a folder outside root's home with --data, or start as an ordinary user.",
    },
  },
  'start.database_failed': {
    kind: 'unavailable',
    says: (f: { why: string }) => ({ zh: `数据库没有启动：${f.why}`, en: `The database did not start: ${f.why}` }),
    next: { zh: '请查看数据目录里的 postgres.log。', en: 'See postgres.log in the data folder.' },
  },
  'start.database_unreachable': {
    kind: 'unavailable',
    says: (f: { why: string }) => ({
      zh: `连不上 DATABASE_URL 指定的数据库：${f.why}`,
      en: `The database named by DATABASE_URL cannot be reached: ${f.why}`,
    }),
    next: { zh: '请核对地址、账号和网络后再启动。', en: 'Check its address, account and network, then start again.' },
  },
  'start.database_address': {
    kind: 'unavailable',
    says: () => ({
      zh: 'DATABASE_URL 不是 PostgreSQL 的地址。',
      en: 'DATABASE_URL is not the address of a PostgreSQL.',
    }),
    next: {
      zh: '请写成 postgres://账号:密码@主机:端口/库名，或去掉它，改用自带的数据库。',
      en: 'Write postgres://user:password@host:port/name, or leave it out to use the database that comes along.',
    },
  },
  'start.database_too_old': {
    kind: 'unavailable',
    says: (f: { version: string }) => ({
      zh: `数据库是 PostgreSQL ${f.version}，需要 15 以上。`,
      en: `The database is PostgreSQL ${f.version}; 15 or later is needed.`,
    }),
    next: {
      zh: '请升级数据库，或去掉 DATABASE_URL 使用自带的数据库。',
      en: 'Upgrade it, or unset DATABASE_URL to use the one that comes with Guatu.',
    },
  },
  'start.role_missing': {
    kind: 'unavailable',
    says: (f: { why: string }) => ({
      zh: `DATABASE_URL 的账号不能使用角色 guatu_app：${f.why}`,
      en: `The login of DATABASE_URL cannot use the role guatu_app: ${f.why}`,
    }),
    next: {
      zh: '请由数据库管理员执行 CREATE ROLE guatu_app LOGIN 并把它 GRANT 给该账号。',
      en: 'Have an administrator run CREATE ROLE guatu_app LOGIN and GRANT it to that login.',
    },
  },
  'start.database_newer': {
    kind: 'conflict',
    says: (f: { migration: string }) => ({
      zh: `数据库由更新的版本建立（有本版本不认识的 ${f.migration}）。`,
      en: `A newer Guatu made this database (it has ${f.migration}, which this version does not know).`,
    }),
    next: { zh: '请用新版本打开；数据没有改动。', en: 'Open it with the newer version; nothing was changed.' },
  },
  'start.migration_edited': {
    kind: 'conflict',
    says: (f: { migration: string }) => ({
      zh: `${f.migration} 在执行之后被改动过。`,
      en: `${f.migration} was edited after it had been applied.`,
    }),
    next: { zh: '请恢复原来的文件，另写新的迁移。', en: 'Restore the file and write a new migration instead.' },
  },
  'start.port_taken': {
    kind: 'conflict',
    says: (f: { port: number }) => ({ zh: `端口 ${f.port} 已被占用。`, en: `Port ${f.port} is taken.` }),
    next: { zh: '请用 --port 另选端口。', en: 'Choose another with --port.' },
  },
  'start.port_unusable': {
    kind: 'unavailable',
    says: (f: { port: number; why: string }) => ({
      zh: `端口 ${f.port} 不能使用（${f.why}）。`,
      en: `Port ${f.port} cannot be used (${f.why}).`,
    }),
    next: { zh: '请用 --port 另选 1024 以上的端口。', en: 'Choose one above 1023 with --port.' },
  },
})
