import { expect, test } from 'vitest'
import { day } from '../../shared/index.ts'
import { workCalendar, workdayOn, workdaysAfter } from './work-calendar.ts'

const calendar = workCalendar([
  { year: 2023, source: '通知', off: [[day('2023-04-29'), day('2023-05-03')]], worked: [day('2023-05-06')] },
])

test('放假的不算，调休上班的算，没有安排的年份按周一至周五并说得出', () => {
  expect(workdaysAfter(day('2023-04-28'), 1, calendar)).toEqual({ on: '2023-05-04', known: true })
  // The Saturday is worked in place of a day of the holiday.
  expect(workdaysAfter(day('2023-05-05'), 1, calendar)).toEqual({ on: '2023-05-06', known: true })
  expect(workdaysAfter(day('2023-12-29'), 1, calendar)).toEqual({ on: '2024-01-01', known: false })
  expect(workdayOn(calendar, day('2023-05-07'))).toEqual({ worked: false, known: true })
})

test.each<[string, Parameters<typeof workCalendar>[0]]>([
  ['没有出处', [{ year: 2023, source: ' ', off: [], worked: [] }]],
  ['调休的不是周末', [{ year: 2023, source: '通知', off: [], worked: [day('2023-05-04')] }]],
  ['日子不在这一年', [{ year: 2023, source: '通知', off: [[day('2022-12-31'), day('2023-01-02')]], worked: [] }]],
  ['一年写了两次', [...calendar, ...calendar]],
])('%s：程序不启动', (_, years) => {
  expect(() => workCalendar(years)).toThrow(/calendar of 2023/)
})
