import type { Register } from '@guatu/core/fact'
import type { Indicator, Measure, Shared } from '@guatu/core/indicator'

/** What the office declares of its numbers; handed in, so that no stage knows the definitions. */
export interface Catalogue {
  readonly indicators: readonly Indicator[]
  readonly measures: ReadonlyMap<string, Measure>
  readonly registers: readonly Register[]
  /** Pairs of indicators that may count the same row. */
  readonly shared: Shared
  /** The ids that the books give the targets of an indicator. */
  readonly crosswalk: readonly { readonly book: string; readonly indicator: string }[]
}

export const indicatorOf = ({ indicators }: Catalogue, id: string): Indicator | null =>
  indicators.find((one) => one.id === id) ?? null
