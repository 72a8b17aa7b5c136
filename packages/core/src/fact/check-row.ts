import type { Day, Problem } from '../shared/index.ts'
import { notProved, provedBy } from './columns/evidence.ts'
import { type Column, checkValue } from './columns/index.ts'
import { isFilled, type OfficeContext, type RowValues, type Value } from './columns/value.ts'
import { factProblems } from './problems.ts'
import { brokenBy, type ColumnProblem } from './register/check-rule.ts'
import { type Condition, columnsAsked, holds, type RowSeen } from './register/condition.ts'
import type { Move } from './register/lifecycle.ts'
import { isRetired } from './register/own.ts'
import type { Register } from './register/register.ts'
import { columnsOfRule, type Rule } from './register/rule.ts'
import { conditionWords } from './register/words.ts'
import { rowProblems } from './row-problems.ts'

/** A row that its register takes: canonical values, the empty columns left out. */
export interface CheckedRow {
  readonly values: Readonly<Record<string, Value>>
}

export type RowCheck =
  | { readonly ok: true; readonly row: CheckedRow }
  | { readonly ok: false; readonly problems: readonly ColumnProblem[] }

function missing(register: Register, { label, requiredWhen }: Column): Problem {
  if (!requiredWhen) return factProblems('fact.column_missing', { column: label.zh })
  const { zh: when, en: whenEn } = conditionWords(register, requiredWhen)
  return rowProblems('fact.needed_here', { column: label.zh, when, whenEn })
}

function stray(register: Register, label: string, askedWhen: Condition): Problem {
  const { zh: when, en: whenEn } = conditionWords(register, askedWhen)
  return rowProblems('fact.not_asked_here', { column: label, when, whenEn })
}

/** Whether a needed column has what is needed: anything at all, and for evidence a file of the right class. */
const unproved = (column: Column, value: Value): Problem | null =>
  column.kind === 'evidence' && !provedBy(column.anyOf, value) ? notProved(column) : null

/** What is wrong with a cell beside the others of its row: needed and lacking, or filled where it is not asked for. */
function unfit(register: Register, id: string, column: Column, row: RowSeen): Problem | null {
  if (isRetired(column)) return null
  const { askedWhen, required, requiredWhen } = column
  const value = row.values[id]
  const filled = isFilled(value)
  // Most columns of a long register are empty and may be: they ask no condition.
  if (!filled && !required && !requiredWhen) return null
  if (askedWhen && !holds(askedWhen, row)) return filled ? stray(register, column.label.zh, askedWhen) : null
  if (!required && !(requiredWhen && holds(requiredWhen, row))) return null
  return filled ? unproved(column, value) : missing(register, column)
}

const listed = new WeakMap<Register, readonly (readonly [string, Column])[]>()

/** The columns in their order, listed once for each register: a sheet has a hundred thousand rows. */
function columnsOf(register: Register): readonly (readonly [string, Column])[] {
  const known = listed.get(register)
  if (known) return known
  const columns = Object.entries(register.columns)
  listed.set(register, columns)
  return columns
}

/**
 * Checks a row of typed values against its register: a canonical row, or everything that is wrong with it, by column.
 * Cells come first, then what is needed, then the rules between them. `found` is what was wrong with cells when they were
 * read. Pure: the office and its day are handed in.
 */
export function checkRow(
  register: Register,
  values: RowValues,
  office: OfficeContext,
  state: string | null = register.lifecycle?.initial ?? null,
  found: readonly ColumnProblem[] = [],
): RowCheck {
  const problems: ColumnProblem[] = [...found]
  const canonical: Record<string, Value> = {}
  for (const [id, value] of Object.entries(values)) {
    const column = Object.hasOwn(register.columns, id) ? register.columns[id] : undefined
    if (!column) problems.push({ column: id, problem: factProblems('fact.column_unknown', { column: id }) })
    if (!column || !isFilled(value)) continue
    const checked = checkValue(column, value, office)
    if (checked.ok) canonical[id] = checked.value
    else problems.push({ column: id, problem: checked.problem })
  }
  // A cell that could not be read is still filled: it is not called missing as well.
  const unread = new Set(problems.map(({ column }) => column))
  const row = { values: canonical, state, today: office.today }
  for (const [id, column] of columnsOf(register)) {
    const problem = unread.has(id) ? null : unfit(register, id, column, row)
    if (problem) problems.push({ column: id, problem })
  }
  for (const rule of register.rules ?? [])
    if (!asksAbout(rule, unread)) problems.push(...brokenBy(rule, register.columns, row))
  problems.push(...unfitStatus(register, row, new Set(problems.map(({ column }) => column))))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, row: { values: canonical } }
}

