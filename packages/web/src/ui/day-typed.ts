import { isDay } from '@guatu/core/shared'

/** What a person may type for a day, as `YYYY-MM-DD`: 2023-8-5, 2023年8月5日, 20230805, and 8.5 in the year of `near`. */
export function readDay(typed: string, near?: string): string | null {
  const text = typed.trim().replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0))
  const solid = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const parts = solid ? solid.slice(1) : text.split(/[^\d]+/).filter(Boolean)
  const withYear = parts.length === 2 && near ? [near.slice(0, 4), ...parts] : parts
  if (withYear.length !== 3) return null
  const [year = '', month = '', date = ''] = withYear
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

export interface DayBounds {
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** Why what was typed is no day to take: no calendar has it, or it lies outside the bounds. */
export type DayWrong = 'none' | 'early' | 'late'

/** What is wrong with a day as `readDay` returns it; nothing with an empty one. */
export function wrongDay(day: string | null, { min, max }: DayBounds): DayWrong | null {
  if (day === null) return 'none'
  if (day === '') return null
  if (min && day < min) return 'early'
  return max && day > max ? 'late' : null
}
