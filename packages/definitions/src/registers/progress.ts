import { date, longText, quantity, register, target, text, unit } from '@guatu/core/fact'
import { everybody } from './access.ts'

/** 进展台账: the register for whatever has no register of its own yet. */
export const progress = register({
  id: 'progress',
  prefix: 'JZ',
  label: { zh: '进展台账', en: 'Progress register' },
  columns: {
    on: date({ zh: '日期', en: 'Day' }, { required: true, notInFuture: true }),
    target: target({ zh: '目标', en: 'Target' }, { required: true }),
    unit: unit({ zh: '填报单位', en: 'Unit' }, { required: true }),
    quantity: quantity({ zh: '完成数', en: 'Quantity' }, { required: true }),
    note: longText({ zh: '说明', en: 'Note' }, 500),
    paper: text({ zh: '文号', en: 'Paper number' }, 60),
  },
  key: ['on', 'target', 'unit', 'quantity', 'note', 'paper'],
  privacy: 'L2',
  access: everybody,
  feeds: [
    {
      gives: { quantity: 'quantity' },
      datedBy: 'on',
      serves: { targetIn: 'target' },
      says: { zh: '完成数', en: 'Quantity done' },
    },
  ],
  source: '执行引擎书 §b.2：完成数只计已核实的事实',
})
