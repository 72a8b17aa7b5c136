import type { Plan } from '@guatu/contract'
import { expect, test } from 'vitest'
import { countLights, filterTasks } from './filter.ts'

type Task = Plan['tasks'][number]

const task = (number: string, more: Partial<Task>): Task => ({
  id: number,
  number,
  area: 1,
  title: '',
  sentence: '',
  at: null,
  source: { id: 's', kind: 'report', title: '报告', datedOn: '2023-01-12' },
  lead: [],
  support: [],
  leaders: [],
  due: null,
  uncheckable: null,
  light: 'green',
  targets: [],
  ...more,
})
const tasks = [
  task('1', { title: '招商活动', lead: ['经济发展办'] }),
  task('2', { title: '口袋公园', area: 2, light: 'red' }),
  task('3', { title: '招商大会', area: 2, sentence: '办好第三届大会', light: 'red' }),
]
const all = { area: undefined, light: undefined, text: undefined }
const numbers = (filter: object) => filterTasks(tasks, { ...all, ...filter }).map((one) => one.number)

test('nothing asked for is everything, in the order of the plan', () => {
  expect(numbers({})).toEqual(['1', '2', '3'])
})

test.each([
  [{ area: '2' }, ['2', '3']],
  [{ light: 'red', text: '招商' }, ['3']],
  [{ text: '招商 经济' }, ['1']],
  [{ text: '第三届' }, ['3']],
  [{ area: '9' }, []],
])('%o finds %o', (filter, found) => {
  expect(numbers(filter)).toEqual(found)
})

test('lights are counted', () => {
  expect([...countLights(tasks)]).toEqual([
    ['green', 1],
    ['red', 2],
  ])
})
