import { type ReadingCode, uncheckableWords } from '@guatu/core/plan'
import type { Words } from '@guatu/core/shared'

/** What the reader's codes mean to a person: why a figure is context, what is doubtful, what was noticed. */
export const words: Readonly<Record<ReadingCode, Words>> = {
  'context.date': { zh: '日期，不是目标', en: 'a date, not a target' },
  'context.past': { zh: '已完成的数或往年数', en: 'already achieved, or of an earlier year' },
  'context.baseline': { zh: '基数', en: 'a baseline' },
  'context.name': { zh: '名称的一部分', en: 'part of a name' },
  'context.filter': { zh: '范围条件', en: 'a condition' },
  'context.scale': { zh: '事物的规模', en: 'the size of the thing' },
  'context.scope': { zh: '工作所及的范围', en: 'what the work is spread over' },
  'context.count': { zh: '分几类、几方面，或泛指的个数', en: 'how many kinds or parts, or a count in passing' },
  'context.list': { zh: '下文要列的点数或序号', en: 'how many points follow, or the number of one' },
  'context.doc': { zh: '文件自身的编号', en: 'the document’s own numbering' },
  'context.idiom': { zh: '习语', en: 'an idiom' },
  ...uncheckableWords,
  'plan.basis_carried_over': { zh: '口径沿用上一个数，请核对', en: 'the basis is carried over from the figure before' },
  'plan.may_be_target': { zh: '可能是目标，请核对', en: 'may be a target' },
  'plan.number_in_words': { zh: '数用文字写成，请核对', en: 'the number is written in words' },
  'plan.subject_unclear': { zh: '说的是什么不够清楚', en: 'what is measured is not clear' },
  'plan.due_by_custom': {
    zh: '时限按惯例推定（挂图默认，待本单位确定），请核对',
    en: 'the date goes by custom (our default until the office settles it)',
  },
  'plan.due_no_such_day': { zh: '日历上没有这一天，时限未记，请核对', en: 'no calendar has this day; no date is kept' },
  'plan.unit_missing': { zh: '没有单位', en: 'no unit' },
  'plan.number_twice': { zh: '同一序号出现两次', en: 'the same number stands twice' },
  'plan.tasks_missing': { zh: '文中的任务比报告所说的少', en: 'fewer tasks than the report announces' },
  'plan.tasks_more_than_announced': { zh: '文中的任务比报告所说的多', en: 'more tasks than the report announces' },
}
