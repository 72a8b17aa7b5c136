import { day, decimal, threshold } from '@guatu/core/shared'
import type { PaceRules } from '@guatu/core/signal'

const from = day('2000-01-01')
const source = '假定：各地做法不一，由本单位在规则集中确定'

/** 序时进度的比例规则：完成数 ÷ 应达数。 */
export const paceRules: PaceRules = {
  green: threshold({
    id: 'pace.green',
    label: { zh: '绿灯下限', en: 'Green from' },
    unit: 'ratio',
    values: [{ from, value: decimal('0.98'), source }],
  }),
  yellow: threshold({
    id: 'pace.yellow',
    label: { zh: '黄灯下限', en: 'Yellow from' },
    unit: 'ratio',
    values: [{ from, value: decimal('0.90'), source }],
  }),
  orange: threshold({
    id: 'pace.orange',
    label: { zh: '橙灯下限', en: 'Orange from' },
    unit: 'ratio',
    values: [{ from, value: decimal('0.80'), source }],
  }),
  smallNumberMax: threshold({
    id: 'pace.small_number_max',
    label: { zh: '小数规则的年度目标上限', en: 'Small-number rule up to' },
    unit: 'unit',
    values: [{ from, value: decimal(12), source }],
  }),
}
