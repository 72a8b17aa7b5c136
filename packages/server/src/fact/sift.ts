import {
  type ColumnProblem,
  factProblems,
  isFilled,
  type Register,
  rowProblems,
  statesOf,
  type Value,
} from '@guatu/core/fact'
import type { Day, Problem } from '@guatu/core/shared'
import { isOpenUnit, type KeptUnit } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'
import { type Draft, rootOf, type Writer } from './draft.ts'
import { filesIn, filesOpenTo, unknownFiles } from './files.ts'
import { alreadyItemised, apartFromEachOther } from './opening.ts'
import type { ReadEntry } from './read-entry.ts'
import { entriesWithCorrections, keysInUse } from './store.ts'

export interface Refusal {
  readonly row: number
  /** What is wrong first, in the order of the columns. */
  readonly problem: Problem
  /** All that is wrong, by column. */
  readonly problems: readonly ColumnProblem[]
  /** Where its key is taken: by which rows, by their roots, or `row 3` for one handed in with it; and what it says. */
  readonly taken?: { readonly by: readonly string[]; readonly values: Readonly<Record<string, Value>> }
}

/** A row that was read, with its place among those handed in, from 1. */
export interface Row {
  readonly row: number
  readonly draft: Draft
  readonly entry: ReadEntry
  readonly unit: NamedUnit
}

export interface NamedUnit {
  readonly name: string
  readonly id: string | null
}

export interface Sifted {
  readonly passed: readonly Row[]
  readonly refused: readonly Refusal[]
}

export const refusal = (row: number, problems: readonly ColumnProblem[]): Refusal => ({
  row,
  problem: problems[0]?.problem ?? factProblems('fact.entry_unknown', {}),
  problems,
})

/** Sets those aside that have a problem, in the order of the rows; what was refused before stays refused. */
export function sift({ passed, refused }: Sifted, problemsOf: (row: Row) => readonly ColumnProblem[]): Sifted {
  const kept: Row[] = []
  const more: Refusal[] = []
  for (const one of passed) {
    const problems = problemsOf(one)
    if (problems.length > 0) more.push(refusal(one.row, problems))
    else kept.push(one)
  }
  return { passed: kept, refused: [...refused, ...more] }
}

export const alone = (problem: Problem | null): readonly ColumnProblem[] => (problem ? [{ column: '', problem }] : [])

/** Which of the keys are taken by rows that still stand; a row that was returned or withdrawn frees its key. */
export async function keysStanding(
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
export function siftByKey(register: Register, { passed, refused }: Sifted, taken: Map<string, Set<string>>): Sifted {
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
export function wrongUnit(name: string, unit: KeptUnit | undefined, today: Day): Problem | null {
  if (name === '') return null
  if (!unit) return factProblems('fact.unit_unknown', { unit: name })
  return isOpenUnit(unit, today) ? null : factProblems('fact.unit_closed', { unit: name, on: unit.closedOn ?? '' })
}

/** Why a row may not be corrected by whoever would, or null: what a system has reported, only that system reports anew. */
export function notTheirs(writer: Writer, { corrects }: Draft): Problem | null {
  if (!corrects) return null
  if (writer.bySystem !== undefined)
    return corrects.enteredBy === writer.officerId ? null : factProblems('fact.row_of_others', {})
  return corrects.bySystem ? factProblems('fact.row_of_system', { system: corrects.bySystem }) : null
}

/** Sets rows aside that name files which are not theirs to name. */
export async function siftFiles(tx: Tx, writer: Writer, register: Register, sifted: Sifted): Promise<Sifted> {
  const byRoot = Map.groupBy(sifted.passed, ({ draft }) => rootOf(draft))
  const open = new Map<string | null, ReadonlySet<string>>()
  for (const [rootId, rows] of byRoot) {
    const named = [...new Set(rows.flatMap(({ entry }) => filesIn(register, entry.values)))]
    open.set(rootId, await filesOpenTo(tx, writer, named, rootId))
  }
  return sift(sifted, ({ entry, draft }) => unknownFiles(register, entry.values, open.get(rootOf(draft)) ?? new Set()))
}

/** Sets opening balances aside that would stand beside single rows. */
export async function siftOpenings(
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
