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
