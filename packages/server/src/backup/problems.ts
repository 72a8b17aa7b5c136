import { catalogue } from '@guatu/core/shared'

const keepOriginal = {
  zh: '请换用另一份备份；没有写入任何内容。',
  en: 'Take another backup; nothing was written.',
}

export const backupProblems = catalogue({
  'backup.no_data': {
    kind: 'notFound',
    says: (f: { folder: string }) => ({
      zh: `${f.folder} 里没有挂图的数据。`,
      en: `There are no data of Guatu in ${f.folder}.`,
    }),
    next: { zh: '请用 --data 指明数据目录。', en: 'Name the data folder with --data.' },
  },
  'backup.file_exists': {
    kind: 'conflict',
    says: (f: { file: string }) => ({
      zh: `${f.file} 已经存在，没有覆盖。`,
      en: `${f.file} exists; it was left alone.`,
    }),
    next: { zh: '请另起一个文件名。', en: 'Choose another name.' },
  },
  'backup.not_written': {
    kind: 'unavailable',
    says: (f: { file: string; why: string }) => ({
      zh: `${f.file} 没有写成（${f.why}）。`,
      en: `${f.file} could not be written (${f.why}).`,
    }),
    next: {
      zh: '请核对磁盘空间和写入权限后再做一次；原有数据没有改动。',
      en: 'Check the space on the disk and that you may write there, then try again; the data are as they were.',
    },
  },
  'backup.not_a_backup': {
    kind: 'invalid',
    says: (f: { file: string; why: string }) => ({
      zh: `${f.file} 不是完整的挂图备份（${f.why}）。`,
      en: `${f.file} is no whole backup of Guatu (${f.why}).`,
    }),
    next: keepOriginal,
  },
  'backup.member_damaged': {
    kind: 'invalid',
    says: (f: { file: string; member: string }) => ({
      zh: `${f.file} 里的 ${f.member} 与备份时不一样。`,
      en: `${f.member} in ${f.file} is not as it was backed up.`,
    }),
    next: keepOriginal,
  },
  'backup.seal_broken': {
    kind: 'invalid',
    says: (f: { file: string }) => ({
      zh: `${f.file} 的封签不对：备份完成之后有人或设备改动过它。`,
      en: `The seal of ${f.file} does not hold: it was changed after it was made.`,
    }),
    next: keepOriginal,
  },
  'backup.key_missing': {
    kind: 'notFound',
    says: (f: { file: string; why: string }) => ({
      zh: `读不到密钥文件 ${f.file}（${f.why}）。`,
      en: `The key file ${f.file} cannot be read (${f.why}).`,
    }),
    next: {
      zh: '请用 --key 指明做备份的那台机器的 master.key（应另行存放在保险柜）。',
      en: 'Name with --key the master.key of the machine that made the backup; it is kept apart, in the safe.',
    },
  },
  'backup.wrong_key': {
    kind: 'forbidden',
    says: (f: { needed: string; given: string }) => ({
      zh: `备份要用指纹为 ${f.needed} 的密钥，给出的是 ${f.given}。`,
      en: `The backup needs the key with the fingerprint ${f.needed}; this one is ${f.given}.`,
    }),
    next: {
      zh: '请取做备份的那台机器的 master.key。',
      en: 'Use the master.key of the machine that made the backup.',
    },
  },
  'backup.newer': {
    kind: 'conflict',
    says: (f: { migration: string }) => ({
      zh: `备份由更新的版本做成（有本版本不认识的 ${f.migration}）。`,
      en: `A newer Guatu made this backup (it has ${f.migration}, which this version does not know).`,
    }),
    next: { zh: '请用新版本恢复。', en: 'Restore it with the newer version.' },
  },
  'backup.target_not_empty': {
    kind: 'conflict',
    says: (f: { target: string }) => ({ zh: `${f.target} 不是空的。`, en: `${f.target} is not empty.` }),
    next: {
      zh: '请用 --data 另指一个空目录；现有数据没有动。',
      en: 'Name an empty folder with --data; what is there was not touched.',
    },
  },
  'export.office_unknown': {
    kind: 'notFound',
    says: (f: { office: string; offices: string }) => ({
      zh: `没有名为「${f.office}」的单位；现有：${f.offices || '无'}。`,
      en: `There is no office “${f.office}”; there are: ${f.offices || 'none'}.`,
    }),
    next: { zh: '请核对单位名称。', en: 'Check its name.' },
  },
  'backup.not_equal': {
    kind: 'unavailable',
    says: (f: { part: string }) => ({
      zh: `恢复之后核对，${f.part} 与备份不一致，恢复已放弃。`,
      en: `Checked after loading, ${f.part} differs from the backup; the restore was given up.`,
    }),
    next: {
      zh: '请换一台机器再恢复一次，并保留这份备份。',
      en: 'Keep the backup and restore it once more on another machine.',
    },
  },
})
