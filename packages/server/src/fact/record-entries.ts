import {
  type Column,
  type ColumnProblem,
  factProblems,
  isFilled,
  isOwn,
  isRetired,
  type OfficeArea,
  type OfficeContext,
  type Register,
  type RowRead,
  type RowText,
  type RowValues,
  readRow,
  rowProblems,
  statesOf,
  statusNamed,
  type Value,
} from '@guatu/core/fact'
import type { Day, Instant, Problem, Words } from '@guatu/core/shared'
import { isOpenUnit, type KeptUnit, unitsOf } from '../office/store.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { areaOf } from './area/store.ts'
import type { Feedable } from './feedable.ts'
import { filesIn, filesOpenTo, keepFiles, unknownFiles } from './files.ts'
import { lockedMonths, monthOf } from './months.ts'
import { namesOf, type RowNames } from './names.ts'
import { alreadyItemised, apartFromEachOther, overlapping } from './opening.ts'
import { type ReadEntry, readEntry } from './read-entry.ts'
import { addEntries, entriesWithCorrections, holdRegister, type KeptEntry, keysInUse, type NewEntry } from './store.ts'

export interface Writer {
  readonly officeId: string
  readonly officerId: string
  readonly now: Instant
  readonly today: Day
  /** The unit of the post, for rows of registers whose rows name none. */
  readonly unitId?: string
  /** The name of the other system that reports the rows; then `officerId` is its id and no person's. */
  readonly bySystem?: string
}

/** A row handed in: its text, and what it is a later version of. */
export interface Draft {
  readonly text: RowText
  /** Where it stands in the lifecycle, by id or label; left out, at the beginning or where the version before stood. */
  readonly status?: string | null
  readonly corrects?: KeptEntry | null
  readonly move?: string | null
  /** The values that stay where the text says nothing; an empty cell empties one. */
  readonly base?: RowValues
  /** The root of the row that it says it is, by its number: then it is refused as one whose key that row has taken. */
  readonly names?: string
}

export interface Refusal {
  readonly row: number
  /** What is wrong first, in the order of the columns. */
  readonly problem: Problem
  /** All that is wrong, by column. */
  readonly problems: readonly ColumnProblem[]
  /** Where its key is taken: by which rows, by their roots, or `row 3` for one handed in with it; and what it says. */
  readonly taken?: { readonly by: readonly string[]; readonly values: Readonly<Record<string, Value>> }
}

export interface Recorded {
  readonly entries: readonly string[]
  /** What tells them from other rows, in the same order. */
  readonly keys: readonly string[]
  readonly refused: readonly Refusal[]
  /** What they were read as, in the same order. */
  readonly rows: readonly { readonly values: Readonly<Record<string, Value>>; readonly status: string | null }[]
  /** What should be known of rows that were taken, by their place among those handed in. */
  readonly notes: readonly { readonly row: number; readonly says: Words }[]
}

/** What to say of a row that names a target whose number rows like it do not make, by the target's id. */
export type NotCounted = ReadonlyMap<string, Words>

export interface Recording {
  readonly because?: string
  readonly keep?: boolean
  /** Why a row of this unit may not be entered by whoever does, or null. */
  readonly allow?: (unitId: string | null) => Problem | null
  readonly notCounted?: NotCounted
  /** Registers that rows may refer to; the row's own is always among them. */
  readonly registers?: readonly Register[]
}

/** A row that was read, with its place among those handed in, from 1. */
interface Row {
  readonly row: number
  readonly draft: Draft
  readonly entry: ReadEntry
  readonly unit: NamedUnit
}

interface NamedUnit {
  readonly name: string
  readonly id: string | null
}

interface Sifted {
  readonly passed: readonly Row[]
  readonly refused: readonly Refusal[]
}

const refusal = (row: number, problems: readonly ColumnProblem[]): Refusal => ({
  row,
  problem: problems[0]?.problem ?? factProblems('fact.entry_unknown', {}),
  problems,
})

/** Problems in the order of the form. */
function inOrder({ columns }: Register, problems: readonly ColumnProblem[]): readonly ColumnProblem[] {
  const ids = Object.keys(columns)
  const place = ({ column }: ColumnProblem) => (ids.includes(column) ? ids.indexOf(column) : -1)
  return problems.toSorted((a, b) => place(a) - place(b))
}

/** Reads a draft. What an earlier version holds in a column that the office has retired stays, whatever is typed. */
function readDraft(register: Register, { base, text, corrects }: Draft): RowRead {
  const retired = corrects
    ? Object.keys(register.columns).filter((id) => isRetired(register.columns[id] as Column))
    : []
  if (retired.length === 0) return over(base, text, readRow(register, text))
  const typed = Object.fromEntries(Object.entries(text).filter(([id]) => !retired.includes(id)))
  const kept = Object.fromEntries(retired.map((id) => [id, corrects?.content[id]]))
  return over({ ...base, ...kept }, typed, readRow(register, typed))
}

