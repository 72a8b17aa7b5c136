import { catalogue } from '@guatu/core/shared'

/** What stands in the way of an act of the office when its log is not seen from outside. */
export const trailProblems = catalogue({
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
