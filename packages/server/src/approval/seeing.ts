import type { Thing } from '@guatu/core/office'
import type { Problem } from '@guatu/core/shared'
import { permitsOf } from '../platform/permit.ts'
import { mayUse, type PolicyRow } from '../platform/policy.ts'
import { platformProblems } from '../platform/problems.ts'
import type { Seat } from '../platform/seat.ts'
import type { Declared } from './read-approval.ts'
import type { KeptPaper } from './store.ts'

export const paperUnseen = () => platformProblems('request.not_found', { what: '这份纸质批示' })

/** Why a seat may not see what is approved, by the row of the route that shows it; null where it may. */
export function whyUnseen(row: PolicyRow | undefined, seat: Seat, things: readonly Thing[]): Problem | null {
  if (!row || !mayUse(row, seat.duties)) return paperUnseen()
  const permit = permitsOf(row, seat).permitEach()
  return (
    things.map(({ unitId, enteredBy }) => permit({ unitId, enteredBy })).find((problem) => problem !== null) ?? null
  )
}

/** Whoever entered or signed a paper sees it, and whoever may see what it approves. */
export const isSeen =
  (declared: Declared, seat: Seat) =>
  (paper: KeptPaper): boolean => {
    if ([paper.enteredBy, paper.signerId].includes(seat.officerId)) return true
    const approval = declared.approvalOf(paper.route)
    return approval !== undefined && whyUnseen(declared.rowOf(approval.seenBy), seat, paper.shown.things) === null
  }
