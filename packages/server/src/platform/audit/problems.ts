import { catalogue } from '@guatu/core/shared'

/** What stands in the way of an act of the office when its log is not seen from outside. */
export const trailProblems = catalogue({
  'witness.folder_missing': {
    kind: 'notFound',
    says: (f: { folder: string }) => ({ zh: `没有文件夹 ${f.folder}。`, en: `There is no folder ${f.folder}.` }),
    next: {
      zh: '请插好盘、连好共享文件夹，建好这个文件夹再来。',
      en: 'Connect the disk or the share and make the folder first.',
    },
  },
  'witness.folder_inside': {
    kind: 'invalid',
    says: (f: { folder: string }) => ({
      zh: `${f.folder} 在数据文件夹里面，谁能改数据就能改它。`,
      en: `${f.folder} lies in the data folder: whoever can change the data can change it.`,
    }),
    next: {
      zh: '请另指一个 U 盘或另一台机器上的文件夹。',
      en: 'Name a folder on a USB disk or on another machine.',
    },
  },
  'witness.folder_unwritable': {
    kind: 'invalid',
    says: (f: { folder: string }) => ({ zh: `${f.folder} 写不进去。`, en: `${f.folder} cannot be written.` }),
    next: {
      zh: '请给运行挂图的账号写入权限，或另指一个文件夹。',
      en: 'Let the account that runs Guatu write there, or name another folder.',
    },
  },
  'audit.archive_too_soon': {
    kind: 'invalid',
    says: (f: { months: number; monthsMin: number }) => ({
      zh: `在手的记录要留${f.monthsMin}个月以上，不能只留${f.months}个月。`,
      en: `Records stay at hand for ${f.monthsMin} months or more, not for ${f.months}.`,
    }),
    next: { zh: '请写更多的月数，或不写 --months。', en: 'Name more months, or leave --months out.' },
  },
  'audit.archive_broken': {
    kind: 'conflict',
    says: (f: { office: string; seq: number }) => ({
      zh: `「${f.office}」的审计日志第${f.seq}号记录和前面的接不上，从它起一条也没有移。`,
      en: `Record ${f.seq} of the log of “${f.office}” does not follow the one before it: from it on nothing was moved.`,
    }),
    next: {
      zh: '请审计管理员导出日志，用 guatu verify 连同检查点查明原因。',
      en: 'Let the audit administrator export the log and find out with guatu verify and the checkpoints.',
    },
  },
  'audit.witness_missing': {
    kind: 'conflict',
    says: (f: { hours: number; since: string; folder: string }) => ({
      zh: `审计日志已超过${f.hours}小时没有送出本机（从 ${f.since} 起），「${f.folder}」写不进去；定稿、确认任职等正式事项暂停，其他照常。`,
      en: `For more than ${f.hours} hours (since ${f.since}) no checkpoint of the log has left this machine: “${f.folder}” cannot be written. Official acts stop; everything else goes on.`,
    }),
    next: {
      zh: '请系统管理员接好这个盘（文件夹），几十秒后自动恢复；或由审计管理员在「检查点」页打印、签字，点「已打印留存」后再办。',
      en: 'Connect that disk or folder again: it goes on by itself within a minute. Or let the audit administrator print the checkpoint, sign it and enter it as taken.',
    },
  },
})
