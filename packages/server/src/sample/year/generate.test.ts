import { workdayOn } from '@guatu/core/fact'
import { grantsFor } from '@guatu/core/office'
import { type Day, day, dayOf } from '@guatu/core/shared'
import { definitions } from '@guatu/definitions'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factPolicy } from '../../fact/index.ts'
import type { Act, MeantRow } from './acts.ts'
import { chanceFrom } from './chance.ts'
import { lockedOn } from './days.ts'
import { withPoint } from './fill.ts'
import { generateYear } from './generate.ts'
import { type Plot, readPlot } from './plot.ts'
import { happeningsOf, overMonths } from './rows.ts'

const plot = readPlot()
const days = { year: 2023, isWorked: (on: Day) => workdayOn(definitions.workdays, on).worked }
const until = day('2023-10-11')
const yearOf = (seed: number, more: Partial<Plot> = {}) =>
  generateYear({ seed, plot: { ...plot, ...more }, days, from: day('2023-01-16'), until })
const acts = yearOf(1)

const isDoing =
  <D extends Act['do']>(what: D) =>
  (act: Act): act is Extract<Act, { do: D }> =>
    act.do === what
const entered = (all: readonly Act[]): readonly (MeantRow & { readonly at: string; readonly by: string })[] =>
  all.filter(isDoing('enter')).flatMap(({ rows, at, by }) => rows.map((row) => ({ ...row, at, by })))

test('一个种子一个年份：同一个种子做出来的一模一样，换一个就不一样', () => {
  expect(yearOf(1)).toEqual(acts)
  expect(yearOf(2)).not.toEqual(acts)
})

test('一件一件按时间排好，没有两件同时，没有一件在到期那天以后', () => {
  const moments = acts.map(({ at }) => at)
  expect(moments).toEqual(moments.toSorted())
  expect(dayOf(moments.at(-1) as Act['at']) < until).toBe(true)
  expect(dayOf(moments[0] as Act['at']) >= '2023-01-16').toBe(true)
})

const forSomeSeeds = (holds: (seed: number) => void) =>
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), holds), { numRuns: 5 })

test('不管哪个种子：事情发生以后才登记，登记以后才核实、退回、更正，每行只核实一次', () =>
  forSomeSeeds((seed) => {
    const all = yearOf(seed)
    const known = new Map<string, string>()
    const settled = new Set<string>()
    const settle = (ref: string, at: string) => {
      expect((known.get(ref) ?? 'never') < at, ref).toBe(true)
      expect(settled.has(ref), ref).toBe(false)
      settled.add(ref)
    }
    for (const act of all) {
      if (act.do === 'enter')
        for (const { ref, on } of act.rows) {
          expect(dayOf(act.at) >= on, ref).toBe(true)
          known.set(ref, act.at)
        }
      else if (act.do === 'verify' || act.do === 'return') for (const ref of act.rows) settle(ref, act.at)
      else if (act.do === 'correct' || act.do === 'move') {
        expect(settled.has(act.row)).toBe(true)
        known.set(act.becomes.ref, act.at)
      }
    }
  }))

// By these seeds a row of the end of the year is sent back so late that nobody sees to the ledgers any more.
test.each([709_939, 251_772])('种子 %i：年底退得太晚的，没有人再改，一年照样做得完', (seed) => {
  const whole = generateYear({ seed, plot, days, from: day('2023-01-16'), until: day('2024-02-01') })
  expect(whole.length).toBeGreaterThan(1000)
  expect(whole.every(({ at }) => dayOf(at) < '2024-02-01')).toBe(true)
})

test('不管哪个种子：一年的数分到十二个月，加起来还是它', () =>
  forSomeSeeds((seed) => {
    const total = chanceFrom(seed).int(0, 2000)
    const shares = overMonths(total, [5, 6, 10, 8, 9, 9, 8, 8, 10, 9, 10, 8])
    expect(shares.reduce((sum, one) => sum + one, 0)).toBe(total)
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
  }))

