import type * as contract from '@guatu/contract'
import type { Column, EntryState, Register } from '@guatu/core/fact'
import { assert, type Instant } from '@guatu/core/shared'
import { permitsOf } from '../platform/permit.ts'
import type { Seat } from '../platform/seat.ts'
import { factPolicy } from './policy.ts'
import type { Recorded } from './record-entries.ts'
import type { KeptEntry } from './store.ts'

const presentColumn = ([id, column]: [string, Column]): contract.RegisterShape['columns'][number] => ({
  id,
  kind: column.kind,
  label: column.label,
  required: column.required ?? false,
  unitLabel: null,
  options: 'options' in column ? [...column.options] : [],
  maxLength: 'maxLength' in column ? column.maxLength : null,
})

export const presentRegister = (register: Register): contract.RegisterShape => ({
  id: register.id,
  label: register.label,
  columns: Object.entries(register.columns).map(presentColumn),
  key: [...register.key],
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
}

const routes = {
  verify: 'POST /api/registers/:register/verify',
  return: 'POST /api/entries/:id/return',
  correct: 'POST /api/entries/:id/correct',
  withdraw: 'POST /api/entries/:id/withdraw',
} as const
type Act = keyof typeof routes
const acts: readonly Act[] = ['verify', 'return', 'correct', 'withdraw']

/** What a row's reader may do with it, by the rows of the policy table; nobody verifies a row of their own. */
const mayDo = (entry: KeptEntry, state: string, seat: Seat): contract.Entry['may'] =>
  acts.filter((act) => {
    const row = factPolicy.find(({ route }) => route === routes[act])
    const thing = { unitId: entry.unitId, enteredBy: entry.enteredBy, state }
    return (
      row && permitsOf(row, seat).permit(thing) === null && (act !== 'verify' || entry.enteredBy !== seat.officerId)
    )
  })

/** A row as it stood at the moment asked for; `rows` holds every correction of it. */
export function presentEntry(entry: KeptEntry, rows: readonly KeptEntry[], eyes: Eyes): contract.Entry {
  const state = eyes.states.get(entry.id)
  assert(state, `how row ${entry.id} stands is known before it is shown`)
  const events = entry.events.filter((event) => event.at <= eyes.knownAt)
  const verification = events.findLast((event) => event.kind === 'verified')
  const returned = events.findLast((event) => event.kind === 'returned')
  const nameOf = (id: string) => eyes.people.find((person) => person.id === id)?.name ?? ''
  return {
    id: entry.id,
    register: entry.register,
    version: entry.events.length + 1,
    values: { ...entry.content },
    targetId: entry.targetId,
    trueOn: entry.trueOn,
    knownAt: entry.knownAt,
    state,
    enteredBy: nameOf(entry.enteredBy),
    verifiedBy: verification ? nameOf(verification.by) : null,
    verifiedAt: verification?.at ?? null,
    returnedBecause: returned?.because ?? null,
    byPaper: eyes.papers.get(rowAct(entry.id, 'verified')) ?? eyes.papers.get(rowAct(entry.id, 'returned')) ?? null,
    corrects: entry.corrects,
    correctedBy: rows.find((row) => row.corrects === entry.id && row.knownAt <= eyes.knownAt)?.id ?? null,
    may: mayDo(entry, state, eyes.seat),
  }
}

/** What became of each row of a paste, in its order. */
export function presentBatch(rows: number, { entries, refused }: Recorded): contract.BatchResult {
  const problems = new Map(refused.map(({ row, problem }) => [row, problem]))
  return {
    accepted: entries.length,
    refused: refused.length,
    rows: Array.from({ length: rows }, (_, i) => {
      const problem = problems.get(i + 1)
      const { says = null, next = null, code = null } = problem ?? {}
      return { row: i + 1, ok: !problem, says, next, code }
    }),
  }
}
