import { day, decimal, threshold } from '@guatu/core/shared'

const from = day('2000-01-01')

/** 首页：往回看几天的变灯、几天没有填报算没有动静、期限前几天提示。 */
export const startRules = {
  sinceDays: threshold({
    id: 'start.since_days',
    label: { zh: '首页看几天以来变灯', en: 'Days over which the start page compares lights' },
    unit: 'day',
    values: [{ from, value: decimal(7), source: '一周一调度 [P]；本单位可以改' }],
  }),
  silentDays: threshold({
    id: 'start.silent_days',
    label: { zh: '几天没有填报算没有动静', en: 'Days without a row after which a unit is silent' },
    unit: 'day',
    values: [{ from, value: decimal(30), source: '督查规则 b.6：30 天没有新数即为未更新 [A]；本单位可以改' }],
  }),
  dueDays: threshold({
    id: 'start.due_days',
    label: { zh: '办理期限前几天提示', en: 'Days before a time limit in which it is pointed out' },
    unit: 'day',
    values: [{ from, value: decimal(7), source: '提前一周，来得及办 [P]；本单位可以改' }],
  }),
} as const
