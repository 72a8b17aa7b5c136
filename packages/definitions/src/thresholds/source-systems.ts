import { day, decimal, threshold } from '@guatu/core/shared'

const from = day('2000-01-01')

const lag = (every: string, zh: string, en: string, value: number, source: string) =>
  threshold({
    id: `source_system.lag_days.${every}`,
    label: { zh: `${zh}报期满后几天内到算按时`, en: `Days after its end in which a reading of ${en} is in time` },
    unit: 'day',
    values: [{ from, value: decimal(value), source }],
  })

/** 来源系统：换密钥时旧的还用多久，多久记一次在用，各种报期通常宽限几天。 */
export const sourceSystemRules = {
  overlapHours: threshold({
    id: 'source_system.overlap_hours',
    label: { zh: '换发密钥后旧密钥还能用的小时数', en: 'Hours that a key holds beside the one that follows it' },
    unit: 'hour',
    values: [{ from, value: decimal(72), source: '三天，隔着周末也来得及在对方系统里换上 [P]；本单位可以改' }],
  }),
  seenSeconds: threshold({
    id: 'source_system.seen_seconds',
    label: { zh: '每隔几秒记一次来源系统在用', en: 'Seconds between two notes that a system is at work' },
    unit: 'second',
    values: [{ from, value: decimal(60), source: '一分钟记一次，看得出是否还在送，又写得不多 [P]；本单位可以改' }],
  }),
  usualLagDays: {
    hour: lag('hour', '小时', 'an hour', 1, '次日送齐前一日各时 [P]；各系列可另定'),
    day: lag('day', '日', 'a day', 2, '日均值隔日审定 [P]；各系列可另定'),
    month: lag('month', '月', 'a month', 10, '任务书 1–36 T32：月末后 10 天没有数即预警 [T]；各系列可另定'),
    quarter: lag('quarter', '季', 'a quarter', 20, '季度数据通常次月下旬前公布 [P]；各系列可另定'),
    year: lag('year', '年', 'a year', 60, '年度数据通常次年二月底前公布 [P]；各系列可另定'),
  },
} as const
