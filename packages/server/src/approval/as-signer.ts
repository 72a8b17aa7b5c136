import { accept, type Day, type Instant, type Problem, type Result, reject } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Approval } from '../platform/approval.ts'
import { withoutEnding } from '../platform/at-end.ts'
import { withoutNoting } from '../platform/audit/changed.ts'
import type { Tx } from '../platform/db.ts'
import type { Office } from '../platform/office.ts'
import { permitsOf } from '../platform/permit.ts'
import { dutiesNamed, mayUse, type PolicyRow } from '../platform/policy.ts'
import { type Seat, seatIn } from '../platform/seat.ts'
import { approvalProblems } from './problems.ts'

/** An approval whose parts have been read by its route's own shapes. */
export interface ReadApproval {
  readonly approval: Approval
  readonly row: PolicyRow
  readonly params: unknown
  readonly body: unknown
  readonly version: number
}

/** The seat of whoever signed, on the day of the signature, when the post's duties open the approval. */
export async function signerOf(
  tx: Tx,
  officeId: string,
  { row }: Pick<ReadApproval, 'row'>,
  signer: { readonly officerId: string; readonly postId: string },
  on: Day,
): Promise<Result<Seat>> {
  const seat = await seatIn(tx, officeId, on, signer)
  if (!seat) return reject(approvalProblems('approval.signer_no_post', { on }))
  if (mayUse(row, seat.duties)) return accept(seat)
  const [{ zh: what, en: whatEn }, { zh: needs, en: needsEn }] = [row.label, dutiesNamed(row)]
  const { name, post } = seat
  return reject(approvalProblems('approval.signer_lacks', { signer: name, post, on, what, whatEn, needs, needsEn }))
}

/** What an approval brought about, and what its route would answer. */
export interface Done {
  readonly acts: readonly string[]
}

/** Runs an approval in the signer's place: every rule of the click holds, with the signer's standing. */
export async function runAsSigner(
  tx: Tx,
  { office, seat, now }: { readonly office: Office; readonly seat: Seat; readonly now: Instant },
  { approval, row, params, body, version }: ReadApproval,
): Promise<Result<Done>> {
  const { checkAsked, ...permits } = permitsOf(row, seat)
  const ask = { ...permits, office, seat, now, params, body, version, query: {} }
  const answer = await approval.work(ask, tx)
  if (!answer.ok) return answer
  checkAsked()
  const refused: Problem | null = approval.refusedIn?.(answer.value) ?? null
  return refused ? reject(refused) : accept({ acts: approval.acts(ask, answer.value) })
}

/** Runs an approval and takes all of it back: what it would be refused for, or null. */
export async function refusalOf(
  tx: Tx,
  asker: Parameters<typeof runAsSigner>[1],
  read: ReadApproval,
): Promise<Problem | null> {
  await sql`savepoint paper`.execute(tx)
  const tried = await withoutEnding(tx, () => withoutNoting(tx, () => runAsSigner(tx, asker, read)))
  await sql`rollback to savepoint paper`.execute(tx)
  return tried.ok ? null : tried.problem
}
