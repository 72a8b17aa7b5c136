import type { RegisterShape } from '@guatu/contract'

type Shown = Pick<RegisterShape, 'columns' | 'key'>

/** A table of more columns than this is read by scrolling; the rest is a press away. */
const columnsAtFirst = 8
const longKinds: readonly string[] = ['longText', 'coordinates', 'evidence', 'rows']

/** The columns of a register that are shown before somebody has chosen: all of a short one, of a long one what tells its rows apart. */
export function firstColumns({ columns, key }: Shown): readonly string[] {
  if (columns.length <= columnsAtFirst) return columns.map(({ id }) => id)
  const telling = columns.filter(
    ({ id, kind, required }) => (key.includes(id) || required) && !longKinds.includes(kind),
  )
  // Whoever adds a column wants to see it.
  const own = columns.filter((column) => column.own === 'open' && !telling.includes(column))
  return [...telling.slice(0, columnsAtFirst), ...own].map(({ id }) => id)
}

/**
 * The columns named in the address that the register has, in its own order. Where none is named, the first ones of which
 * some row here says something: what only rows of another kind are asked for stays away.
 */
export function shownColumns(
  shape: Shown,
  named: string | undefined,
  rows: readonly { readonly values: Readonly<Record<string, string>> }[],
): readonly string[] {
  const wanted = (named ?? '').split(',')
  const found = shape.columns.map(({ id }) => id).filter((id) => wanted.includes(id))
  if (found.length > 0) return found
  const first = firstColumns(shape)
  if (rows.length === 0 || first.length === shape.columns.length) return first
  return first.filter((id) => rows.some(({ values }) => (values[id] ?? '') !== ''))
}
