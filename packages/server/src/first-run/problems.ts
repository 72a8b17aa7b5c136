import { catalogue } from '@guatu/core/shared'

export const firstRunProblems = catalogue({
  'first_run.same_person': {
    kind: 'invalid',
    says: (f: { name: string }) => ({
      zh: `「${f.name}」写了不止一次：系统、安全、审计管理员要由三位不同的同志担任。`,
      en: `${f.name} is named more than once: system, security and audit administrator are three different people.`,
    }),
    next: { zh: '请写三个不同的姓名；同名的两人请加以区别。', en: 'Name three people; tell two namesakes apart.' },
  },
  'first_run.at_work': {
    kind: 'invalid',
    says: (f: { name: string }) => ({
      zh: `「${f.name}」在本单位已有业务岗位，管理员不与业务岗位兼任。`,
      en: `${f.name} holds a post of the office’s work; an administrator holds no other post.`,
    }),
    next: { zh: '请另定一位同志；同名的两人请加以区别。', en: 'Choose somebody else; tell two namesakes apart.' },
  },
  'first_run.already_formal': {
    kind: 'conflict',
    says: (f: { name: string }) => ({
      zh: `「${f.name}」已经正式启用，没有再次启用。`,
      en: `“${f.name}” works in earnest already; nothing was changed.`,
    }),
    next: { zh: '请从 https 地址登录。', en: 'Sign in at the https address.' },
  },
  'first_run.sample_stays': {
    kind: 'conflict',
    says: () => ({ zh: '示例不能转为正式单位。', en: 'The sample cannot become an office that works in earnest.' }),
    next: { zh: '请新建本单位。', en: 'Make an office of your own.' },
  },
  'first_run.codes_used': {
    kind: 'conflict',
    says: () => ({
      zh: '三位管理员中已有人用过一次性口令码，不能再次显示。',
      en: 'One of the three has used the one-time code; the codes are not shown again.',
    }),
    next: {
      zh: '请由安全管理员在「人员」中重新签发。',
      en: 'Let the security administrator issue a new one under “people”.',
    },
  },
  'first_run.formal_unknown': {
    kind: 'notFound',
    says: (f: { office: string; offices: string }) => ({
      zh: `没有正式启用的单位「${f.office}」；正式启用的有：${f.offices || '无'}。`,
      en: `No office “${f.office}” works in earnest; there are: ${f.offices || 'none'}.`,
    }),
    next: { zh: '请核对名称；试用的单位不用口令码。', en: 'Check the name; an office on trial needs no codes.' },
  },
  'lan.port_taken': {
    kind: 'conflict',
    says: (f: { port: number }) => ({
      zh: `端口 ${f.port} 已被占用，局域网暂时不能访问；本机照常。`,
      en: `Port ${f.port} is taken: other machines cannot get in; this machine can.`,
    }),
    next: {
      zh: '请关闭占用端口的程序，或用 --lan-port 另选端口后重新启动。',
      en: 'Stop what uses the port, or start again with another --lan-port.',
    },
  },
  'lan.port_unusable': {
    kind: 'unavailable',
    says: (f: { port: number; why: string }) => ({
      zh: `不能在端口 ${f.port} 上对局域网开放（${f.why}）；本机照常。`,
      en: `Port ${f.port} cannot be opened to the network (${f.why}); this machine can be used.`,
    }),
    next: { zh: '请用 --lan-port 另选端口后重新启动。', en: 'Start again with another --lan-port.' },
  },
  'tls.no_certificate': {
    kind: 'invalid',
    says: () => ({ zh: '给出的证书不是 PEM 格式的证书。', en: 'The certificate given is no certificate in PEM form.' }),
    next: {
      zh: '请给出以 BEGIN CERTIFICATE 开头的文本文件，服务器证书在最前。',
      en: 'Give a text file that begins with BEGIN CERTIFICATE, the server’s certificate first.',
    },
  },
  'tls.no_key': {
    kind: 'invalid',
    says: () => ({ zh: '给出的私钥不是 PEM 格式的私钥。', en: 'The key given is no private key in PEM form.' }),
    next: {
      zh: '请给出以 BEGIN PRIVATE KEY 开头的文本文件。',
      en: 'Give a text file that begins with BEGIN PRIVATE KEY.',
    },
  },
  'tls.key_encrypted': {
    kind: 'invalid',
    says: () => ({
      zh: '私钥加了口令，挂图启动时无人输入。',
      en: 'The key is under a passphrase, which nobody types when Guatu starts.',
    }),
    next: {
      zh: '请先去掉口令：openssl pkey -in 原文件 -out 新文件。',
      en: 'Take the passphrase off first: openssl pkey -in OLD -out NEW.',
    },
  },
  'tls.other_key': {
    kind: 'invalid',
    says: () => ({ zh: '私钥与证书不是一对。', en: 'The key does not belong to the certificate.' }),
    next: {
      zh: '请核对两个文件；文件里有多张证书时，服务器证书要在最前。',
      en: 'Check the two files; of several certificates the server’s comes first.',
    },
  },
  'tls.expired': {
    kind: 'invalid',
    says: (f: { day: string }) => ({ zh: `证书已于 ${f.day} 到期。`, en: `The certificate expired on ${f.day}.` }),
    next: { zh: '请换一张没有到期的证书。', en: 'Bring one that has not expired.' },
  },
  'tls.not_yet': {
    kind: 'invalid',
    says: (f: { day: string }) => ({
      zh: `证书要到 ${f.day} 才生效。`,
      en: `The certificate is not valid before ${f.day}.`,
    }),
    next: { zh: '请到那天再装，或核对本机时间。', en: 'Install it then, or check the clock of this machine.' },
  },
  'tls.covers_nothing': {
    kind: 'invalid',
    says: (f: { named: string; here: string }) => ({
      zh: `证书写的是 ${f.named}，别的电脑用这些名称到不了本机（${f.here}）。`,
      en: `The certificate is for ${f.named}; none of these leads to this machine (${f.here}).`,
    }),
    next: { zh: '请用写有本机地址或域名的证书。', en: 'Bring one with the address or name of this machine.' },
  },
  'tls.office_expired': {
    kind: 'unavailable',
    says: () => ({
      zh: '单位的证书已到期，暂用本机自己的证书，别的电脑会提示不受信任。',
      en: 'The office’s certificate has expired; our own stands in, which other machines may not trust.',
    }),
    next: {
      zh: '请用 npx guatu tls --cert --key 装上新的证书。',
      en: 'Install a new one with npx guatu tls --cert --key.',
    },
  },
})
