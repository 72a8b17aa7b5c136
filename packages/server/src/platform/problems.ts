import { catalogue, type ProblemKind } from '@guatu/core/shared'

export const platformProblems = catalogue({
  'request.invalid': {
    kind: 'invalid',
    says: (f: { where: string; whereEn: string; why: string; whyEn: string; field?: string }) => ({
      zh: `请求的${f.where}不合要求：${f.why}`,
      en: `In the request ${f.whereEn} is not valid: ${f.whyEn}`,
    }),
    next: { zh: '请按提示改正后重试，已填内容没有丢失。', en: 'Correct it and try again; nothing you typed is lost.' },
  },
  'request.key_missing': {
    kind: 'invalid',
    says: () => ({
      zh: '缺少 Idempotency-Key，或者不是8到100个字符。',
      en: 'Idempotency-Key is missing, or not 8 to 100 characters long.',
    }),
    next: { zh: '每次提交请带一个新的 Idempotency-Key。', en: 'Send a fresh Idempotency-Key with every change.' },
  },
  'request.key_reused': {
    kind: 'conflict',
    says: () => ({
      zh: '这个 Idempotency-Key 已用于另一次不同的提交。',
      en: 'This Idempotency-Key belongs to a different request.',
    }),
    next: { zh: '请换一个新的 Idempotency-Key。', en: 'Use a fresh Idempotency-Key.' },
  },
  'request.version_missing': {
    kind: 'invalid',
    says: () => ({ zh: '缺少 If-Match（所依据的版本）。', en: 'If-Match (the version you saw) is missing.' }),
    next: { zh: '请带上页面上看到的版本号。', en: 'Send the version you were looking at.' },
  },
  'request.version_conflict': {
    kind: 'conflict',
    says: (f: { yours: number; current: number; since?: unknown; standing?: unknown }) => ({
      zh: `您依据的是第${f.yours}版，现在已是第${f.current}版，有人先改过。`,
      en: `You worked from version ${f.yours}; it is at ${f.current} now, somebody was faster.`,
    }),
    next: {
      zh: '请刷新看过新的内容后再提交，没有覆盖任何内容。',
      en: 'Reload, look at the newer content and submit again; nothing was overwritten.',
    },
  },
  'request.forbidden': {
    kind: 'forbidden',
    says: (f: { post: string; what: string; needs: string; needsEn: string }) => ({
      zh: `「${f.post}」没有「${f.what}」的权限，需要的职责：${f.needs}。`,
      en: `“${f.post}” may not: ${f.what}. Duties that may: ${f.needsEn}.`,
    }),
    next: { zh: '请由有此职责的同志办理。', en: 'Ask somebody whose duty it is.' },
  },
  'request.no_seat': {
    kind: 'unauthenticated',
    says: () => ({
      zh: '还没有选定单位和身份，或登录已过期。',
      en: 'No office and officer have been chosen, or the session has ended.',
    }),
    next: {
      zh: '请重新选定身份，再回到这一页；已填内容没有丢失。',
      en: 'Take your seat again and come back to this page; nothing you typed is lost.',
    },
  },
  'request.type_unknown': {
    kind: 'invalid',
    says: () => ({ zh: '提交的内容不是约定的格式。', en: 'The content is not of the type this route takes.' }),
    next: { zh: '请在挂图的页面上操作；程序请提交 JSON。', en: 'Use Guatu’s own pages; a program sends JSON.' },
  },
  'request.text_unwritable': {
    kind: 'invalid',
    says: () => ({ zh: '内容里有不能保存的字符。', en: 'The text holds characters that cannot be kept.' }),
    next: {
      zh: '请删去看不见的字符，或重新输入这一段。',
      en: 'Remove invisible characters, or type the passage again.',
    },
  },
  'request.too_large': {
    kind: 'tooLarge',
    says: () => ({ zh: '一次提交的内容太多。', en: 'Too much was sent at once.' }),
    next: { zh: '请分几次提交。', en: 'Send it in parts.' },
  },
  'request.too_many': {
    kind: 'tooMany',
    says: (f: { seconds: number }) => ({
      zh: `请求太频繁，请在${f.seconds}秒后再试。`,
      en: `Too many requests; try again in ${f.seconds} seconds.`,
    }),
    next: { zh: '稍候会恢复，已填内容没有丢失。', en: 'It passes by itself; nothing you typed is lost.' },
  },
  'request.not_found': {
    kind: 'notFound',
    says: (f: { what: string }) => ({ zh: `没有找到${f.what}。`, en: `Not found: ${f.what}.` }),
    next: { zh: '请从列表重新打开。', en: 'Open it again from the list.' },
  },
  'office.name_taken': {
    kind: 'conflict',
    says: (f: { name: string }) => ({
      zh: `已经有一个单位叫「${f.name}」。`,
      en: `There is an office called “${f.name}” already.`,
    }),
    next: { zh: '请进入那一个，或换一个名称。', en: 'Enter that one, or choose another name.' },
  },
  'office.sample_day': {
    kind: 'invalid',
    says: (f: { from: string; to: string }) => ({
      zh: `示例的日子只能在${f.from}到${f.to}之间。`,
      en: `A sample opens on a day from ${f.from} to ${f.to}.`,
    }),
    next: { zh: '请换一个日子。', en: 'Choose another day.' },
  },
  'request.foreign_origin': {
    kind: 'forbidden',
    says: () => ({ zh: '请求来自别的网站，没有受理。', en: 'The request came from another site and was refused.' }),
    next: { zh: '请在挂图自己的页面上操作。', en: 'Use Guatu’s own pages.' },
  },
  'request.only_on_loopback': {
    kind: 'notFound',
    says: () => ({
      zh: '这件事只能在运行挂图的那台电脑上办，不能从局域网办。',
      en: 'This is done on the machine that runs Guatu, not from the network.',
    }),
    next: {
      zh: '请在那台电脑的浏览器里打开挂图启动时显示的 127.0.0.1 地址。',
      en: 'Open the address with 127.0.0.1 that Guatu showed when it started, in a browser of that machine.',
    },
  },
  'request.only_on_lan': {
    kind: 'notFound',
    says: () => ({
      zh: '这件事属于正式启用的单位，要从 https 地址登录后办。',
      en: 'This belongs to offices that work in earnest; sign in at the https address.',
    }),
    next: {
      zh: '请打开挂图启动时显示的 https 地址。',
      en: 'Open the https address that Guatu showed when it started.',
    },
  },
  'request.disk_full': {
    kind: 'unavailable',
    says: () => ({
      zh: '存放数据的磁盘快满了，没有保存这次改动；查看不受影响。',
      en: 'The disk of the data is nearly full; this change was not saved. Reading goes on.',
    }),
    next: {
      zh: '请管理员腾出空间后再提交，不用重启。',
      en: 'Ask the administrator to make room, then submit again; no restart is needed.',
    },
  },
  'request.busy': {
    kind: 'unavailable',
    says: () => ({
      zh: '现在用的人太多，数据库腾不出手，没有保存任何改动。',
      en: 'Too much is being asked of the database just now; nothing was changed.',
    }),
    next: {
      zh: '已填的内容还在，请过一会儿再提交。',
      en: 'What was typed is kept; submit again in a moment.',
    },
  },
  'request.broken': {
    kind: 'unavailable',
    says: (f: { reference: string }) => ({
      zh: `系统出错（编号 ${f.reference}），没有保存任何改动。`,
      en: `Something broke (reference ${f.reference}); nothing was changed.`,
    }),
    next: {
      zh: '请重试；仍不行请把编号告诉管理员。',
      en: 'Try again; if it stays, give the reference to the administrator.',
    },
  },
})

export const statusOf: Readonly<Record<ProblemKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  tooMany: 429,
  unavailable: 503,
}
