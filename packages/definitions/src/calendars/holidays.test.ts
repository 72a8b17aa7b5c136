import { workdayOn } from '@guatu/core/fact'
import { addDays, day } from '@guatu/core/shared'
import { expect, test } from 'vitest'
import { registers } from '../registers/index.ts'
import { workdays } from './holidays.ts'

const daysOf = ({ off }: (typeof workdays)[number]): number =>
  off.reduce((all, [from, to]) => {
    let days = 1
    for (let on = from; on < to; on = addDays(on, 1)) days += 1
    return all + days
  }, 0)

test('每年的安排都在，天数与通知相同，写着文号', () => {
  // Of the three days of New Year 2023 one lies in the year before.
  expect(workdays.map((year) => [year.year, daysOf(year), year.worked.length])).toEqual([
    [2023, 26, 7],
    [2024, 28, 8],
    [2025, 28, 5],
    [2026, 33, 6],
  ])
  expect(workdays.filter(({ source }) => !/^国办发明电〔\d{4}〕\d+号$/.test(source))).toEqual([])
})

test.each([
  ['2023-10-06', false],
  ['2023-10-07', true],
  ['2024-02-09', true],
  ['2025-01-26', true],
  ['2026-02-23', false],
  ['2026-02-24', true],
])('%s 上不上班：%s', (on, worked) => {
  expect(workdayOn(workdays, day(on))).toEqual({ worked, known: true })
})

test('凡有流程的台账都按这份日历算工作日', () => {
  expect(registers.filter(({ lifecycle, workdays: own }) => lifecycle && own !== workdays)).toEqual([])
})
