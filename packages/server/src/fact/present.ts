import type * as contract from '@guatu/contract'
import {
  type Column,
  conditionWords,
  type Due,
  dueOf,
  type EntryState,
  isFilled,
  ledgerNumber,
  openMoves,
  printed,
  type Register,
  retentionWords,
  unitOfColumn,
} from '@guatu/core/fact'
import { assert, dayOf, type Instant, type Words } from '@guatu/core/shared'
import { noteSeen } from '../platform/audit/looks.ts'
import type { Tx } from '../platform/db.ts'
import type { Seat } from '../platform/seat.ts'
import { mayAct, mayEver, refusedBy } from './access.ts'
import { cameThere, timedStates } from './list/due.ts'
import type { Recorded } from './record-entries.ts'
import type { KeptEntry } from './store.ts'

const presentColumn = (register: Register, id: string, column: Column): contract.RegisterShape['columns'][number] => ({
  id,
  kind: column.kind,
  label: column.label,
  required: column.required ?? false,
  requiredWhen: column.requiredWhen ? conditionWords(register, column.requiredWhen) : null,
  unitLabel: unitLabelOf(column),
  privacy: column.privacy ?? register.privacy,
  register: 'register' in column ? column.register : null,
  options: 'options' in column ? [...column.options] : 'named' in column ? [...(column.named ?? [])] : [],
  classes: column.kind === 'evidence' ? [...column.anyOf] : [],
  maxLength: 'maxLength' in column ? column.maxLength : null,
  own: column.own ?? null,
})

// A unit is written as the papers of the office write it, whatever the language of the page.
function unitLabelOf(column: Column): contract.Words | null {
  const unit = unitOfColumn(column)
  return unit === null ? null : { zh: unit, en: unit }
}

function presentStatus({ lifecycle }: Register): contract.RegisterShape['status'] {
  if (!lifecycle) return null
  return {
    initial: lifecycle.initial,
    timed: timedStates({ lifecycle }).length > 0,
    states: Object.entries(lifecycle.states).map(([id, { label, end }]) => ({ id, label, end: end ?? false })),
    moves: Object.entries(lifecycle.moves).map(([id, { label, from, to, needs, because }]) => ({
      id,
      label,
      from: [...from],
      to,
      needs: [...(needs ?? [])],
      because: because ?? false,
    })),
  }
}

const ever = ['enter', 'verify'] as const

const common: Words = { zh: '通用', en: 'Common to all work' }

/** A register as whoever asks may use it. */
export const presentRegister = (register: Register, seat: Seat): contract.RegisterShape => ({
  id: register.id,
  label: register.label,
  topic: register.topic ?? common,
  columns: Object.entries(register.columns).map(([id, column]) => presentColumn(register, id, column)),
  key: [...register.key],
  status: presentStatus(register),
  geometry: register.geometry ?? null,
  evidence: register.evidence ?? null,
  retention: retentionWords(register),
  may: ever.filter((act) => mayEver(register, act, seat)),
})

/** What became of a row, as the paper behind it is asked for. */
export const rowAct = (id: string, became: 'verified' | 'returned'): string => `entry ${id} ${became}`

export interface Eyes {
  readonly knownAt: Instant
  /** How the rows stood at that moment. */
  readonly states: ReadonlyMap<string, EntryState>
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly seat: Seat
  /** The papers that were signed, by what they brought about. */
  readonly papers: ReadonlyMap<string, contract.PaperNote>
  /** One of many rows: what is need-to-know is seen on the page of a row alone, where each look is on record. */
  readonly amongOthers?: boolean
}

const acts = ['verify', 'return', 'correct', 'withdraw'] as const

/** What a row's reader may do with it, by the policy table and its register; nobody verifies a row of their own. */
const mayDo = (register: Register, entry: KeptEntry, state: string, seat: Seat): contract.Entry['may'] =>
  acts.filter((act) => {
    const thing = { unitId: entry.unitId, enteredBy: entry.enteredBy, state }
    if (act === 'correct' && entry.bySystem) return false
    return mayAct(register, act, seat, thing) && (act !== 'verify' || entry.enteredBy !== seat.officerId)
  })

/** The step that a time limit bids of a row as it stands; `rows` holds every version of it. */
export function dueNow(register: Register, entry: KeptEntry, rows: readonly KeptEntry[], now: Instant): Due | null {
  const { status, content: values } = entry
  if (status === null || entry.knownAt > now) return null
  const since = dayOf(cameThere(entry, new Map(rows.map((row) => [row.id, row]))))
  return dueOf(register, { values, state: status, since, now })
}

/** The moves that a row's reader may make with it as it stands. */
function movesOf(
  register: Register,
  entry: KeptEntry,
  state: string,
  due: Due | null,
  { seat, knownAt }: Eyes,
): readonly string[] {
  const { content: values, status, unitId, enteredBy } = entry
  if (status === null || !mayAct(register, 'move', seat, { unitId, enteredBy, state })) return []
  const open = (from: string) =>
    openMoves(register, { values, state: from, duties: seat.duties, today: dayOf(knownAt) })
  // From where it came by itself, and still from where somebody last put it.
  return [...new Set([...(due?.to ? open(due.to) : []), ...open(status)])]
}

