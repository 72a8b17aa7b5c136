import { periodsWords } from '@guatu/core/fact'
import {
  answeredBySums,
  baseOfYear,
  type Evaluated,
  evaluate,
  type Figures,
  figuresOf,
  type Gaps,
  type Indicator,
  type Look,
  lookAt,
  looksOf,
  looksOfBase,
  type MeasuredNumber,
  measuresOf,
  type SeenFact,
  type Summed,
  type Tally,
  type Trust,
  type Window,
} from '@guatu/core/indicator'
import {
  type AsOf,
  asMeasured,
  compare,
  type Day,
  decimal,
  firstDayOf,
  plus,
  shownExact,
  times,
} from '@guatu/core/shared'
import {
  type Behind,
  type KeptSum,
  type MonthSum,
  measuresBehind,
  oldestOf,
  sumsByMonth,
  sumsInAll,
} from '../fact/index.ts'
import { unitsOf } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'
import { type Catalogue, indicatorOf } from './catalogue.ts'
import { measureEvidence, seenFacts } from './evidence.ts'
import { type Binding, bindingsAsOf } from './store.ts'

/** What the targets of a year have to show for one day as known then. */
export interface Numbers {
  /** What rows that name the target come to. */
  readonly tallyOf: (targetId: string) => Tally
  /** What the indicator gives that it is bound to; null where it is bound to none. */
  readonly measuredOf: (targetId: string) => MeasuredNumber | null
}

const zero = decimal(0)

const placesKept = 24

function summedOver(months: readonly MonthSum[], { from, to }: Window, trust: Trust, unit: string): Summed {
  const within = months.filter(({ month }) => month <= to && (from === null || month >= from))
  return within.reduce<Summed>(
    (all, one) => {
      const [sum, count, rows] =
        trust === 'verified'
          ? [one.verifiedSum, one.verifiedCount, one.verifiedRows]
          : [one.reportedSum, one.reportedCount, one.reportedRows]
      const inUnit = shownExact(asMeasured(decimal(sum), one.unit, unit), placesKept)
      return { sum: plus(all.sum, inUnit), count: plus(all.count, decimal(count)), rows: all.rows + rows }
    },
    { sum: zero, count: zero, rows: 0 },
  )
}

/** Figures that kept sums answer, month by month; every window begins with a month and ends with one or with the day. */
export const figuresOfSums = (sums: ReadonlyMap<string, readonly MonthSum[]>, { measures }: Catalogue): Figures => ({
  communities: [],
  facts: () => [],
  summed: (measure, window, trust) =>
    summedOver(sums.get(measure) ?? [], window, trust, measures.get(measure)?.unit ?? ''),
})

export function tallyFrom(sums: readonly KeptSum[] | undefined): Tally {
  const sum = (pick: (one: KeptSum) => number) => (sums ?? []).reduce((all, one) => all + pick(one), 0)
  const amount = (pick: (one: KeptSum) => string) =>
    (sums ?? []).reduce((all, one) => plus(all, decimal(pick(one))), zero)
  const counted = sum(({ verifiedRows }) => verifiedRows)
  return {
    verified: amount(({ verifiedSum }) => verifiedSum),
    reported: amount(({ reportedSum }) => reportedSum),
    counted,
    unverified: sum(({ reportedRows }) => reportedRows) - counted,
  }
}

/** 限制知悉: the words for a sum that tells what a single row of a restricted register says, or null. */
function toldBy(
  looks: readonly Look[],
  facts: readonly SeenFact[],
  trust: Trust,
  { registers }: Catalogue,
): Evaluated | null {
  for (const { leaf, window } of looks) {
    const register = registers.find(({ feeds }) =>
      feeds.some(({ serves }) => 'measure' in serves && serves.measure === leaf.measure),
    )
    const restricted = register?.access.restricted
    if (!restricted) continue
    const own = facts.filter(({ measure }) => measure === leaf.measure)
    const counted = lookAt(leaf, own, window, trust).filter((one) => one.counted)
    if (counted.length === 0) continue
    const sum = counted.reduce((all, { fact }) => plus(all, fact.quantity), zero)
    const isTold = counted.some(
      ({ fact }) => compare(times(fact.quantity, decimal(100)), times(sum, decimal(restricted.shareMax))) > 0,
    )
    if (counted.length < restricted.sumOfMin || isTold)
      return {
        value: null,
        says: {
          zh: `不足${restricted.sumOfMin}${restricted.row.zh}或一${restricted.row.zh}占比过大，合计不显示（${restricted.source}）`,
          en: `fewer than ${restricted.sumOfMin} ${restricted.row.en}, or one of them too large: the sum is not shown`,
        },
        through: null,
      }
  }
  return null
}

