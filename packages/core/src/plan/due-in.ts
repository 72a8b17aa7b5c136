import { type Due, isDue } from '../shared/index.ts'
import { datesIn } from './dates.ts'
import { liesAhead } from './deadlines.ts'

/** The date that a number has of its own; `noSuchDay` where the words name a day that no calendar has. */
export interface OwnDate {
  readonly due: Due | null
  readonly noSuchDay: boolean
}

/** 剩余8条9月底前完成: a date that stands behind its number. */
const behindForm = /^[^,。;、\d]{0,6}((?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:底|末)?之?前|年底前)/

export const dateBehind = (after: string, year: number | null): OwnDate | null => {
  const found = behindForm.exec(after)?.[1]
  return found === undefined ? null : dateIn(found, year)
}

/**
 * The date that a number has of its own: the last one named in `words`, which stand before it in its clause, and which
 * does not lie behind. Null where none is named, or where neither the words nor the plan give a year.
 */
export function dateIn(words: string, year: number | null): OwnDate | null {
  const far = /(?:到|至)(20\d\d)年(?!以来)/.exec(words)?.[1]
  const date = datesIn(words, far === undefined ? year : Number(far)).findLast((each) => liesAhead(words, each))
  if (date && (date.due !== null || date.noSuchDay)) return date
  return far !== undefined && isDue(far) ? { due: far, noSuchDay: false } : null
}