/** Whether a rule asks about a cell that is filled with something that could not be read. */
function asksAbout(rule: Rule, unread: ReadonlySet<string>): boolean {
  const asked = rule.kind === 'must' ? columnsAsked(rule.holds) : columnsOfRule(rule)
  return asked.some((id) => unread.has(id))
}

/**
 * Why a row cannot be entered at a status: there is none of that name, no row of its kind comes there, or what the move
 * into it needs is lacking. Of several moves that lead there the one that lacks least is asked for.
 */
function unfitStatus(register: Register, row: RowSeen, told: ReadonlySet<string>): readonly ColumnProblem[] {
  const { lifecycle } = register
  if (!lifecycle || row.state === null || row.state === lifecycle.initial) return []
  const status = stateLabel(register, row.state)
  if (!Object.hasOwn(lifecycle.states, row.state))
    return [{ column: '', problem: rowProblems('fact.status_unknown', { status }) }]
  const into = Object.values(lifecycle.moves).filter(
    ({ to, from, when }) =>
      to === row.state &&
      from.some((id) => id !== to) &&
      (!when || holds(when, { ...row, state: from[0] ?? row.state })),
  )
  if (into.length === 0) return [{ column: '', problem: rowProblems('fact.status_unfit', { status }) }]
  const lacking = into.map((move) => lackingFor(register, move, row.values).filter(({ column }) => !told.has(column)))
  return lacking.toSorted((a, b) => a.length - b.length)[0] ?? []
}

/** What a move needs and a row lacks. */
function lackingFor(register: Register, move: Move, values: RowValues): readonly ColumnProblem[] {
  const { zh: when, en: whenEn } = move.label
  return (move.needs ?? []).flatMap((needed) => {
    const column = register.columns[needed]
    if (!column) return []
    const value = values[needed]
    const empty = () => rowProblems('fact.needed_here', { column: column.label.zh, when, whenEn })
    const problem = isFilled(value) ? unproved(column, value) : empty()
    return problem ? [{ column: needed, problem }] : []
  })
}

/** The state of a lifecycle by its id or its Chinese label; what is neither stays as it was typed. */
export function statusNamed({ lifecycle }: Register, words: string): string {
  const states = Object.entries(lifecycle?.states ?? {})
  return states.find(([id, { label }]) => id === words.trim() || label.zh === words.trim())?.[0] ?? words.trim()
}

const stateLabel = (register: Register, id: string): string => register.lifecycle?.states[id]?.label.zh ?? id

/** A row that somebody wants to take further. */
export interface Moving {
  readonly values: RowValues
  readonly state: string
  readonly duties: readonly string[]
  readonly today: Day
}

/** Whether a move is open to a row as it stands and to a post with these duties. */
const isOpen = (move: Move, { values, state, duties, today }: Moving): boolean =>
  move.from.includes(state) &&
  move.by !== 'system' &&
  move.by.some((duty) => duties.includes(duty)) &&
  (!move.when || holds(move.when, { values, state, today }))

/** The moves that are open to a row as it stands and to a post with these duties. */
export const openMoves = ({ lifecycle }: Register, moving: Moving): readonly string[] =>
  Object.entries(lifecycle?.moves ?? {}).flatMap(([id, move]) => (isOpen(move, moving) ? [id] : []))

/** The move that takes a row to a status from where it stands, for a post with these duties; null where none does. */
export const moveTo = (register: Register, to: string, moving: Moving): string | null =>
  openMoves(register, moving).find((id) => register.lifecycle?.moves[id]?.to === to) ?? null

/** Why a move of the lifecycle cannot be made, by column where one is lacking; empty where it can. */
export function checkMove(register: Register, id: string, moving: Moving): readonly ColumnProblem[] {
  const move = register.lifecycle?.moves[id]
  if (!move || !isOpen(move, moving)) {
    const facts = { move: move?.label.zh ?? id, state: stateLabel(register, moving.state) }
    return [{ column: '', problem: rowProblems('fact.move_unknown', facts) }]
  }
  return lackingFor(register, move, moving.values)
}

/** The columns that a row like this one is asked for, and those of them that it needs, also for a move where one is named. */
export function columnsFor(
  register: Register,
  row: RowSeen,
  move: string | null = null,
): { readonly asked: readonly string[]; readonly needed: readonly string[] } {
  const asked = columnsOf(register).filter(
    ([, column]) => !isRetired(column) && (!column.askedWhen || holds(column.askedWhen, row)),
  )
  const needs = (move === null ? undefined : register.lifecycle?.moves[move]?.needs) ?? []
  const isNeeded = ([id, { required, requiredWhen }]: readonly [string, Column]) =>
    required || needs.includes(id) || (requiredWhen !== undefined && holds(requiredWhen, row))
  return { asked: asked.map(([id]) => id), needed: asked.filter(isNeeded).map(([id]) => id) }
}