test('每个人做的事，岗位都许做', () => {
  const routes: Readonly<Record<Act['do'], string>> = {
    enter: 'POST /api/registers/:register/batch',
    verify: 'POST /api/registers/:register/verify',
    return: 'POST /api/registers/:register/return',
    correct: 'POST /api/entries/:id/correct',
    move: 'POST /api/entries/:id/move',
    lock: 'POST /api/months/:month/lock',
  }
  for (const { do: what, by } of acts) {
    const person = plot.people.find(({ key }) => key === by)
    const row = factPolicy.find(({ route }) => route === routes[what])
    expect(grantsFor(row?.grants ?? [], person?.duties ?? []), `${by} ${what}`).not.toEqual([])
  }
  expect(acts.filter(isDoing('verify')).every(({ by }) => by !== acts.find(isDoing('enter'))?.by)).toBe(true)
})

test('退回、补录、重报的份额和数据里写的差不多；薄弱的社区多得多', () => {
  const rows = entered(acts)
  const back = acts.filter(isDoing('return')).flatMap(({ rows: refs }) => refs)
  const { rates } = plot
  const share = (part: number, of: number) => Math.round((part * 1000) / of)
  expect(share(back.length, rows.length)).toBeGreaterThan(rates.returned / 2)
  expect(share(back.length, rows.length)).toBeLessThan(rates.returned * 2)
  const late = rows.filter(({ on, at }) => dayOf(at as Act['at']) > lockedOn(on.slice(0, 7), days))
  expect(share(late.length, rows.length)).toBeGreaterThan(rates.late / 2)
  expect(share(late.length, rows.length)).toBeLessThan(rates.late * 2)
  const weak = plot.communities.find((one) => one.weak)?.name
  const isWeak = ({ values }: MeantRow) => values.community === weak
  const [lateWeak, lateOther] = [late.filter(isWeak).length, late.filter((row) => !isWeak(row)).length]
  const [allWeak, allOther] = [rows.filter(isWeak).length, rows.filter((row) => !isWeak(row)).length]
  expect(share(lateWeak, allWeak)).toBeGreaterThan(2 * share(lateOther, allOther))
  const amended = acts.filter(isDoing('correct'))
  const owed = back.filter((ref) => !ref.endsWith('a'))
  expect(share(amended.length, owed.length)).toBeGreaterThan(700)
})

test('没有人退回、补录、重报的年份，发生过的事一件不少、一件不多', () => {
  const calm = { ...plot.rates, late: 0, returned: 0, repeated: 0, alike: 0 }
  const all = generateYear({
    seed: 3,
    plot: { ...plot, rates: calm },
    days,
    from: day('2023-01-01'),
    until: day('2024-02-01'),
  })
  const happened = plot.streams.flatMap((stream) => happeningsOf(3, stream, { ...plot, rates: calm }, days))
  expect(entered(all)).toHaveLength(happened.length + plot.singles.length)
  expect(new Set(entered(all).map(({ ref }) => ref)).size).toBe(happened.length + plot.singles.length)
})

test('不管哪个种子：没有两行是台账会当成同一行的，除了写明重报的', () =>
  forSomeSeeds((seed) => {
    const keys = entered(yearOf(seed)).filter(({ refused }) => !refused)
    const registerOf = new Map(
      yearOf(seed).flatMap((act) =>
        act.do === 'enter' ? act.rows.map(({ ref }) => [ref, act.register] as const) : [],
      ),
    )
    const said = keys.map(({ ref, values }) => {
      const register = definitions.registers.find(({ id }) => id === registerOf.get(ref))
      return [register?.id, ...(register?.key ?? []).map((column) => values[column] ?? '')].join('|')
    })
    expect(said.filter((key, i) => said.indexOf(key) !== i)).toEqual([])
  }))

test('数据里没有的池子、人和权数，说得出是哪一个', () => {
  const wrong = (more: object) => yearOf(1, { streams: plot.streams.slice(0, 1).map((one) => ({ ...one, ...more })) })
  expect(() => wrong({ by: 'nobody' })).toThrow('nobody')
  expect(() => wrong({ weights: 'none' })).toThrow('none')
  expect(() => wrong({ values: { title: '{nopool}' } })).toThrow('nopool')
})

test('小数点放回原处', () => {
  expect([withPoint(5, 2), withPoint(12345, 2), withPoint(7, 0)]).toEqual(['0.05', '123.45', '7'])
})
