import type { NewSeries, SourceSeries } from '@guatu/contract'
import { dayWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'

export type Period = NewSeries['periodType']

export const periodWords: Readonly<Record<Period, () => string>> = {
  hour: m.source_systems_every_hour,
  day: m.source_systems_every_day,
  month: m.source_systems_every_month,
  quarter: m.source_systems_every_quarter,
  year: m.source_systems_every_year,
}

export const stateWords: Readonly<Record<SourceSeries['state'], () => string>> = {
  current: m.source_systems_current,
  stale: m.source_systems_stale,
  notDue: m.source_systems_not_due,
  ended: m.source_systems_ended,
}

/** What the server calls the whole sub-district, in every language. */
export const wholeStreet = '街道本级'

export const placeWords = ({ community, place }: Pick<SourceSeries, 'community' | 'place'>): string => {
  const name = community === wholeStreet ? m.source_systems_street() : community
  return place === '' ? name : `${name} ${place}`
}

export const lastWords = (last: string | null): string => (last === null ? m.source_systems_never() : dayWords(last))
