import { expect, test } from 'vitest'
import { afterDeciding, type Item, lookOf, nextToMerge, stepFrom, taskHolding } from './marks.ts'

const item = (key: string, more: Partial<Extract<Item, { kind: 'target' }>> = {}): Item => ({
  kind: 'target',
  key,
  task: '17',
  state: 'open',
  doubts: [],
  rule: 'bare',
  at: { start: 0, end: 5 },
  comparator: '=',
  value: '5',
  valueTo: null,
  unit: '家',
  printedUnit: '家',
  basis: 'level',
  subject: key,
  stretch: false,
  down: false,
  due: null,
  ...more,
})
const doubt = { code: 'plan.maybe_base', says: { zh: '可能是基数', en: 'May be a base' }, at: { start: 0, end: 2 } }

test('a doubt shows until a person has decided', () => {
  expect(lookOf(item('a', { doubts: [doubt] }))).toBe('doubtful')
  expect(lookOf(item('a', { doubts: [doubt], state: 'confirmed' }))).toBe('confirmed')
  expect(lookOf(item('a'))).toBe('open')
})

test('two targets of one task may merge, past what was set aside, never over the end of a task', () => {
  const items = [item('a'), item('b', { state: 'rejected' }), item('c'), item('d', { task: '18' })]
  expect(nextToMerge(items, 'a')?.map(({ key }) => key)).toEqual(['a', 'c'])
  expect(nextToMerge(items, 'c')).toBeNull()
  expect(nextToMerge(items, 'b')).toBeNull()
})

test('two milestones may merge, but not a target with a milestone', () => {
  const milestone = (key: string) => ({ ...item(key), kind: 'milestone', event: 'complete' }) as Item
  const items = [item('a'), milestone('b'), milestone('c')]
  expect(nextToMerge(items, 'a')).toBeNull()
  expect(nextToMerge(items, 'b')?.map(({ key }) => key)).toEqual(['b', 'c'])
})

test('after a decision the next open one is next', () => {
  const items = [item('a'), item('b', { state: 'confirmed' }), item('c')]
  expect(afterDeciding(items, 'a')).toBe('c')
  expect(afterDeciding(items, 'c')).toBe('c')
})

test('steps stay inside the list', () => {
  const items = [item('a'), item('b')]
  expect(stepFrom(items, null, 1)).toBe('a')
  expect(stepFrom(items, 'a', 1)).toBe('b')
  expect(stepFrom(items, 'b', 1)).toBe('b')
  expect(stepFrom(items, 'a', -1)).toBe('a')
  expect(stepFrom([], null, 1)).toBeNull()
})

test('selected words belong to the task that holds all of them', () => {
  const task = (key: string, start: number, end: number) => ({
    key,
    number: key,
    area: null,
    title: key,
    at: { start, end },
    lead: [],
    support: [],
    leaders: [],
    due: null,
    uncheckable: null,
    dropped: null,
  })
  const tasks = [task('1', 10, 40), task('2', 41, 80)]
  expect(taskHolding(tasks, { start: 12, end: 40 })?.key).toBe('1')
  expect(taskHolding(tasks, { start: 30, end: 45 })).toBeNull()
})
