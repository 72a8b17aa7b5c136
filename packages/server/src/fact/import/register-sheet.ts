import {
  type Column,
  type Coordinates,
  geometryJson,
  isFilled,
  isText,
  isTextList,
  ledgerNumber,
  maskedPhone,
  nameColumnOf,
  numberField,
  printed,
  type Register,
  shapeOfRegister,
  statesOf,
  statusField,
  type Value,
} from '@guatu/core/fact'
import type { Thing } from '@guatu/core/office'
import type { Instant } from '@guatu/core/shared'
import type { Tx } from '../../platform/db.ts'
import type { Cell, Sheet } from '../../platform/workbook.ts'
import { correctionsOfRegister, entriesInPieces, entriesWithCorrections, type KeptEntry } from '../store.ts'

export interface SheetOut {
  readonly officeId: string
  readonly register: Register
  readonly registers: readonly Register[]
  readonly now: Instant
  /** What people call a target. */
  readonly targets: ReadonlyMap<string, string>
  /** Whether whoever asks may see a row. */
  readonly seen: (thing: Thing) => boolean
}

type Labels = ReadonlyMap<string, string>

const idsIn = (column: Column, value: Value | undefined): readonly string[] => {
  if (!('register' in column) || !isFilled(value)) return []
  return isText(value) ? [value] : isTextList(value) ? value : []
}

/** What the rows that some rows refer to are called, so that a sheet names them and not their ids. */
async function labelsOf(
  tx: Tx,
  { officeId, register, registers, now }: SheetOut,
  rows: readonly KeptEntry[],
): Promise<Labels> {
  const labels = new Map<string, string>()
  for (const [id, column] of Object.entries(register.columns)) {
    if (!('register' in column)) continue
    const named = nameColumnOf(registers.find((one) => one.id === column.register))
    const ids = [...new Set(rows.flatMap(({ content }) => idsIn(column, content[id])))].filter(
      (one) => !labels.has(one),
    )
    if (!named || ids.length === 0) continue
    const versions = await entriesWithCorrections(tx, officeId, ids)
    // What no longer stands is still called what it was called first.
    const first = versions.filter(({ corrects }) => corrects === null)
    for (const { rootId, register: of, content } of [...first, ...lastVersions(versions, now)]) {
      const name = content[named]
      if (of === column.register && isFilled(name) && isText(name)) labels.set(rootId, name)
    }
  }
  return labels
}

/** What a cell says outside the office: what is for few eyes stays in it, and telephones are covered as on screens. */
function cellOf(column: Column, value: Value | undefined, labels: Labels, targets: Labels): string {
  if (!isFilled(value) || column.privacy === 'L3') return ''
  if (column.kind === 'phone' && isText(value)) return maskedPhone(value)
  if (column.kind === 'target' && isText(value)) return targets.get(value) ?? value
  if (!('register' in column)) return printed(column, value, 'people')
  return idsIn(column, value)
    .map((id) => labels.get(id) ?? id)
    .join('、')
}

/** The version of each row that is its last, and was neither returned nor withdrawn. */
function lastVersions(rows: readonly KeptEntry[], now: Instant): KeptEntry[] {
  const states = statesOf(rows, now)
  return [...Map.groupBy(rows, ({ rootId }) => rootId).values()].flatMap((versions) => {
    const standing = versions.filter(({ id }) => ['submitted', 'verified'].includes(states.get(id) ?? ''))
    return standing.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(-1)
  })
}

/** A row as it goes out: its values, and the words of each of its columns. */
interface RowOut {
  readonly entry: KeptEntry
  readonly words: (column: string) => string
}

/** The rows as they stand that whoever asks may see, some thousand held at a time. */
async function* standingRows(tx: Tx, out: SheetOut): AsyncGenerator<RowOut> {
  const { officeId, register, now, targets, seen } = out
  const later = Map.groupBy(await correctionsOfRegister(tx, officeId, register.id), ({ rootId }) => rootId)
  for await (const piece of entriesInPieces(tx, officeId, register.id)) {
    const roots = piece.filter(({ corrects }) => corrects === null)
    const last = lastVersions([...roots, ...roots.flatMap(({ rootId }) => later.get(rootId) ?? [])], now)
    const shown = last.filter(({ unitId, enteredBy }) => seen({ unitId, enteredBy }))
    const labels = await labelsOf(tx, out, shown)
    for (const entry of shown) {
      const words = (id: string) => {
        if (id === numberField) return ledgerNumber(register, entry.number)
        if (id === statusField) return register.lifecycle?.states[entry.status ?? '']?.label.zh ?? ''
        return cellOf(register.columns[id] as Column, entry.content[id], labels, targets)
      }
      yield { entry, words }
    }
  }
}

const columnsOut = (register: Register): readonly string[] => Object.keys(shapeOfRegister(register).fields)

/**
 * A register as people keep it: one line a row as it stands, the columns by their labels, each value in the form that
 * the import takes back. What whoever asks may not see stays behind, and so does what is covered on screens.
 */
export async function* rowsOut(tx: Tx, out: SheetOut): AsyncGenerator<Cell[]> {
  const columns = columnsOut(out.register)
  for await (const { words } of standingRows(tx, out)) yield columns.map(words)
}

const isPlace = (value: Value | undefined): value is Coordinates =>
  typeof value === 'object' && !Array.isArray(value) && 'points' in value

/** The rows of a register that lie on the map, as GeoJSON (RFC 7946), piece by piece; in CGCS2000, digits exact. */
export async function* featuresOut(tx: Tx, out: SheetOut, geometry: string): AsyncGenerator<string> {
  const { register } = out
  const { fields } = shapeOfRegister(register)
  const columns = columnsOut(register).filter((id) => id !== geometry)
  yield `{"type":"FeatureCollection","features":[`
  let between = ''
  for await (const { entry, words } of standingRows(tx, out)) {
    const place = entry.content[geometry]
    if (!isPlace(place)) continue
    const said = columns.flatMap((id) => {
      const text = words(id)
      return text === '' ? [] : [[fields[id]?.column.label.zh ?? id, text] as const]
    })
    const properties = JSON.stringify(Object.fromEntries(said))
    yield `${between}{"type":"Feature","id":"${entry.rootId}","geometry":${geometryJson(place)},"properties":${properties}}`
    between = ','
  }
  yield ']}'
}

const headingOf = (register: Register, ids: readonly string[]): readonly string[] => {
  const { fields } = shapeOfRegister(register)
  return ids.map((id) => fields[id]?.column.label.zh ?? id)
}

/** The sheet of a register with these rows. */
export const registerSheet = (register: Register, rows: Sheet['rows']): Sheet => ({
  name: register.label.zh,
  heading: headingOf(register, columnsOut(register)),
  rows,
})

/** The sheet of a register to be filled in: a new row has no number yet. */
export const blankSheet = (register: Register): Sheet => ({
  name: register.label.zh,
  heading: headingOf(
    register,
    columnsOut(register).filter((id) => id !== numberField),
  ),
  rows: [],
})
