import { describe, expect, test } from 'vitest'
import { isDue, lastDayIn } from './period.ts'

const digits = (n: number, length: number): string => String(n).padStart(length, '0')

/** Every text that has the look of a time limit in some years, days of no month and months of no year among them. */
const written = ['0000', '1900', '2000', '2023', '2024', '9999'].flatMap((year) => [
  year,
  ...[0, 1, 2, 3, 4, 5].map((quarter) => `${year}-Q${quarter}`),
  ...Array.from({ length: 15 }, (_, month) => `${year}-${digits(month, 2)}`).flatMap((month) => [
    month,
    ...Array.from({ length: 34 }, (_, day) => `${month}-${digits(day, 2)}`),
  ]),
])

describe('时限是真有的一天、一月、一季、一年', () => {
  test.each(['2024-06-31', '2023-02-29', '2024-02-30', '2024-13', '2024-00', '2024-Q5', '2024-6', '', '明年'])(
    '%s 不是时限',
    (text) => {
      expect(isDue(text)).toBe(false)
    },
  )

  test.each([
    ['2024-02-29', '2024-02-29'],
    ['2024-02', '2024-02-29'],
    ['2100-02', '2100-02-28'],
    ['2024-Q2', '2024-06-30'],
    ['2024', '2024-12-31'],
    ['9999', '9999-12-31'],
  ])('%s 最晚到 %s', (text, last) => {
    expect(isDue(text) && lastDayIn(text)).toBe(last)
  })

  test('凡是时限，都有最后一天，而且就在它之内', () => {
    const dues = written.filter(isDue)
    expect(dues).toHaveLength(
      // Leap years are 0000, 2000 and 2024; each year holds itself, four quarters and twelve months beside its days.
      3 * 366 + 3 * 365 + 6 * 17,
    )
    for (const due of dues)
      expect(lastDayIn(due).startsWith(due.slice(0, due.includes('Q') ? 4 : undefined))).toBe(true)
  })
})
