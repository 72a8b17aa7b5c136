import { factProblems, type Register, type RowText, statesOf } from '@guatu/core/fact'
import type { Day, Instant, Problem } from '@guatu/core/shared'
import { isOpenUnit, type KeptUnit, unitsOf } from '../office/store.ts'
import type { Tx } from '../platform/db.ts'
import { hold } from '../platform/hold.ts'
import { newId } from '../platform/ids.ts'
import type { Feedable } from './feedable.ts'
import { type ReadEntry, readEntry } from './read-entry.ts'
import { addEntry, entriesWithCorrections, type KeptEntry, keysInUse } from './store.ts'

export interface Writer {
  readonly officeId: string
  readonly officerId: string
  readonly now: Instant
  readonly today: Day
}

export interface Refusal {
  readonly row: number
  readonly problem: Problem
}

export interface Recorded {
  readonly entries: readonly string[]
  readonly refused: readonly Refusal[]
}

interface Recording {
  readonly corrects?: KeptEntry | null
  readonly because?: string
  readonly keep?: boolean
  /** Why a row of this unit may not be entered by whoever does, or null. */
  readonly allow?: (unitId: string | null) => Problem | null
}

/** A row that was read, with its place among those handed in, from 1. */
interface Row {
  readonly row: number
  readonly entry: ReadEntry
}

interface Sifted {
  readonly passed: readonly Row[]
  readonly refused: readonly Refusal[]
}

function readAll(register: Register, rows: readonly RowText[], targets: readonly Feedable[], today: Day): Sifted {
  const passed: Row[] = []
  const refused: Refusal[] = []
  for (const [i, text] of rows.entries()) {
    const entry = readEntry(register, text, targets, today)
    if (entry.ok) passed.push({ row: i + 1, entry: entry.value })
    else refused.push({ row: i + 1, problem: entry.problem })
  }
  return { passed, refused }
}

/** Sets those aside that have a problem, in the order of the rows; what was refused before stays refused. */
function sift({ passed, refused }: Sifted, problemOf: (entry: ReadEntry) => Problem | null): Sifted {
  const kept: Row[] = []
  const more: Refusal[] = []
  for (const { row, entry } of passed) {
    const problem = problemOf(entry)
    if (problem) more.push({ row, problem })
    else kept.push({ row, entry })
  }
  return { passed: kept, refused: [...refused, ...more] }
}

/** Which of the keys are taken by rows that still stand; a row that was returned or withdrawn frees its key. */
async function keysStanding(tx: Tx, writer: Writer, register: Register, keys: readonly string[]): Promise<Set<string>> {
  const used = await keysInUse(tx, writer.officeId, register.id, keys)
  const rows = await entriesWithCorrections(tx, writer.officeId, [...used.values()].flat())
  const states = statesOf(rows, writer.now)
  const standing = rows.filter(({ id }) => ['submitted', 'verified'].includes(states.get(id) ?? ''))
  return new Set(standing.map((row) => row.naturalKey))
}

/** A row takes its key, so that the next of the same paste is refused like one that stood there before. */
const takingKeyOf = (taken: Set<string>) => (entry: ReadEntry) => {
  if (taken.has(entry.key)) return factProblems('fact.duplicate', { on: entry.trueOn, unit: entry.values.unit ?? '' })
  taken.add(entry.key)
  return null
}

/** The name of the unit that a row is from, by the register's own column. */
function unitNameIn({ columns }: Register): (entry: ReadEntry) => string {
  const column = Object.entries(columns).find(([, { kind }]) => kind === 'unit')?.[0] ?? ''
  return ({ values }) => values[column] ?? ''
}

/** Why a row may not be from the unit it names, or null: a slip of the pen is no new unit. */
function wrongUnit(name: string, unit: KeptUnit | undefined, today: Day): Problem | null {
  if (name === '') return null
  if (!unit) return factProblems('fact.unit_unknown', { unit: name })
  return isOpenUnit(unit, today) ? null : factProblems('fact.unit_closed', { unit: name, on: unit.closedOn ?? '' })
}

/** Keeps rows with the facts they say. */
async function keepAll(
  tx: Tx,
  writer: Writer,
  register: Register,
  rows: readonly (Row & { readonly id: string })[],
  unitIdOf: (entry: ReadEntry) => string | null,
  { corrects = null, because = '' }: Recording,
): Promise<void> {
  for (const { id, entry } of rows) {
    const kept = {
      id,
      rootId: corrects?.rootId ?? id,
      status: null,
      move: null,
      register: register.id,
      targetId: entry.target.id,
      trueOn: entry.trueOn,
      knownAt: writer.now,
      enteredBy: writer.officerId,
      corrects: corrects?.id ?? null,
      content: entry.values,
      naturalKey: entry.key,
      because,
      unitId: unitIdOf(entry),
    }
    const fact = {
      targetId: entry.target.id,
      measure: null,
      subject: '',
      quantity: entry.quantity,
      unit: entry.target.unit,
      trueOn: entry.trueOn,
      lacks: [],
    }
    await addEntry(tx, writer.officeId, kept, [fact])
  }
}

/** Enters rows: the good ones are kept, each bad one comes back with its reason, none stops another. */
export async function recordEntries(
  tx: Tx,
  writer: Writer,
  register: Register,
  rows: readonly RowText[],
  targets: readonly Feedable[],
  recording: Recording = {},
): Promise<Recorded> {
  const { corrects = null, keep = true, allow = () => null } = recording
  const unitNameOf = unitNameIn(register)
  const units = new Map((await unitsOf(tx, writer.officeId)).map((unit) => [unit.name, unit]))
  const unitIdOf = (entry: ReadEntry) => units.get(unitNameOf(entry))?.id ?? null
  const read = readAll(register, rows, targets, writer.today)
  const allowed = sift(
    read,
    (entry) => allow(unitIdOf(entry)) ?? wrongUnit(unitNameOf(entry), units.get(unitNameOf(entry)), writer.today),
  )
  const keys = allowed.passed.map(({ entry }) => entry.key)
  // Nobody else enters a row between the look at the keys and the keeping of the rows.
  if (keep) await hold(tx, `register ${writer.officeId} ${register.id}`)
  const taken = await keysStanding(tx, writer, register, keys)
  if (corrects) taken.delete(corrects.naturalKey)
  const { passed, refused } = sift(allowed, takingKeyOf(taken))
  const fresh = passed.map((row) => ({ ...row, id: newId() }))
  if (keep) await keepAll(tx, writer, register, fresh, unitIdOf, recording)
  return { entries: fresh.map(({ id }) => id), refused: refused.toSorted((a, b) => a.row - b.row) }
}