/** Whether a column is for those who handle the row alone (L3), where the rest of it is for more people. */
export const isForHandlers = (register: Register, { privacy }: Column): boolean =>
  privacy === 'L3' && !register.access.restricted

/** Columns with something need-to-know (L3) among values that were shown. */
const shownL3 = ({ columns, privacy: own }: Register, values: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(values).filter((id) => (columns[id]?.privacy ?? own) === 'L3')

/** Puts on record that need-to-know values of rows were shown, with the rows; nothing where none were. */
export function noteShown(tx: Tx, register: Register, entries: readonly contract.Entry[]): void {
  const told = entries.filter(({ values }) => shownL3(register, values).length > 0)
  if (told.length > 0) noteSeen(tx, { l3: told.length, rows: [...new Set(told.map(({ id }) => id))].join(' ') })
}

/** The values of a row as they go over the wire, the empty ones left out, and those that are not for the reader. */
function presentValues(
  register: Register,
  entry: KeptEntry,
  { seat, amongOthers = false }: Pick<Eyes, 'seat' | 'amongOthers'>,
): Record<string, string> {
  const { unitId, enteredBy, content } = entry
  const handles =
    !amongOthers &&
    (['enter', 'verify'] as const).some((act) => refusedBy(register, act, seat, { unitId, enteredBy }) === null)
  return Object.fromEntries(
    Object.entries(register.columns).flatMap(([id, column]) => {
      const value = content[id]
      if (!isFilled(value) || (isForHandlers(register, column) && !handles)) return []
      return [[id, printed(column, value)]]
    }),
  )
}

/** Whether a version was there at that moment and had been neither returned nor withdrawn. */
const isStanding = ({ id, knownAt: since }: KeptEntry, { knownAt, states }: Eyes): boolean =>
  since <= knownAt && !['returned', 'withdrawn'].includes(states.get(id) ?? '')

/** A row as it stood at the moment asked for; `rows` holds every correction of it. */
export function presentEntry(
  register: Register,
  entry: KeptEntry,
  rows: readonly KeptEntry[],
  eyes: Eyes,
): contract.Entry {
  const state = eyes.states.get(entry.id)
  assert(state, `how row ${entry.id} stands is known before it is shown`)
  const events = entry.events.filter((event) => event.at <= eyes.knownAt)
  const verification = events.findLast((event) => event.kind === 'verified')
  const returned = events.findLast((event) => event.kind === 'returned')
  const nameOf = (id: string) => eyes.people.find((person) => person.id === id)?.name ?? ''
  const stands = state === 'submitted' || state === 'verified'
  const due = stands ? dueNow(register, entry, rows, eyes.knownAt) : null
  return {
    id: entry.id,
    rootId: entry.rootId,
    register: entry.register,
    number: ledgerNumber(register, entry.number),
    version: entry.events.length + 1,
    values: presentValues(register, entry, eyes),
    targetId: entry.targetId,
    trueOn: entry.trueOn,
    knownAt: entry.knownAt,
    state,
    status: entry.status,
    move: entry.move,
    moves: [...movesOf(register, entry, state, due, eyes)],
    due,
    enteredBy: entry.bySystem ?? nameOf(entry.enteredBy),
    verifiedBy: verification ? nameOf(verification.by) : null,
    verifiedAt: verification?.at ?? null,
    returnedBecause: returned?.because ?? null,
    byPaper: eyes.papers.get(rowAct(entry.id, 'verified')) ?? eyes.papers.get(rowAct(entry.id, 'returned')) ?? null,
    corrects: entry.corrects,
    correctedBy: rows.find((row) => row.corrects === entry.id && isStanding(row, eyes))?.id ?? null,
    marks: [
      ...(entry.late ? (['late'] as const) : []),
      ...(entry.bySystem ? (['system'] as const) : []),
      ...(register.opening ? (['unitemised'] as const) : []),
    ],
    may: mayDo(register, entry, state, eyes.seat),
  }
}

/** What became of each row of a paste, in its order. */
export function presentBatch(rows: number, { entries, refused, notes }: Recorded): contract.BatchResult {
  const noted = new Map(notes.map(({ row, says }) => [row, says]))
  const problems = new Map(refused.map(({ row, problem }) => [row, problem]))
  return {
    accepted: entries.length,
    refused: refused.length,
    rows: Array.from({ length: rows }, (_, i) => {
      const problem = problems.get(i + 1)
      const { says = null, next = null, code = null } = problem ?? {}
      return { row: i + 1, ok: !problem, says, next, code, note: noted.get(i + 1) ?? null }
    }),
  }
}
