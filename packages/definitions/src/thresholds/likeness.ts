import { day, decimal, type Threshold, threshold, type Words } from '@guatu/core/shared'

const figure = (id: string, label: Words, unit: string, value: number, source: string): Threshold =>
  threshold({ id, label, unit, values: [{ from: day('2000-01-01'), value: decimal(value), source }] })

/** 查重：多近、多像的两行并排给核实的人看。只提示，不拦。 */
export const likenessRules = {
  daysMax: figure(
    'likeness.days_max',
    { zh: '查重看前后几天', en: 'Days before and after in which rows are compared' },
    'day',
    3,
    '任务书 37–62 §C R1 [A]；只提示，不拦；本单位可以改',
  ),
  percentMin: figure(
    'likeness.percent_min',
    { zh: '标题像到百分之几就提示', en: 'Likeness of titles from which rows are shown side by side' },
    'percent',
    60,
    '产品默认：改一两个字仍算像；只提示，不拦；本单位可以改',
  ),
}
