import { catalogue } from '@guatu/core/shared'

export const auditorProblems = catalogue({
  'audit.too_many_rows': {
    kind: 'tooLarge',
    says: (f: { total: number; most: number }) => ({
      zh: `查到${f.total}条，一张表最多导出${f.most}条。`,
      en: `${f.total} records were found; a sheet takes ${f.most} at most.`,
    }),
    next: {
      zh: '请缩小日期范围分几次导出；要全部记录请用「导出全部日志（可核验）」。',
      en: 'Narrow the days and export in parts; for all of it use the log that can be verified.',
    },
  },
  'audit.checkpoint_unknown': {
    kind: 'notFound',
    says: (f: { size: number }) => ({
      zh: `没有第${f.size}条处的检查点。`,
      en: `There is no checkpoint of ${f.size} records.`,
    }),
    next: { zh: '请刷新检查点列表。', en: 'Reload the list of checkpoints.' },
  },
  'audit.checkpoint_taken': {
    kind: 'conflict',
    says: (f: { size: number }) => ({
      zh: `第${f.size}条处的检查点已经登记为送出本机。`,
      en: `The checkpoint of ${f.size} records is noted as seen outside already.`,
    }),
    next: { zh: '不用再登记；需要时出一个新的检查点。', en: 'Nothing to do; make a new one if you need it.' },
  },
})
