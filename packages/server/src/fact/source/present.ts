import type * as contract from '@guatu/contract'
import { boundsOn, periodsWords } from '@guatu/core/fact'
import type { Day, Instant, Words } from '@guatu/core/shared'
import type { ReadingMeasures } from './declare.ts'
import type { KeptKey } from './key-store.ts'
import type { SeriesSeen } from './reading-store.ts'
import type { RefusedReading } from './refusals.ts'
import { isOver } from './seat.ts'
import type { KeptSystem } from './store.ts'

type NameOf = (id: string) => string

function stateOf(key: KeptKey, now: Instant): contract.SourceSystem['keys'][number]['state'] {
  if (key.revokedAt !== null) return 'revoked'
  if (isOver(key, now)) return 'over'
  return key.untilAt === null ? 'inForce' : 'followed'
}

const presentKey = (key: KeptKey, nameOf: NameOf, now: Instant): contract.SourceSystem['keys'][number] => ({
  id: key.id,
  state: stateOf(key, now),
  issuedBy: nameOf(key.issuedBy),
  issuedAt: key.issuedAt,
  until: key.untilAt,
  lastSeenAt: key.lastSeenAt,
  revokedBy: key.revokedBy === null ? null : nameOf(key.revokedBy),
  revokedAt: key.revokedAt,
})

const presentSeries = (series: SeriesSeen, label: Words): contract.SourceSeries => ({
  id: series.id,
  code: series.code,
  measure: series.measure,
  label,
  community: series.community,
  place: series.place,
  periodType: series.periodType,
  unit: series.unit,
  lagDays: series.lagDays,
  rhythmSource: series.rhythmSource,
  from: series.expectedFrom,
  ...(series.lowest === null ? {} : { lowest: series.lowest }),
  ...(series.highest === null ? {} : { highest: series.highest }),
  state: series.endedAt === null ? series.seen.state : 'ended',
  last: series.seen.last,
  due: series.seen.due,
  gaps:
    series.endedAt !== null || series.seen.missing.length === 0
      ? null
      : { count: series.seen.missing.length, periods: periodsWords(series.periodType, series.seen.missing) },
})

const presentRefused = ({
  series,
  period,
  value,
  code,
  knownAt,
  ...said
}: RefusedReading): contract.RefusedReading => ({
  series,
  period,
  value,
  code,
  says: { zh: said.saysZh, en: said.saysEn },
  next: { zh: said.nextZh, en: said.nextEn },
  at: knownAt,
})

/** What readings may be of, with the periods and the bounds that a series has to keep to. */
export const presentMeasures = (measures: ReadingMeasures, on: Day): contract.SourceSystems['measures'] =>
  [...measures].map(([id, { label, unit, every, bounds }]) => {
    const { least, most } = boundsOn(bounds, on)
    return { id, label, unit, every: [...every], lowest: least, highest: most }
  })

/** What is there to be shown of the systems. */
export interface SystemsSeen {
  readonly systems: readonly KeptSystem[]
  readonly series: readonly SeriesSeen[]
  readonly keys: readonly KeptKey[]
  readonly refused: readonly RefusedReading[]
  readonly now: Instant
}

/** The systems with their series and keys: everything but a figure, and what opens one. */
export const presentSystems = (
  { systems, series, keys, refused, now }: SystemsSeen,
  measures: ReadingMeasures,
  names: { readonly person: NameOf; readonly unit: NameOf },
): contract.SourceSystem[] =>
  systems.map((system) => {
    const own = keys.filter(({ systemId }) => systemId === system.id)
    const seen = own.flatMap(({ lastSeenAt }) => lastSeenAt ?? []).toSorted()
    return {
      id: system.id,
      name: system.name,
      unit: names.unit(system.unitId),
      basis: system.basis,
      declaredBy: names.person(system.declaredBy),
      declaredAt: system.declaredAt,
      lastSeenAt: seen.at(-1) ?? null,
      keys: own.map((key) => presentKey(key, names.person, now)),
      series: series
        .filter(({ systemId }) => systemId === system.id)
        .map((one) => presentSeries(one, measures.get(one.measure)?.label ?? { zh: one.measure, en: one.measure })),
      refused: refused.filter(({ systemId }) => systemId === system.id).map(presentRefused),
    }
  })
