import type { ContextRule } from './rule.ts'
import { isChinese, justBefore, rule } from './rule.ts'

const timed =
  /(?:时间|时长|时限|天数|日数|平均|周期|期限|寿命|用时|学时|课时|延误|压缩|缩短|提速|压减|少于|控制在|达到)[^,。;]{0,16}$/
const eachPeriod = /每[周月季年][^,。;]{0,12}$/
const isYear = (value: string): boolean => /^(?:19|20)\d\d$/.test(value)

/** Points and stretches of time. */
export const dateRules: readonly ContextRule[] = [
  rule('calendar year', 'date', ({ mention }) => mention.unit === 'year' && isYear(mention.value)),
  rule('calendar month or hour', 'date', ({ mention }) => mention.unitKind === 'calendar'),
  rule('day of a month', 'date', (seen) => {
    return seen.mention.printedUnit === '日' && /月$/.test(justBefore(seen, 1))
  }),
  rule('school year or quarter', 'date', ({ mention }) => /^(?:学年|季度|学期|届)$/.test(mention.unit)),
  rule('age', 'filter', (seen) => seen.mention.unitKind === 'age' && !/寿命|平均年龄/.test(seen.before)),
  rule('stretch of time', 'name', (seen) => {
    if (seen.mention.unitKind !== 'duration') return false
    return isChinese(seen) || !(timed.test(seen.own) || eachPeriod.test(seen.own))
  }),
]
