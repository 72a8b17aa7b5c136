import { day, decimal, threshold } from '@guatu/core/shared'

/** 花名册：账号条上的一次性码几天有效。 */
export const rosterRules = {
  slipDays: threshold({
    id: 'roster.slip_days',
    label: { zh: '账号条上一次性码的有效天数', en: 'Days for which the code on a slip works' },
    unit: 'day',
    values: [
      {
        from: day('2000-01-01'),
        value: decimal(14),
        source: '两周，休假的人也领得到；重新打印就有新码；产品默认，本单位可以改',
      },
    ],
  }),
}
