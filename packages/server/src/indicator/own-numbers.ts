import { answeredBySums, evaluate, type Indicator, measuresOf } from '@guatu/core/indicator'
import { type AsOf, type Day, type Decimal, firstDayOf, shownExact } from '@guatu/core/shared'
import { sumsOfUnits, type UnitSum } from '../fact/index.ts'
import type { Tx } from '../platform/db.ts'
import { type Catalogue, indicatorOf } from './catalogue.ts'
import { figuresOfSums, tallyFrom } from './numbers.ts'
import { bindingsAsOf } from './store.ts'

/** What the rows of some units alone have brought for a target. */
export interface OwnNumber {
  /** In `unit`; null where the part of some units cannot be told by sums alone, as of a rank or a growth. */
  readonly verified: Decimal | null
  readonly reported: Decimal | null
  /** The unit of the indicator; null where rows name the target itself, in its own unit. */
  readonly unit: string | null
  readonly waiting: number
  readonly last: Day | null
  /** The months in which they brought anything, the first day of each. */
  readonly months: readonly Day[]
}

const placesKept = 10

const waitingIn = (sums: readonly UnitSum[]): number =>
  sums.reduce((all, { reportedRows, verifiedRows }) => all + reportedRows - verifiedRows, 0)

const inTime = (sums: readonly UnitSum[]): Pick<OwnNumber, 'waiting' | 'last' | 'months'> => ({
  waiting: waitingIn(sums),
  last:
    sums
      .map(({ last }) => last)
      .toSorted()
      .at(-1) ?? null,
  months: [...new Set(sums.map(({ month }) => month))].toSorted(),
})

function ofIndicator(indicator: Indicator, sums: readonly UnitSum[], { year, on }: Asked, catalogue: Catalogue) {
  const byMeasure = Map.groupBy(sums, ({ serves }) => serves)
  const value = (trust: 'verified' | 'reported') => {
    const window = { from: firstDayOf(year), to: on }
    const figures = figuresOfSums(byMeasure, catalogue)
    const found = evaluate(indicator.of, { figures, measures: catalogue.measures, window, trust }).value
    return found && shownExact(found, placesKept)
  }
  const told = answeredBySums(indicator.of)
  return {
    verified: told ? value('verified') : null,
    reported: told ? value('reported') : null,
    unit: indicator.unit,
    ...inTime(sums.filter(({ month }) => month >= firstDayOf(year))),
  }
}

/** A target, and whose changes it is made of. */
interface Served {
  readonly id: string
  /** Null where rows name the target itself. */
  readonly indicator: Indicator | null
  readonly serves: readonly string[]
}

interface Asked {
  readonly year: number
  readonly on: Day
}

export interface OwnAsked {
  readonly year: number
  readonly targetIds: readonly string[]
  readonly asOf: AsOf
  readonly unitIds: readonly string[]
  /** Registers that are closed to whoever asks: nothing that they say is told, not even of one's own unit. */
  readonly closed: ReadonlySet<string>
}

/** The measures, and whether targets too, that a closed register has a part in. */
function keptBack({ registers }: Catalogue, closed: ReadonlySet<string>) {
  const feeds = registers.filter(({ id }) => closed.has(id)).flatMap((register) => register.feeds)
  return {
    measures: new Set(feeds.flatMap(({ serves }) => ('measure' in serves ? [serves.measure] : []))),
    targets: feeds.some(({ serves }) => !('measure' in serves)),
  }
}

/** By target, what the rows of some units have brought; a target for which they brought nothing is not among them. */
export async function ownNumbersFor(
  tx: Tx,
  officeId: string,
  { year, targetIds, asOf, unitIds, closed }: OwnAsked,
  catalogue: Catalogue,
): Promise<ReadonlyMap<string, OwnNumber>> {
  const bindings = await bindingsAsOf(tx, officeId, year, asOf.knownAt)
  const back = keptBack(catalogue, closed)
  const asked = targetIds.flatMap((id): Served[] => {
    const binding = bindings.get(id)
    const indicator = binding ? indicatorOf(catalogue, binding.indicator) : null
    if (!indicator) return back.targets ? [] : [{ id, indicator, serves: [id] }]
    const serves = measuresOf(indicator.of)
    return serves.some((measure) => back.measures.has(measure)) ? [] : [{ id, indicator, serves }]
  })
  const serves = [...new Set(asked.flatMap((one) => one.serves))]
  const sums = await sumsOfUnits(tx, officeId, { serves, to: asOf.on, knownAt: asOf.knownAt }, unitIds)
  const numbers = new Map<string, OwnNumber>()
  for (const one of asked) {
    const own = sums.filter((sum) => one.serves.includes(sum.serves))
    if (own.length === 0) continue
    if (one.indicator) {
      numbers.set(one.id, ofIndicator(one.indicator, own, { year, on: asOf.on }, catalogue))
      continue
    }
    const { verified, reported } = tallyFrom(own)
    numbers.set(one.id, { verified, reported, unit: null, ...inTime(own) })
  }
  return numbers
}
