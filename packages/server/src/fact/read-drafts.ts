import {
  type ColumnProblem,
  isOwn,
  type OfficeArea,
  type OfficeContext,
  type Register,
  type Value,
} from '@guatu/core/fact'
import type { Day } from '@guatu/core/shared'
import { type KeptUnit, unitsOf } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'
import { areaOf } from './area/store.ts'
import { type Draft, readDraft, statusOf, type Writer } from './draft.ts'
import type { Feedable } from './feedable.ts'
import { namesOf, type RowNames } from './names.ts'
import { type ReadEntry, readEntry } from './read-entry.ts'
import { type NamedUnit, type Refusal, type Row, refusal, type Sifted } from './sift.ts'

/** Problems in the order of the form. */
function inOrder({ columns }: Register, problems: readonly ColumnProblem[]): readonly ColumnProblem[] {
  const ids = Object.keys(columns)
  const place = ({ column }: ColumnProblem) => (ids.includes(column) ? ids.indexOf(column) : -1)
  return problems.toSorted((a, b) => place(a) - place(b))
}

/** The column of a register that says which unit a row is from; null where it says none. */
function unitColumnOf({ columns }: Register): string | null {
  const all = Object.entries(columns).filter(([, column]) => !isOwn(column))
  const found = all.find(([, { kind }]) => kind === 'unit') ?? all.find(([, { kind }]) => kind === 'community')
  return found?.[0] ?? null
}

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '')

/** Whose a row is: by its own column; else that of the row it belongs to; else of whoever enters it. */
function unitNamer(register: Register, units: readonly KeptUnit[], names: RowNames, { unitId, bySystem }: Writer) {
  const column = unitColumnOf(register)
  const byName = new Map(units.map((unit) => [unit.name, unit.id]))
  const isNamed = column !== null && register.columns[column]?.kind === 'unit'
  const parent = Object.entries(register.columns).find(([, { kind }]) => kind === 'row')
  const of = parent && 'register' in parent[1] ? { column: parent[0], register: parent[1].register } : null
  return ({ values }: ReadEntry): NamedUnit => {
    const name = column === null ? '' : textOf(values[column])
    // What another system reports of the whole office is for the unit that answers for the system to verify.
    const beside = bySystem === undefined ? null : (unitId ?? null)
    if (column !== null) return { name: isNamed ? name : '', id: byName.get(name) ?? beside }
    const inherited =
      of && !register.access.restricted ? names.unitOf(of.register, textOf(values[of.column])) : (unitId ?? null)
    return { name: '', id: inherited }
  }
}

/** Units are checked one by one afterwards: a row that somebody may not enter says so before its slips do. */
function contextOf(
  units: readonly KeptUnit[],
  targets: readonly Feedable[],
  names: RowNames,
  today: Day,
  area: OfficeArea | null,
): OfficeContext {
  return {
    today,
    units: new Set(units.map(({ name }) => name)),
    communities: new Set(units.filter(({ kind }) => kind === 'community').map(({ name }) => name)),
    targets: new Set(targets.map(({ id }) => id)),
    area,
    hasRow: names.has,
  }
}

interface Read {
  readonly sifted: Sifted
  readonly units: ReadonlyMap<string, KeptUnit>
}

/** Reads drafts as rows of a register, each with the unit it is of; what cannot be read is set aside. */
export async function readDrafts(
  tx: Tx,
  writer: Writer,
  register: Register,
  drafts: readonly Draft[],
  targets: readonly Feedable[],
  registers: readonly Register[],
): Promise<Read> {
  const units = await unitsOf(tx, writer.officeId)
  const reads = drafts.map((draft) => readDraft(register, draft))
  const registerOf = (id: string) => [register, ...registers].find((one) => one.id === id)
  const names = await namesOf(tx, writer.officeId, writer.now, register, registerOf, reads)
  // Only a register of places is held against the boundary.
  const hasPlaces = Object.values(register.columns).some(({ kind }) => kind === 'coordinates')
  const area = hasPlaces ? await areaOf(tx, writer.officeId) : null
  const unitOf = unitNamer(register, units, names, writer)
  const proof = writer.bySystem === undefined ? null : ('E2' as const)
  const reading = { office: contextOf(units, targets, names, writer.today, area), targets, meant: names.meant, proof }
  const passed: Row[] = []
  const refused: Refusal[] = []
  for (const [i, draft] of drafts.entries()) {
    const read = readEntry(register, reads[i] ?? { values: {}, problems: [] }, statusOf(register, draft), reading)
    if (read.ok) passed.push({ row: i + 1, draft, entry: read.value, unit: unitOf(read.value) })
    else refused.push(refusal(i + 1, inOrder(register, read.problems)))
  }
  return { sifted: { passed, refused }, units: new Map(units.map((unit) => [unit.name, unit])) }
}
