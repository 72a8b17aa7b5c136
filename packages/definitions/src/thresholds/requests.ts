import { day, decimal } from '@guatu/core/shared'
import { threshold } from '@guatu/core/signal'

/** 重发：同一次提交多久以内再发一遍，还认得是同一次。 */
export const requestRules = {
  replayDays: threshold({
    id: 'request.replay_days',
    label: { zh: '重发的提交认得几天', en: 'Days for which a repeated request is known' },
    unit: 'day',
    values: [
      {
        from: day('2000-01-01'),
        value: decimal(92),
        source: '一个季度，手机离线攒着的提交总已送到；产品默认，本单位可以改',
      },
    ],
  }),
}