const waiting = (facts: readonly SeenFact[], { from, to }: Window): number =>
  facts.filter(({ state, trueOn }) => state === 'submitted' && trueOn <= to && (from === null || trueOn >= from)).length

interface Grounds {
  readonly indicator: Indicator
  readonly binding: Pick<Binding, 'evidenceOnly'>
  readonly window: Window
  readonly figures: Figures
  readonly unverified: number
  /** The single facts that the figures are made of; null where none of them is of a restricted register. */
  readonly restricted: readonly SeenFact[] | null
}

function measured(
  { indicator: { of }, indicator, binding, window, figures, unverified, restricted }: Grounds,
  catalogue: Catalogue,
): MeasuredNumber {
  const asked = (trust: Trust) => ({ figures, measures: catalogue.measures, window, trust })
  const told = (looks: readonly Look[], trust: Trust) => restricted && toldBy(looks, restricted, trust, catalogue)
  const verified = told(looksOf(of, asked('verified')), 'verified')
  const reported = verified ?? told(looksOf(of, asked('reported')), 'reported')
  const base = verified ?? told(looksOfBase(of, asked('verified')), 'verified')
  return {
    indicator,
    verified: verified ?? evaluate(of, asked('verified')),
    reported: reported ?? evaluate(of, asked('reported')),
    unverified,
    baseOfYear: base ? null : baseOfYear(of, asked('verified')),
    evidenceOnly: binding.evidenceOnly,
    stale: null,
    gaps: null,
  }
}

/** Periods of several series in one line: those of one kind once, in their order. */
function gapsIn(missing: Behind['missing']): Gaps | null {
  if (missing.length === 0) return null
  const kinds = [...Map.groupBy(missing, ({ every }) => every)].map(([every, of]) => ({
    every,
    starts: [...new Set(of.map(({ start }) => start))].toSorted(),
  }))
  return {
    count: kinds.reduce((all, { starts }) => all + starts.length, 0),
    periods: kinds.map(({ every, starts }) => periodsWords(every, starts)).join('；'),
  }
}

/** What the series that feed an indicator are behind with: 未更新 since the oldest of their last days, and 缺期. */
function behindFor(
  indicator: Indicator | null,
  behind: ReadonlyMap<string, Behind>,
): Pick<MeasuredNumber, 'stale' | 'gaps'> {
  const found = (indicator ? measuresOf(indicator.of) : []).flatMap((measure) => behind.get(measure) ?? [])
  const stale = found.flatMap((one) => one.stale ?? [])
  return {
    stale: stale.length === 0 ? null : { since: oldestOf(stale.map(({ since }) => since)) },
    gaps: gapsIn(found.flatMap(({ missing }) => missing)),
  }
}

export const withBehind = (number: MeasuredNumber, behind: ReadonlyMap<string, Behind>): MeasuredNumber => ({
  ...number,
  ...behindFor(number.indicator, behind),
})

const isRestricted = (indicator: Indicator, { registers }: Catalogue): boolean =>
  registers.some(
    ({ access, feeds }) =>
      access.restricted &&
      feeds.some(({ serves }) => 'measure' in serves && measuresOf(indicator.of).includes(serves.measure)),
  )

