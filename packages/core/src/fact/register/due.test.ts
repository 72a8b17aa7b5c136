import { expect, test } from 'vitest'
import { day, decimal, instant, type Threshold, threshold } from '../../shared/index.ts'
import { choice, count, date, type Lifecycle, moment, type Register, register, state, text } from '../index.ts'
import { dueOf } from './due.ts'

const words = (zh: string) => ({ zh, en: zh })
const limit = (value: number, unit: string): Threshold =>
  threshold({
    id: `limit.${value}.${unit}`,
    label: words('时限'),
    unit,
    values: [{ from: day('2000-01-01'), value: decimal(value), source: '测试' }],
  })
const by = (duty: 'handler' | 'unitHead') => [{ duties: [duty], relation: 'office' as const }]
const move = (from: string, to: string, more: object) => ({
  label: words(to),
  from: [from],
  to,
  by: ['handler'] as const,
  ...more,
})
const patrols = register({
  id: 'patrol',
  label: words('巡查'),
  prefix: 'XC',
  columns: {
    name: text(words('名称'), 40, { required: true }),
    dueOn: date(words('应查日')),
    calledAt: moment(words('来电')),
    kind: choice(words('类别'), [
      ['big', '大', 'big'],
      ['small', '小', 'small'],
    ]),
  },
  key: ['name'],
  lifecycle: {
    initial: 'planned',
    states: {
      planned: state('已计划', 'planned'),
      done: state('已查', 'done'),
      missed: state('漏查', 'missed'),
      called: state('来电', 'called'),
      waiting: state('等待', 'waiting'),
      closed: state('办结', 'closed', { end: true }),
    },
    moves: {
      check: move('planned', 'done', { within: { limit: limit(1, 'day'), after: 'dueOn' } }),
      miss: move('planned', 'missed', { by: 'system', within: { limit: limit(3, 'day'), after: 'dueOn' } }),
      answer: move('called', 'waiting', { within: { limit: limit(2, 'hour'), after: 'calledAt' } }),
      close: move('waiting', 'closed', {
        within: {
          limit: limit(3, 'workday'),
          cases: [{ when: { column: 'kind', is: 'big' }, limit: limit(10, 'workday') }],
        },
      }),
      reopen: move('done', 'planned', { because: true, within: { limit: limit(10, 'day') } }),
      review: move('missed', 'closed', {}),
      call: move('missed', 'called', {}),
    },
  },
  privacy: 'L1',
  access: { read: by('handler'), write: by('handler'), verify: by('unitHead') },
  feeds: [],
  source: '测试',
})

const due = (status: string, values: Record<string, string>, at: string, since = '2023-06-01') =>
  dueOf(patrols, { values, state: status, since: day(since), now: instant(at) })

test.each([
  ['还在时限内', '2023-06-21T10:00:00.000Z', { move: 'check', on: '2023-06-21', late: false, to: null }],
  ['过了办理时限、还没到自动转的日子', '2023-06-22T10:00:00.000Z', { move: 'check', late: true, to: null }],
  ['最后一天仍不算漏', '2023-06-23T15:59:00.000Z', { move: 'check', late: true, to: null }],
  ['上海的零点一过就算漏', '2023-06-23T16:00:00.000Z', { move: 'miss', on: '2023-06-23', late: true, to: 'missed' }],
])('按天：%s', (_, at, expected) => {
  expect(due('planned', { dueOn: '2023-06-20' }, at)).toMatchObject(expected)
})

test('按小时从那一刻算起，一分不差', () => {
  const values = { calledAt: '2023-06-20T01:00:00.000Z' }
  expect(due('called', values, '2023-06-20T03:00:00.000Z')).toMatchObject({ move: 'answer', late: false })
  expect(due('called', values, '2023-06-20T03:00:00.001Z')).toMatchObject({ move: 'answer', late: true })
})

test('工作日从到这一步的那天算起，跳过周末；有例外的按例外', () => {
  // 2023-06-01 is a Thursday.
  expect(due('waiting', {}, '2023-06-02T00:00:00.000Z')).toMatchObject({ move: 'close', on: '2023-06-06' })
  expect(due('waiting', { kind: 'big' }, '2023-06-02T00:00:00.000Z')).toMatchObject({ on: '2023-06-15' })
  expect(due('waiting', {}, '2023-06-02T00:00:00.000Z')?.byWeekdays).toBe(true)
  const calendar = [{ year: 2023, source: '通知', off: [[day('2023-06-02'), day('2023-06-02')] as const], worked: [] }]
  const row = { values: {}, state: 'waiting', since: day('2023-06-01'), now: instant('2023-06-02T00:00:00.000Z') }
  expect(dueOf({ ...patrols, workdays: calendar }, row)).toMatchObject({ on: '2023-06-07', byWeekdays: false })
})

test('法定期间：首日不算，末日不上班就顺延；中止的天数加上去；没有安排的年份说得出', () => {
  const periods = register({
    ...patrols,
    columns: { ...patrols.columns, stood: count(words('中止天数'), '天') },
    lifecycle: {
      ...(patrols.lifecycle as Lifecycle),
      moves: {
        ...patrols.lifecycle?.moves,
        close: move('waiting', 'closed', { within: { limit: limit(2, 'legalDay'), suspended: 'stood' } }),
      },
    },
  })
  const on = (values: Record<string, string>, calendar: Register['workdays'] = []) =>
    dueOf(
      { ...periods, workdays: calendar },
      { values, state: 'waiting', since: day('2023-06-01'), now: instant('2023-06-02T00:00:00.000Z') },
    )
  // Two days after Thursday is Saturday.
  expect(on({})).toMatchObject({ on: '2023-06-05', byWeekdays: true })
  expect(on({ stood: '5' })).toMatchObject({ on: '2023-06-08' })
  const calendar = [{ year: 2023, source: '通知', off: [[day('2023-06-05'), day('2023-06-05')] as const], worked: [] }]
  expect(on({}, calendar)).toMatchObject({ on: '2023-06-06', byWeekdays: false })
})

test('说明原因才做的步骤不催；算不出起点的不催；没有时限的不催', () => {
  expect(due('done', {}, '2023-07-01T00:00:00.000Z')).toBeNull()
  expect(due('planned', {}, '2023-07-01T00:00:00.000Z')).toBeNull()
  expect(due('missed', { dueOn: '2023-06-20' }, '2023-07-01T00:00:00.000Z')).toBeNull()
})
