import { readChinese } from '../../plan/index.ts'
import { addDays, type Day, day, isDay } from '../../shared/index.ts'
import { wholeDay } from '../columns/typed.ts'
import { narrowed } from './empty.ts'

/** A day or a month as a cell says it, and whether the year had to be taken from the title. */
export type DayRead =
  | { readonly kind: 'day'; readonly day: Day; readonly yearFromTitle: boolean }
  | { readonly kind: 'month'; readonly month: string; readonly yearFromTitle: boolean }
  | { readonly kind: 'imprecise' | 'invalid' }

const timeBehind = /(?<=\d|日)\d{1,2}:\d{2}(?::\d{2})?$/
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const ym = /^(\d{4})[年./-](\d{1,2})月?(?:份)?$/
const md = /^(\d{1,2})[月./-](\d{1,2})[日号]?$/
const m = /^(\d{1,2})月(?:份)?$/
const y = /^(\d{4})年?$/
const chineseMonth = /^([一二三四五六七八九十]{1,2})月(?:份)?$/
const serial = /^\d{5}$/

// Days of a sheet are counted from 1899-12-30; what lies between these two is taken for such a number.
const serialMin = 20_000
const serialMax = 60_000
const serialZero = day('1899-12-30')

const padded = (digits: string | undefined): string => (digits ?? '').padStart(2, '0')
const invalid: DayRead = { kind: 'invalid' }

function dayOf(year: string, month: string | undefined, date: string | undefined, yearFromTitle: boolean): DayRead {
  const written = `${year}-${padded(month)}-${padded(date)}`
  return isDay(written) ? { kind: 'day', day: day(written), yearFromTitle } : invalid
}

function monthOf(year: string, month: string | undefined, yearFromTitle: boolean): DayRead {
  const number = Number(month)
  return number >= 1 && number <= 12 ? { kind: 'month', month: `${year}-${padded(month)}`, yearFromTitle } : invalid
}

/** Reads a day, or a month where no day is named, in every way that people write them; `year` is that of the title. */
export function readSheetDay(words: string, year: number | null): DayRead {
  const text = narrowed(words)
  const whole = wholeDay(text) ?? wholeDay(text.replace(timeBehind, ''))
  if (whole !== undefined) return whole === null ? invalid : { kind: 'day', day: whole, yearFromTitle: false }
  const digits = compact.exec(text)
  if (digits) return dayOf(digits[1] ?? '', digits[2], digits[3], false)
  if (serial.test(text) && Number(text) >= serialMin && Number(text) <= serialMax)
    return { kind: 'day', day: addDays(serialZero, Number(text)), yearFromTitle: false }
  const yearMonth = ym.exec(text)
  if (yearMonth) return monthOf(yearMonth[1] ?? '', yearMonth[2], false)
  if (y.test(text)) return { kind: 'imprecise' }
  const titled = year === null ? null : String(year)
  const monthDay = md.exec(text)
  if (monthDay) return titled ? dayOf(titled, monthDay[1], monthDay[2], true) : { kind: 'imprecise' }
  const month = m.exec(text)?.[1] ?? readChinese(chineseMonth.exec(text)?.[1] ?? '')
  if (month) return titled ? monthOf(titled, month, true) : { kind: 'imprecise' }
  return invalid
}

const within = /^(\d{1,3}|[一二三四五六七八九十]{1,3})(?:个)?(?:日|天|自然日)(?:之?内)?$/
const atOnce = /^(?:立即|即时|立行立改|当场|现场|当日|当天)(?:整改)?$/

/** A day that is counted from another: `7天内`, `立即`. Null for all else. */
export function countedDay(words: string, from: Day | null): Day | null {
  const text = narrowed(words)
  if (from === null) return null
  if (atOnce.test(text)) return from
  const said = within.exec(text)?.[1]
  const days = said === undefined ? null : /^\d/.test(said) ? Number(said) : Number(readChinese(said) ?? Number.NaN)
  return days === null || Number.isNaN(days) ? null : addDays(from, days)
}

const clock = /^(\d{1,2})[:：时](\d{2})?分?$/
const marks = /[-—–~～至到]/

/** A time of day or from when to when with two digits each; a word for it (`下午`) stays as it is. */
export function readSheetTime(words: string): string {
  const parts = narrowed(words).split(marks)
  const times = parts.map((part) => clock.exec(part))
  if (parts.length > 2 || times.some((time) => time === null || Number(time[1]) > 23)) return words
  return times.map((time) => `${padded(time?.[1])}:${padded(time?.[2] ?? '0')}`).join('-')
}

const titleYear = /(?<!\d)((?:19|20)\d{2})\s*(?:年|年度|[-—./]\d{1,2})/
const chineseYear = /([二一][〇○零九][〇○零一二三四五六七八九]{2})年/

/** The year that the lines above a table name, the first of them that does; null where none does. */
export function yearInTitles(titles: readonly string[]): number | null {
  for (const title of titles) {
    const said = titleYear.exec(title.normalize('NFKC'))?.[1]
    if (said) return Number(said)
    const spelt = chineseYear.exec(title)?.[1]?.replaceAll('○', '〇')
    const year = spelt ? readChinese(spelt) : null
    if (year) return Number(year)
  }
  return null
}
