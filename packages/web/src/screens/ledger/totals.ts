import type { Entry, RegisterShape } from '@guatu/contract'
import { decimal, isDecimal, sumOf } from '@guatu/core/shared'

export interface Total {
  readonly column: RegisterShape['columns'][number]
  readonly sum: string
}

/** The sums of the figures of some rows, for each shown column whose figures are all in one unit. */
export function totalsOf(
  { columns }: Pick<RegisterShape, 'columns'>,
  shown: readonly string[],
  rows: readonly Pick<Entry, 'values'>[],
): Total[] {
  return columns
    .filter(
      ({ id, kind, unitLabel }) => shown.includes(id) && ['quantity', 'money'].includes(kind) && unitLabel !== null,
    )
    .flatMap((column) => {
      const figures = rows.map(({ values }) => values[column.id] ?? '').filter(isDecimal)
      return figures.length === 0 ? [] : [{ column, sum: sumOf(figures.map((text) => decimal(text))) }]
    })
}
