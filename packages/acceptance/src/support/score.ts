/** A row of a labelled report, or of a reading in the same form; the fields depend on `role`. */
export interface Row {
  readonly role: string
  readonly quote: string
  readonly start: number
  readonly task: string | number | null
  readonly [field: string]: unknown
}

export interface Tally {
  readonly right: number
  readonly labelled: number
  readonly read: number
}

const touches = (a: Row, b: Row): boolean => a.start < b.start + b.quote.length && b.start < a.start + a.quote.length

const same = (fields: readonly string[]) => (a: Row, b: Row) =>
  touches(a, b) && fields.every((field) => JSON.stringify(a[field] ?? null) === JSON.stringify(b[field] ?? null))

/** How many labelled rows have a row of the reading that touches them and agrees in `fields`; each is taken once. */
export function tally(labels: readonly Row[], rows: readonly Row[], fields: readonly string[]): Tally {
  const agrees = same(fields)
  const left = [...rows]
  let right = 0
  for (const label of labels) {
    const found = left.findIndex((row) => agrees(label, row))
    if (found < 0) continue
    left.splice(found, 1)
    right++
  }
  return { right, labelled: labels.length, read: rows.length }
}

/** Twice what is right, in per mille of what is labelled and what is read together (F1). */
export function perMille(tallies: readonly Tally[]): number {
  const sum = (of: (each: Tally) => number): number => tallies.reduce((all, each) => all + of(each), 0)
  const all = sum(({ labelled, read }) => labelled + read)
  return all === 0 ? 1000 : Math.floor((2000 * sum(({ right }) => right)) / all)
}

/** Rows that promise nothing and were read as promises. */
export const takenForPromises = (labels: readonly Row[], targets: readonly Row[]): Row[] =>
  labels.filter((label) => label.role === 'context' && targets.some((target) => touches(label, target)))
