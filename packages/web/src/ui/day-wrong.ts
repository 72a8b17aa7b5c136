import { dayWords } from '../words/dates.ts'
import { m } from '../words/index.ts'
import type { DayBounds, DayWrong } from './day-typed.ts'

/** Why a day is not taken, in words: that there is no such day, or the bound that it passes. */
export function wrongWords(wrong: DayWrong, { min, max }: DayBounds): string {
  if (wrong === 'late' && max) return m.date_late({ day: dayWords(max) })
  return wrong === 'early' && min ? m.date_early({ day: dayWords(min) }) : m.date_none()
}