/** What was typed over what stays: an empty cell empties it. */
function over(base: RowValues | undefined, text: RowText, { values, problems }: RowRead): RowRead {
  if (!base) return { values, problems }
  const kept = Object.entries(base).filter(([id]) => text[id] === undefined)
  return { values: { ...Object.fromEntries(kept), ...values }, problems }
}

/** Where a draft stands in the lifecycle of its register; null where that has none. */
export function statusOf(register: Register, { status, corrects }: Pick<Draft, 'status' | 'corrects'>): string | null {
  const { lifecycle } = register
  if (!lifecycle) return null
  const before = corrects?.status ?? lifecycle.initial
  return status === undefined || status === null || status === '' ? before : statusNamed(register, status)
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

/** Sets those aside that have a problem, in the order of the rows; what was refused before stays refused. */
function sift({ passed, refused }: Sifted, problemsOf: (row: Row) => readonly ColumnProblem[]): Sifted {
  const kept: Row[] = []
  const more: Refusal[] = []
  for (const one of passed) {
    const problems = problemsOf(one)
    if (problems.length > 0) more.push(refusal(one.row, problems))
    else kept.push(one)
  }
  return { passed: kept, refused: [...refused, ...more] }
}

const alone = (problem: Problem | null): readonly ColumnProblem[] => (problem ? [{ column: '', problem }] : [])

/** Which of the keys are taken by rows that still stand; a row that was returned or withdrawn frees its key. */
async function keysStanding(
  tx: Tx,
  writer: Writer,
  register: Register,
  rows: readonly Row[],
): Promise<Map<string, Set<string>>> {
  const keys = rows.map(({ entry }) => entry.key)
  const used = await keysInUse(tx, writer.officeId, register.id, keys)
  if (used.length === 0) return new Map()
  const found = await entriesWithCorrections(tx, writer.officeId, used)
  const states = statesOf(found, writer.now)
  const taken = new Map<string, Set<string>>()
  for (const { id, naturalKey, rootId } of found)
    if (['submitted', 'verified'].includes(states.get(id) ?? ''))
      taken.set(naturalKey, (taken.get(naturalKey) ?? new Set()).add(rootId))
  return taken
}

function duplicate(register: Register, { entry, unit }: Row): Problem {
  if (entry.targetId !== null) return factProblems('fact.duplicate', { on: entry.trueOn, unit: unit.name })
  const columns = register.key
    .filter((id) => isFilled(entry.values[id]))
    .map((id) => register.columns[id]?.label.zh ?? id)
  return rowProblems('fact.key_taken', { register: register.label.zh, columns: columns.join('、') })
}

/** Each row takes its key, so that the next of the same paste is refused like one that stood there before. */
function siftByKey(register: Register, { passed, refused }: Sifted, taken: Map<string, Set<string>>): Sifted {
  const kept: Row[] = []
  const more: Refusal[] = []
  for (const row of passed) {
    const { entry, draft } = row
    const roots = taken.get(entry.key) ?? new Set()
    const own = draft.corrects?.rootId ?? ''
    const by = draft.names === undefined ? [...roots].filter((root) => root !== own) : [draft.names]
    if (by.length > 0) {
      more.push({ ...refusal(row.row, alone(duplicate(register, row))), taken: { by, values: entry.values } })
      continue
    }
    taken.set(entry.key, roots.add(own === '' ? `row ${row.row}` : own))
    kept.push(row)
  }
  return { passed: kept, refused: [...refused, ...more] }
}

/** Why a row may not be from the unit it names, or null: a slip of the pen is no new unit. */
function wrongUnit(name: string, unit: KeptUnit | undefined, today: Day): Problem | null {
  if (name === '') return null
  if (!unit) return factProblems('fact.unit_unknown', { unit: name })
  return isOpenUnit(unit, today) ? null : factProblems('fact.unit_closed', { unit: name, on: unit.closedOn ?? '' })
}

/** Why a row may not be corrected by whoever would, or null: what a system has reported, only that system reports anew. */
function notTheirs(writer: Writer, { corrects }: Draft): Problem | null {
  if (!corrects) return null
  if (writer.bySystem !== undefined)
    return corrects.enteredBy === writer.officerId ? null : factProblems('fact.row_of_others', {})
  return corrects.bySystem ? factProblems('fact.row_of_system', { system: corrects.bySystem }) : null
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

async function readAll(
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

/** The row that a draft is a version of; null where it is a new one. */
const rootOf = ({ corrects, names }: Draft): string | null => corrects?.rootId ?? names ?? null

/** Sets rows aside that name files which are not theirs to name. */
async function siftFiles(tx: Tx, writer: Writer, register: Register, sifted: Sifted): Promise<Sifted> {
  const byRoot = Map.groupBy(sifted.passed, ({ draft }) => rootOf(draft))
  const open = new Map<string | null, ReadonlySet<string>>()
  for (const [rootId, rows] of byRoot) {
    const named = [...new Set(rows.flatMap(({ entry }) => filesIn(register, entry.values)))]
    open.set(rootId, await filesOpenTo(tx, writer, named, rootId))
  }
  return sift(sifted, ({ entry, draft }) => unknownFiles(register, entry.values, open.get(rootOf(draft)) ?? new Set()))
}

/** Sets opening balances aside that would stand beside single rows. */
async function siftOpenings(
  tx: Tx,
  writer: Writer,
  register: Register,
  registers: readonly Register[],
  sifted: Sifted,
): Promise<Sifted> {
  if (!register.opening) return sifted
  const found = new Map<Row, readonly ColumnProblem[]>()
  for (const row of sifted.passed) {
    found.set(row, await alreadyItemised(tx, writer, register, registers, row.entry, rootOf(row.draft)))
  }
  const single = sift(sifted, (row) => found.get(row) ?? [])
  const apart = apartFromEachOther(register)
  return sift(single, ({ entry }) => apart(entry))
}

/** Keeps rows with the facts they say, and puts the files they name behind them. Returns their ids, in order. */
async function keepAll(
  tx: Tx,
  writer: Writer,
  register: Register,
  rows: readonly Row[],
  because: string,
): Promise<readonly string[]> {
  const locked = await lockedMonths(tx, writer.officeId)
  const fresh = rows.map(({ entry, draft, unit }) => {
    const id = newId()
    const kept: NewEntry['entry'] = {
      id,
      rootId: draft.corrects?.rootId ?? id,
      register: register.id,
      targetId: entry.targetId,
      trueOn: entry.trueOn,
      knownAt: writer.now,
      enteredBy: writer.officerId,
      bySystem: writer.bySystem ?? null,
      corrects: draft.corrects?.id ?? null,
      number: draft.corrects?.number ?? null,
      status: entry.status,
      move: draft.move ?? null,
      content: entry.values,
      naturalKey: entry.key,
      because,
      unitId: unit.id,
      late: [entry.trueOn, ...entry.facts.map(({ trueOn }) => trueOn)].some((on) => locked.has(monthOf(on))),
    }
    return { entry: kept, facts: entry.facts, files: filesIn(register, entry.values) }
  })
  await addEntries(tx, writer.officeId, fresh)
  for (const { entry, files } of fresh) await keepFiles(tx, writer, entry.id, files)
  return fresh.map(({ entry }) => entry.id)
}

/**
 * Enters rows, new ones and later versions: the good ones are kept, each bad one comes back with its reasons, none stops
 * another. Where nothing is to be kept, the same is said and no id is of a row.
 */
export async function recordDrafts(
  tx: Tx,
  writer: Writer,
  register: Register,
  drafts: readonly Draft[],
  targets: readonly Feedable[],
  { because = '', keep = true, allow = () => null, registers = [], notCounted }: Recording = {},
): Promise<Recorded> {
  const { sifted, units } = await readAll(tx, writer, register, drafts, targets, registers)
  const allowed = sift(sifted, ({ unit, draft }) =>
    alone(notTheirs(writer, draft) ?? allow(unit.id) ?? wrongUnit(unit.name, units.get(unit.name), writer.today)),
  )
  const proved = await siftFiles(tx, writer, register, allowed)
  if (keep) await holdRegister(tx, writer.officeId, register)
  const overlaps = await overlapping(tx, writer, register, registers)
  const taken = await keysStanding(tx, writer, register, proved.passed)
  const apart = await siftOpenings(
    tx,
    writer,
    register,
    registers,
    sift(proved, ({ entry }) => overlaps(entry)),
  )
  const { passed, refused } = siftByKey(register, apart, taken)
  const entries = keep ? await keepAll(tx, writer, register, passed, because) : passed.map(() => newId())
  return {
    entries,
    keys: passed.map(({ entry }) => entry.key),
    rows: passed.map(({ entry }) => entry),
    refused: refused.toSorted((a, b) => a.row - b.row),
    notes: passed.flatMap(({ row, entry }) => {
      const says = entry.targetId === null ? undefined : notCounted?.get(entry.targetId)
      return says ? [{ row, says }] : []
    }),
  }
}

/** Enters fresh rows as text. */
export const recordEntries = (
  tx: Tx,
  writer: Writer,
  register: Register,
  rows: readonly RowText[],
  targets: readonly Feedable[],
  recording: Recording = {},
): Promise<Recorded> =>
  recordDrafts(
    tx,
    writer,
    register,
    rows.map((text) => ({ text })),
    targets,
    recording,
  )
