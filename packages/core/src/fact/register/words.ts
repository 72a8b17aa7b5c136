import type { Words } from '../../shared/index.ts'
import type { Column } from '../columns/index.ts'
import type { Bound } from './bound.ts'
import type { Condition } from './condition.ts'
import type { Register } from './register.ts'

type Said = Pick<Register, 'columns' | 'lifecycle'>

const joined = (parts: readonly Words[], zh: string, en: string): Words => ({
  zh: parts.map((part) => part.zh).join(zh),
  en: parts.map((part) => part.en).join(en),
})

function valueWords(column: Column | undefined, value: string | boolean): Words {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  const options = column && 'options' in column ? column.options : []
  return options.find((option) => option.value === value)?.label ?? { zh: value, en: value }
}

const figure = (bound: Bound): string => (typeof bound === 'string' ? bound : (bound.values.at(-1)?.value ?? ''))

function wordsOfColumn({ columns }: Said, condition: Extract<Condition, { readonly column: string }>): Words {
  const column = columns[condition.column]
  const { zh, en } = column?.label ?? { zh: condition.column, en: condition.column }
  if ('filled' in condition)
    return condition.filled
      ? { zh: `「${zh}」已填`, en: `“${en}” is filled in` }
      : { zh: `「${zh}」未填`, en: `“${en}” is empty` }
  if ('atLeast' in condition)
    return { zh: `「${zh}」不小于${figure(condition.atLeast)}`, en: `“${en}” is at least ${figure(condition.atLeast)}` }
  if ('atMost' in condition)
    return { zh: `「${zh}」不大于${figure(condition.atMost)}`, en: `“${en}” is at most ${figure(condition.atMost)}` }
  if ('notAfter' in condition) {
    const other = columns[condition.notAfter]?.label ?? { zh: condition.notAfter, en: condition.notAfter }
    return { zh: `「${zh}」不晚于「${other.zh}」`, en: `“${en}” is not after “${other.en}”` }
  }
  if ('within' in condition) {
    const other = columns[condition.after]?.label ?? { zh: condition.after, en: condition.after }
    const [most, unit] = [figure(condition.within), condition.within.unit]
    const inChinese = unit === 'hour' ? '小时' : '分钟'
    return {
      zh: `「${zh}」在「${other.zh}」后${most}${inChinese}以内`,
      en: `“${en}” is within ${most} ${unit}s of “${other.en}”`,
    }
  }
  const values = [condition.is].flat().map((value) => valueWords(column, value))
  const said = joined(values, '或', ' or ')
  return { zh: `「${zh}」是${said.zh}`, en: `“${en}” is ${said.en}` }
}

/** A condition in the words of the register's own columns and states: 「类别」是演练. */
export function conditionWords(register: Said, condition: Condition): Words {
  if ('all' in condition)
    return joined(
      condition.all.map((one) => conditionWords(register, one)),
      '且',
      ' and ',
    )
  if ('any' in condition)
    return joined(
      condition.any.map((one) => conditionWords(register, one)),
      '或',
      ' or ',
    )
  if ('not' in condition) {
    const { zh, en } = conditionWords(register, condition.not)
    return { zh: `并非${zh}`, en: `not: ${en}` }
  }
  if ('column' in condition) return wordsOfColumn(register, condition)
  const states = condition.state.map((id) => register.lifecycle?.states[id]?.label ?? { zh: id, en: id })
  const said = joined(states, '或', ' or ')
  return { zh: `状态是${said.zh}`, en: `the state is ${said.en}` }
}

/** 自「结案日期」起保存2年，到期去除身份信息: how long rows are kept, in words; null where no paper says. */
export function retentionWords({ columns, retention }: Pick<Register, 'columns' | 'retention'>): Words | null {
  if (!retention) return null
  const years = figure(retention.years)
  const from = retention.from === undefined ? undefined : columns[retention.from]?.label
  const { zh, en } = from ?? { zh: '登记', en: 'entry' }
  const after = retention.ends === 'archive' ? ['归档', 'archived'] : ['去除身份信息', 'made anonymous']
  return {
    zh: `自${from ? `「${zh}」` : zh}起保存${years}年，到期${after[0]}`,
    en: `kept for ${years} years from ${from ? `“${en}”` : en}, then ${after[1]}`,
  }
}
