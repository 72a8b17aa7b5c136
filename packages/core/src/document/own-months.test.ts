import { expect, test } from 'vitest'
import { type Day, day } from '../shared/index.ts'
import { monthsWithout } from './own-months.ts'

const days = (...texts: readonly string[]): Day[] => texts.map((text) => day(text))

test('从有数的头一个月起，过完了还没有数的月份才算缺', () => {
  expect(monthsWithout(days('2023-02-11', '2023-04-30'), day('2023-07-01'))).toEqual(
    days('2023-03-01', '2023-05-01', '2023-06-01'),
  )
})

test('没过完的当月不算缺；一次也没有报过的不说缺哪个月；上一年的不算', () => {
  expect(monthsWithout(days('2023-06-01'), day('2023-07-31'))).toEqual([])
  expect(monthsWithout([], day('2023-07-31'))).toEqual([])
  expect(monthsWithout(days('2022-01-31'), day('2023-07-31'))).toEqual([])
  expect(monthsWithout(days('2023-01-31'), day('2023-02-28'))).toEqual([])
})
