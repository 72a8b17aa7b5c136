import { month, quantity, type SheetShape, text } from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { say } from '../registers/common.ts'

/** 指标月度数据表: one row a month, one column an indicator of one community. */
export const monthlyFigures: SheetShape = {
  id: 'monthlyFigures',
  label: say('指标月度数据表', 'Figures by month'),
  register: 'reading',
  fields: {
    period: { column: month(say('月份', 'Month'), { required: true }), heads: ['期间', '时间', '月度'] },
    object: { column: text(say('对象', 'Object'), 60) },
    indicator: { column: text(say('指标', 'Indicator'), 60, { required: true }) },
    value: { column: quantity(say('数值', 'Value'), { required: true, min: decimal(0) }) },
    unit: { column: text(say('单位', 'Unit'), 20) },
  },
  key: ['indicator', 'object', 'period'],
  rules: [],
  wide: { period: 'period', object: 'object', measure: 'indicator', value: 'value', unit: 'unit' },
  gives: {
    indicator: 'indicator',
    community: 'object',
    periodType: { is: '月' },
    periodStart: { month: 'period', end: false },
    asOf: { month: 'period', end: true },
    value: 'value',
    unit: 'unit',
    quality: { is: '有效' },
    revision: { is: '1' },
    origin: { is: '表格导入' },
  },
}