/** The number of one bound target from its facts alone: what kept sums have to agree with. */
export function measuredFrom(
  binding: Pick<Binding, 'indicator' | 'evidenceOnly'>,
  seen: readonly SeenFact[],
  communities: readonly string[],
  year: number,
  on: Day,
  catalogue: Catalogue,
): MeasuredNumber | null {
  const indicator = indicatorOf(catalogue, binding.indicator)
  if (!indicator) return null
  const window = { from: firstDayOf(year), to: on }
  const own = new Set(measuresOf(indicator.of))
  const facts = seen.filter(({ measure, trueOn }) => own.has(measure) && trueOn <= on)
  const figures = figuresOf(facts, communities)
  const restricted = isRestricted(indicator, catalogue) ? facts : null
  return measured({ indicator, binding, window, figures, unverified: waiting(facts, window), restricted }, catalogue)
}

export const communitiesOf = async (tx: Tx, officeId: string): Promise<readonly string[]> =>
  (await unitsOf(tx, officeId)).filter(({ kind }) => kind === 'community').map(({ name }) => name)

/** The numbers of targets by what they are bound to. */
export const numbersFor = async (
  tx: Tx,
  officeId: string,
  year: number,
  targetIds: readonly string[],
  asOf: AsOf,
  catalogue: Catalogue,
): Promise<Numbers> =>
  numbersBy(await bindingsAsOf(tx, officeId, year, asOf.knownAt), tx, officeId, year, targetIds, asOf, catalogue)

/**
 * The numbers that targets have, or would have, by bindings that are in force or only proposed. Counts and sums are
 * answered by kept sums, all else by single facts: a few questions, however many targets.
 */
export async function numbersBy(
  bindings: ReadonlyMap<string, Pick<Binding, 'indicator' | 'evidenceOnly'>>,
  tx: Tx,
  officeId: string,
  year: number,
  targetIds: readonly string[],
  asOf: AsOf,
  catalogue: Catalogue,
): Promise<Numbers> {
  const used = targetIds.flatMap((id) => {
    const binding = bindings.get(id)
    const indicator = binding && indicatorOf(catalogue, binding.indicator)
    return binding && indicator ? [{ id, binding, indicator }] : []
  })
  const isSummed = (indicator: Indicator) => answeredBySums(indicator.of) && !isRestricted(indicator, catalogue)
  const measuresIn = (summed: boolean) => [
    ...new Set(
      used
        .filter(({ indicator }) => isSummed(indicator) === summed)
        .flatMap(({ indicator }) => measuresOf(indicator.of)),
    ),
  ]
  const upTo = { from: null, to: asOf.on, knownAt: asOf.knownAt }
  const named = Map.groupBy(await sumsInAll(tx, officeId, { serves: targetIds, ...upTo }), (one) => one.serves)
  const months = await sumsByMonth(tx, officeId, { serves: measuresIn(true), ...upTo })
  const sums = Map.groupBy(months, (one) => one.serves)
  const single = measuresIn(false)
  const seen = seenFacts(await measureEvidence(tx, officeId, single, asOf), asOf.knownAt, catalogue)
  const communities = single.length === 0 ? [] : await communitiesOf(tx, officeId)
  const ofSums = figuresOfSums(sums, catalogue)
  const window = { from: firstDayOf(year), to: asOf.on }
  const behind = await measuresBehind(tx, officeId, asOf, [...measuresIn(true), ...single])
  const numbers = new Map(
    used.map(({ id, binding, indicator }) => {
      if (!isSummed(indicator)) {
        const number = measuredFrom(binding, seen, communities, year, asOf.on, catalogue)
        return [id, number && withBehind(number, behind)] as const
      }
      const unverified = measuresOf(indicator.of).reduce(
        (all, measure) =>
          all + ofSums.summed(measure, window, 'reported').rows - ofSums.summed(measure, window, 'verified').rows,
        0,
      )
      return [
        id,
        withBehind(
          measured({ indicator, binding, window, figures: ofSums, unverified, restricted: null }, catalogue),
          behind,
        ),
      ] as const
    }),
  )
  return { tallyOf: (id) => tallyFrom(named.get(id)), measuredOf: (id) => numbers.get(id) ?? null }
}
