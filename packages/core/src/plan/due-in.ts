import { type Due, isDue } from '../shared/index.ts'
import { duesIn } from './deadlines.ts'

const monthForm = /(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?(?:底|末|中旬|上旬|下旬|份)?(?:之?前|以前)?/g
const quarterForm = /([一二三四1-4])季度/g
const quarters: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  1: '1',
  2: '2',
  3: '3',
  4: '4',
}

const due = (text: string): Due | null => (isDue(text) ? text : null)
const two = (digits: string): string => digits.padStart(2, '0')

/** 剩余8条9月底前完成: a date that stands behind its number. */
const behindForm = /^[^,。;、\d]{0,6}((?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:底|末)?之?前|年底前)/

export const dueBehind = (after: string, year: number | null): Due | null => {
  const found = behindForm.exec(after)?.[1]
  return found === undefined ? null : dueIn(found, year)
}

/**
 * The date that a number has of its own: the last one named in `words`, which stand before it in its clause.
 * Null where none is named, or where neither the words nor the plan give a year.
 */
export function dueIn(words: string, year: number | null): Due | null {
  const far = /(?:到|至)(20\d\d)年(?!以来)/.exec(words)
  const planYear = far?.[1] ?? (year === null ? null : String(year))
  if (planYear === null) return null
  const month = Array.from(words.matchAll(monthForm)).at(-1)
  const quarter = Array.from(words.matchAll(quarterForm)).at(-1)
  if (month && month.index > (quarter?.index ?? -1))
    return due(`${month[1] ?? planYear}-${two(month[2] ?? '')}${month[3] ? `-${two(month[3])}` : ''}`)
  if (quarter) return due(`${planYear}-Q${quarters[quarter[1] ?? '']}`)
  const feast = duesIn(words, Number(planYear)).at(-1)
  if (feast) return feast.due
  if (/上半年/.test(words)) return due(`${planYear}-Q2`)
  if (/年底|年末/.test(words)) return due(`${planYear}-12`)
  return far || /年内/.test(words) ? due(planYear) : null
}
