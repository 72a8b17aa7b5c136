import { compare, type Day, type Decimal, decimal, type Instant, minus, plus } from '../shared/index.ts'
import { type Entry, type Fact, type Stand, standsOf } from './entry.ts'

/** By how much what is believed changed: quantity, count of facts less those that take away, rows. */
export interface Change {
  readonly sum: Decimal
  readonly count: number
  readonly rows: number
}

/** What one moment changed in the sums of one measure or target, of one unit, for one day. */
export interface Delta {
  /** The target or measure. */
  readonly serves: string
  readonly unit: string
  readonly unitId: string | null
  readonly trueOn: Day
  readonly knownAt: Instant
  readonly verified: Change
  /** The newest version of each row alone in its sum and count; in its rows also the verified one that it would follow. */
  readonly reported: Change
}

const zero = decimal(0)
const unchanged: Change = { sum: zero, count: 0, rows: 0 }

const isChange = ({ sum, count, rows }: Change): boolean => sum !== '0' || count !== 0 || rows !== 0

const together = (a: Change, b: Change): Change => ({
  sum: plus(a.sum, b.sum),
  count: a.count + b.count,
  rows: a.rows + b.rows,
})
const apart = (a: Change, b: Change): Change => ({
  sum: minus(a.sum, b.sum),
  count: a.count - b.count,
  rows: a.rows - b.rows,
})

const keyOf = ({ serves, unit, unitId, trueOn, knownAt }: Delta): string =>
  JSON.stringify([serves, unit, unitId, trueOn, knownAt])

/** Deltas of one key made one; those that change nothing left out. */
export function mergedDeltas(deltas: Iterable<Delta>): Delta[] {
  const found = new Map<string, Delta>()
  for (const delta of deltas) {
    const key = keyOf(delta)
    const before = found.get(key)
    found.set(
      key,
      before
        ? {
            ...delta,
            verified: together(before.verified, delta.verified),
            reported: together(before.reported, delta.reported),
          }
        : delta,
    )
  }
  return [...found.values()].filter(({ verified, reported }) => isChange(verified) || isChange(reported))
}

/** What has to be added to `kept` so that together they say what `wanted` says. */
export const deltasMissing = (wanted: readonly Delta[], kept: readonly Delta[]): Delta[] =>
  mergedDeltas([
    ...wanted,
    ...kept.map((delta) => ({
      ...delta,
      verified: apart(unchanged, delta.verified),
      reported: apart(unchanged, delta.reported),
    })),
  ])

const changeOf = ({ quantity }: Fact, sign: 1 | -1): Change => ({
  sum: sign === 1 ? quantity : minus(zero, quantity),
  count: compare(quantity, zero) < 0 ? -sign : sign,
  rows: sign,
})

const sooner = (a: Instant, b: Instant): number => (a < b ? -1 : a > b ? 1 : 0)

interface Believed {
  readonly verified: boolean
  readonly reported: boolean
  readonly waitsOrStands: boolean
}

const notBelieved: Believed = { verified: false, reported: false, waitsOrStands: false }

/** A version that was verified is no more what is reported when a later one waits; both are rows that were looked at. */
function believedBy(stand: Stand | undefined): Believed {
  const verified = stand?.state === 'verified'
  const waitsOrStands = verified || stand?.state === 'submitted'
  return { verified, reported: waitsOrStands && stand?.newest === true, waitsOrStands }
}

/** Everything that happened to the rows, as changes of the sums: the facts of `rows`, and every version of these in `rows`. */
export function deltasOf(rows: readonly Entry[], facts: readonly Fact[]): Delta[] {
  const moments = [...new Set(rows.flatMap(({ knownAt, events }) => [knownAt, ...events.map(({ at }) => at)]))].sort(
    sooner,
  )
  const states = moments.map((moment) => ({ moment, of: standsOf(rows, moment) }))
  const all: Delta[] = []
  for (const fact of facts) {
    const serves = fact.targetId ?? fact.measure
    if (serves === null || fact.lacks.length > 0) continue
    const { unit, unitId, trueOn } = fact
    let before = notBelieved
    for (const { moment, of } of states) {
      if (moment < fact.knownAt) continue
      const now = believedBy(of.get(fact.entryId))
      const change = (name: keyof Believed) =>
        now[name] === before[name] ? unchanged : changeOf(fact, now[name] ? 1 : -1)
      const { rows } = change('waitsOrStands')
      all.push({
        serves,
        unit,
        unitId,
        trueOn,
        knownAt: moment,
        verified: change('verified'),
        reported: { ...change('reported'), rows },
      })
      before = now
    }
  }
  return mergedDeltas(all)
}
