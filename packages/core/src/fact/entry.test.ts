import { describe, expect, test } from 'vitest'
import { day, instant } from '../shared/index.ts'
import { type Entry, stateOf, statesOf } from './entry.ts'

const at = (date: string) => instant(`2023-${date}T04:00:00Z`)
const row = (id: string, known: string, events: Entry['events'] = [], corrects: string | null = null): Entry => ({
  id,
  rootId: 'a',
  register: 'progress',
  targetId: 't',
  trueOn: day('2023-06-20'),
  knownAt: at(known),
  enteredBy: '经办人',
  corrects,
  status: null,
  move: null,
  events,
})
const event = (kind: 'verified' | 'returned' | 'withdrawn', date: string) => ({
  kind,
  at: at(date),
  by: '负责人',
  because: '',
})

describe('一行台账在某一刻的状态', () => {
  const first = row('a', '06-21', [event('verified', '06-25')])

  test('核实以前是待核实，核实以后是已核实', () => {
    expect(stateOf(first, [first], at('06-24'))).toBe('submitted')
    expect(stateOf(first, [first], at('06-25'))).toBe('verified')
  })

  test('更正未经核实，不动摇已核实的数；核实以后以更正为准', () => {
    const correction = row('b', '07-01', [event('verified', '07-05')], 'a')
    const rows = [first, correction]
    expect(stateOf(first, rows, at('07-02'))).toBe('verified')
    expect(stateOf(first, rows, at('07-05'))).toBe('corrected')
    expect(stateOf(first, rows, at('06-30'))).toBe('verified')
  })

  test('更正被退回，原数仍然有效', () => {
    const correction = row('b', '07-01', [event('returned', '07-03')], 'a')
    expect(stateOf(first, [first, correction], at('07-10'))).toBe('verified')
  })

  test('第一份更正被退回、第二份被核实，以第二份为准', () => {
    const wrong = row('b', '07-01', [event('returned', '07-03')], 'a')
    const right = row('c', '07-04', [event('verified', '07-06')], 'a')
    expect(stateOf(first, [first, wrong, right], at('07-05'))).toBe('verified')
    expect(stateOf(first, [first, wrong, right], at('07-06'))).toBe('corrected')
  })

  test('未核实的更正又被更正，已核实的数仍然有效，直到后一份核实', () => {
    const second = row('b', '07-01', [], 'a')
    const third = row('c', '07-02', [event('verified', '07-06')], 'b')
    const rows = [first, second, third]
    expect(rows.map((one) => stateOf(one, rows, at('07-03')))).toEqual(['verified', 'corrected', 'submitted'])
    expect(rows.map((one) => stateOf(one, rows, at('07-06')))).toEqual(['corrected', 'corrected', 'verified'])
  })

  test('未核实的行一经更正即让位', () => {
    const open = row('a', '06-21')
    expect(stateOf(open, [open, row('b', '06-22', [], 'a')], at('06-23'))).toBe('corrected')
  })
})

describe('再多的行、再长的更正链，每行也只看几遍', () => {
  /** Rows that count how often anybody looks for what they correct or for what happened to them. */
  const counting = (rows: readonly Entry[]) => {
    let looks = 0
    const watched = rows.map(({ corrects, events, ...rest }) => ({
      ...rest,
      get corrects() {
        looks += 1
        return corrects
      },
      get events() {
        looks += 1
        return events
      },
    }))
    return { watched, looks: () => looks }
  }
  // 更正一份接一份，核实与待核实相间。
  const chain = (length: number) =>
    Array.from({ length }, (_, i) =>
      row(`r${i}`, '06-21', i % 2 === 0 ? [event('verified', '06-25')] : [], i === 0 ? null : `r${i - 1}`),
    )

  test('二十份相接的更正', () => {
    const { watched, looks } = counting(chain(20))
    expect(stateOf(watched[0] as Entry, watched, at('06-30'))).toBe('corrected')
    expect(looks()).toBeLessThan(20 * 6)
  })

  test('一万份相接的更正', () => {
    const rows = chain(10_000)
    expect(stateOf(rows[0] as Entry, rows, at('06-30'))).toBe('corrected')
    expect(stateOf(rows[9_999] as Entry, rows, at('06-30'))).toBe('submitted')
  })

  test('一本五百行的台账', () => {
    const { watched, looks } = counting(
      Array.from({ length: 500 }, (_, i) => row(`r${i}`, '06-21', [event('verified', '06-25')])),
    )
    const states = statesOf(watched, at('06-30'))
    expect([...states.values()]).toEqual(Array.from({ length: 500 }, () => 'verified'))
    expect(looks()).toBeLessThan(500 * 6)
  })
})
