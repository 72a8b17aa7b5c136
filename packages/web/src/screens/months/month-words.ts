import { m } from '../../words/index.ts'

/** `2023-06` as people say it. */
export function monthWords(month: string): string {
  const [year = '', number = ''] = month.split('-')
  return m.months_month({ year, month: String(Number(number)) })
}
