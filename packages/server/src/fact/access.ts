import { factProblems, type Register } from '@guatu/core/fact'
import { type Grant, grantsFor, isWithin, refusalOf, type Thing } from '@guatu/core/office'
import type { Problem } from '@guatu/core/shared'
import type { Seat } from '../platform/seat.ts'
import { factPolicy } from './policy.ts'

export type Act = 'read' | 'enter' | 'verify' | 'return' | 'correct' | 'withdraw' | 'move'

export const routeOf: Readonly<Record<Act, string>> = {
  read: 'GET /api/registers/:register/entries',
  enter: 'POST /api/registers/:register/entries',
  verify: 'POST /api/registers/:register/verify',
  return: 'POST /api/entries/:id/return',
  correct: 'POST /api/entries/:id/correct',
  withdraw: 'POST /api/entries/:id/withdraw',
  move: 'POST /api/entries/:id/move',
}

/** The register's own grants for an act. Whom a move is for, its own row says as well. */
function grantedBy({ access }: Register, act: Act): readonly Grant[] {
  switch (act) {
    case 'read':
      return access.read
    case 'verify':
    case 'return':
      return access.verify
    case 'move':
      return [...access.write, ...access.verify]
    // Whoever entered a row takes it back, wherever the post stands by now.
    case 'withdraw':
      return access.write.map((grant): Grant => ({ ...grant, relation: 'own' }))
    default:
      return access.write
  }
}

const rowOf = (act: Act) => factPolicy.find(({ route }) => route === routeOf[act])

/** Why a register keeps an act from a post whatever the row, or null: it is for the posts of its circle. */
export function closedTo(register: Register, act: Act, seat: Seat): Problem | null {
  if (grantsFor(grantedBy(register, act), seat.duties).length > 0) return null
  const { restricted } = register.access
  return factProblems('fact.register_closed', {
    register: register.label.zh,
    post: seat.post,
    what: rowOf(act)?.label.zh ?? '',
    circle: restricted ? `，只限${restricted.circle.zh}` : '',
  })
}

/** Why a register keeps an act on a row from a post, or null. The policy table is asked beside it, by the route. */
export function refusedBy(register: Register, act: Act, seat: Seat, thing: Thing): Problem | null {
  const words = { post: seat.post, what: rowOf(act)?.label.zh ?? '' }
  return closedTo(register, act, seat) ?? refusalOf(grantedBy(register, act), seat, thing, words)
}

/** Why a post may not enter a row of a unit, or null, whatever door it comes by. */
export const entererOf =
  (register: Register, seat: Seat) =>
  (unitId: string | null): Problem | null => {
    const row = rowOf('enter')
    const thing = { unitId, enteredBy: seat.officerId }
    const words = { post: seat.post, what: row?.label.zh ?? '' }
    return refusalOf(row?.grants ?? [], seat, thing, words) ?? refusedBy(register, 'enter', seat, thing)
  }

/** Whether a post may do an act on a row, by the policy table and by the register. */
export function mayAct(register: Register, act: Act, seat: Seat, thing: Thing): boolean {
  const row = rowOf(act)
  if (!row) return false
  const words = { post: seat.post, what: row.label.zh }
  return refusalOf(row.grants, seat, thing, words) === null && refusedBy(register, act, seat, thing) === null
}

/** Whether a post may do an act at all in a register, whatever the row. */
export function mayEver(register: Register, act: Act, seat: Seat): boolean {
  const row = rowOf(act)
  return row !== undefined && grantsFor(row.grants, seat.duties).length > 0 && closedTo(register, act, seat) === null
}

/** Which rows of a register a post may see. */
export const readerOf =
  ({ access }: Register, seat: Seat) =>
  (thing: Thing): boolean =>
    isWithin(access.read, seat, thing)
