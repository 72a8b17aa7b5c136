import { createHash } from 'node:crypto'
import {
  givenBy,
  headSignature,
  type Register,
  type RowOutcome,
  type RowText,
  rowForRegister,
  rowReader,
  type SheetHead,
  type SheetMapping,
  type SheetShape,
  shapeOfRegister,
  withPlaces,
} from '@guatu/core/fact'
import type { Day } from '@guatu/core/shared'
import type { FileStore } from '../../platform/files.ts'
import { stagedRows } from './stage.ts'
import type { ReadStep, Settled } from './store.ts'

/** Every sheet that may hold rows of a register: the ledgers that people keep, and its own as it is exported. */
export const shapesFor = (register: Register, shapes: readonly SheetShape[]): readonly SheetShape[] => [
  ...shapes.filter((shape) => shape.register === register.id),
  shapeOfRegister(register),
]

export const shapeNamed = (register: Register, shapes: readonly SheetShape[], id: string): SheetShape =>
  shapesFor(register, shapes).find((shape) => shape.id === id) ?? shapeOfRegister(register)

/** What a mapping is remembered by. */
export const headHash = (head: Pick<SheetHead, 'columns'>): string =>
  createHash('sha256').update(headSignature(head.columns)).digest('hex')

const mappingFrom = ({ columns }: Settled): SheetMapping =>
  new Map(columns.map(({ at, field, sure }) => [at, { field, sure: sure === 'settled' ? 'known' : sure }]))

/** One row of a sheet on its way into the register: what became of it so far, and what it says there. */
export interface Arriving {
  readonly outcome: RowOutcome
  readonly row: RowText | null
  /** What could be read of a row that is refused as it stands in the sheet; null of any other. */
  readonly readable: RowText | null
}

/** How many rows are looked at together. */
const rowsAtOnce = 1_000

/** Goes through the rows of a staged sheet by a mapping, some at a time. */
export async function* arrivingRows(
  files: FileStore,
  read: ReadStep,
  settled: Settled,
  shape: SheetShape,
  today: Day,
  named: (row: RowText) => RowText,
): AsyncGenerator<Arriving[]> {
  const reader = rowReader({ shape, head: read.head, mapping: mappingFrom(settled), today })
  const rowFrom = (values: Readonly<Record<string, string>>) =>
    named(withPlaces(rowForRegister(shape, values, settled), settled.convert ?? {}))
  for await (const rows of stagedRows(files, read.staged, rowsAtOnce))
    yield rows
      .flatMap((row) => reader(row))
      .map((outcome) => ({
        outcome,
        row: outcome.became === 'read' ? rowFrom(outcome.values) : null,
        readable: outcome.became === 'refused' ? rowFrom(outcome.values) : null,
      }))
}

/** Says the communities of a row as the office calls them: 东塘 of a sheet is 东塘社区 in an office that says so. */
export function communityNamer({ columns }: Register, communities: readonly string[]): (row: RowText) => RowText {
  const byShort = new Map(communities.map((name) => [name.replace(/社区$/, ''), name]))
  const named = Object.entries(columns).flatMap(([id, { kind }]) => (kind === 'community' ? [id] : []))
  return (row) => {
    const said = named.flatMap((id) => {
      const name = byShort.get((row[id] ?? '').replace(/社区$/, ''))
      return name === undefined ? [] : [[id, name] as const]
    })
    return said.length === 0 ? row : { ...row, ...Object.fromEntries(said) }
  }
}

/** The column of the sheet that a column of the register comes from, null where it comes from none alone. */
export function placeOfColumn(shape: SheetShape, settled: Settled, column: string): number | null {
  const given = givenBy(shape)[column]
  if (given === undefined || (typeof given !== 'string' && 'is' in given)) return null
  const field = typeof given === 'string' ? given : 'month' in given ? given.month : given.day
  return settled.columns.find((one) => one.field === field)?.at ?? null
}
