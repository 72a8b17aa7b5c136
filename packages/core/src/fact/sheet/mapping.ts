import type { SheetColumn } from './heads.ts'
import { plainHead } from './heads.ts'
import { isNeeded, type SheetShape } from './shape.ts'

/** How sure a mapping is: the same words, a known other name, words that hold one another. */
export type Sureness = 'same' | 'known' | 'alike'

export interface Mapped {
  readonly field: string
  readonly sure: Sureness
}

/** The field of each column of a sheet, by its place from 0; columns that are left out are not read. */
export type SheetMapping = ReadonlyMap<number, Mapped>

const serial = /^(?:序号|序|编号序|No|项次)$/i
const rank: Readonly<Record<Sureness, number>> = { same: 3, known: 2, alike: 1 }

function surenessOf(names: readonly string[], label: string, { own, above }: SheetColumn): Sureness | null {
  const [plain, joined] = [plainHead(own), plainHead(`${above}${own}`)]
  if (plain === label || joined === label) return 'same'
  if (names.includes(plain) || names.includes(joined)) return 'known'
  const near = [label, ...names].some(
    (name) =>
      name.length >= 2 && plain.length >= 2 && (plain.includes(name) || (name.includes(plain) && plain.length >= 3)),
  )
  return near ? 'alike' : null
}

/** Which column of a sheet holds which field of a shape, by the words at their heads: each at most once. */
export function mapColumns(shape: SheetShape, columns: readonly SheetColumn[]): SheetMapping {
  const fields = Object.entries(shape.fields).map(([field, { column, heads = [] }]) => ({
    field,
    label: plainHead(column.label.zh),
    names: heads.map(plainHead),
  }))
  const offers = columns
    .filter(({ personal, own }) => !personal && !serial.test(plainHead(own)))
    .flatMap((column) =>
      fields.flatMap(({ field, label, names }) => {
        const sure = surenessOf(names, label, column)
        return sure ? [{ at: column.at, field, sure }] : []
      }),
    )
    .toSorted((a, b) => rank[b.sure] - rank[a.sure])
  const mapping = new Map<number, Mapped>()
  const taken = new Set<string>()
  for (const { at, field, sure } of offers) {
    if (mapping.has(at) || taken.has(field)) continue
    mapping.set(at, { field, sure })
    taken.add(field)
  }
  return mapping
}

/** How well a shape fits: columns that are surely its own, less what it needs and does not find. */
function fitOf(shape: SheetShape, mapping: SheetMapping): number {
  const found = new Set([...mapping.values()].map(({ field }) => field))
  const sure = [...mapping.values()].reduce((sum, one) => sum + rank[one.sure], 0)
  const lacking = Object.entries(shape.fields).filter(([id, field]) => isNeeded(field) && !found.has(id)).length
  return sure - 3 * lacking
}

export interface Fit {
  readonly shape: SheetShape
  readonly mapping: SheetMapping
}

/** The shape of several that fits a head best; the first of those that fit alike. */
export function bestFit(shapes: readonly SheetShape[], columns: readonly SheetColumn[]): Fit | null {
  const fits = shapes.map((shape) => {
    const mapping = mapColumns(shape, columns)
    return { shape, mapping, fit: shape.wide ? wideFit(shape, columns) : fitOf(shape, mapping) }
  })
  return fits.reduce<(Fit & { fit: number }) | null>((best, one) => (best && best.fit >= one.fit ? best : one), null)
}

/** A wide sheet has a period at the left and figures of one object beside another under a head of two rows. */
function wideFit(shape: SheetShape, columns: readonly SheetColumn[]): number {
  const period = shape.wide ? shape.fields[shape.wide.period] : undefined
  const [first, ...others] = columns
  if (!first || !period || others.length < 2) return Number.NEGATIVE_INFINITY
  const names = [period.column.label.zh, ...(period.heads ?? [])].map(plainHead)
  const figures = others.filter(({ above, unit }) => above !== '' || unit !== '')
  return names.includes(plainHead(first.own)) && figures.length === others.length
    ? 2 + 2 * figures.length
    : Number.NEGATIVE_INFINITY
}
