import { day, decimal, threshold } from '@guatu/core/shared'

const from = day('2000-01-01')

/** 大屏凭证：代码等多久，多久记一次大屏在用。 */
export const wallPassRules = {
  bindHours: threshold({
    id: 'wall_pass.bind_hours',
    label: { zh: '大屏凭证的代码等大屏打开的小时数', en: 'Hours that the code of a pass waits for its screen' },
    unit: 'hour',
    values: [{ from, value: decimal(24), source: '一天，走到大屏前试两次也够 [P]；本单位可以改' }],
  }),
  seenSeconds: threshold({
    id: 'wall_pass.seen_seconds',
    label: { zh: '每隔几秒记一次大屏在用', en: 'Seconds between two notes that a screen is at work' },
    unit: 'second',
    values: [{ from, value: decimal(60), source: '一分钟记一次，看得出大屏是否在用，又写得不多 [P]；本单位可以改' }],
  }),
}
