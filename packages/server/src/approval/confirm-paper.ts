import { accept, type Problem, type Result, reject } from '@guatu/core/shared'
import { evidenceById } from '../evidence/index.ts'
import { writeAudit } from '../platform/audit.ts'
import type { Tx } from '../platform/db.ts'
import type { Ask } from '../platform/http.ts'
import type { Seat } from '../platform/seat.ts'
import { runAsSigner, signerOf } from './as-signer.ts'
import { changedSince } from './changed.ts'
import { approvalProblems, overtakenBy } from './problems.ts'
import { addressOf, type Declared, readApproval } from './read-approval.ts'
import { whyUnseen } from './seeing.ts'
import { addBehind, addEnd, type KeptPaper } from './store.ts'

type Confirming = Pick<Ask, 'office' | 'seat' | 'now'>

/** Why somebody may not confirm or return a paper whatever their duties: it is their own, or of a thing they do not see. */
export function whyNotTheirs(declared: Declared, seat: Seat, paper: KeptPaper): Problem | null {
  if ([paper.enteredBy, paper.signerId].includes(seat.officerId))
    return approvalProblems('approval.same_person', { name: seat.name })
  const approval = declared.approvalOf(paper.route)
  return approval ? whyUnseen(declared.rowOf(approval.seenBy), seat, paper.shown.things) : null
}

/** What the log keeps of an approval beside what it keeps of a click. */
async function detailOf(tx: Tx, { office, seat }: Confirming, paper: KeptPaper, signer: Seat) {
  const [scan] = await evidenceById(tx, office.id, [paper.scanId])
  const enterer = await tx
    .selectFrom('officer')
    .where('officeId', '=', office.id)
    .where('id', '=', paper.enteredBy)
    .select('name')
    .executeTakeFirstOrThrow()
  return {
    paperApproval: paper.id,
    paperNumber: paper.number,
    signer: signer.name,
    signedOn: paper.signedOn,
    enteredBy: enterer.name,
    confirmedBy: seat.name,
    scan: scan?.sha256 ?? '',
  }
}

/** Carries a paper out as the act of whoever signed it, known from now on. Refused, nothing of it stays and it waits on. */
export async function confirmPaper(
  tx: Tx,
  ask: Confirming,
  declared: Declared,
  paper: KeptPaper,
): Promise<Result<null>> {
  const { office, seat, now } = ask
  const theirs = whyNotTheirs(declared, seat, paper)
  if (theirs) return reject(theirs)
  const read = readApproval(declared, paper)
  if (!read.ok) return read
  const stop = await declared.stopOf(tx, read.value.row, office, now)
  if (stop) return reject(stop)
  const signer = await signerOf(
    tx,
    office.id,
    read.value,
    { officerId: paper.signerId, postId: paper.signerPostId },
    paper.signedOn,
  )
  if (!signer.ok) return signer
  const changed = await changedSince(tx, ask, read.value, paper.shown)
  if (!changed.ok) return changed
  if (changed.value.length > 0) return reject(overtakenBy(changed.value))
  const done = await runAsSigner(tx, { office, seat: signer.value, now }, read.value)
  if (!done.ok) return done
  await addEnd(tx, office.id, paper.id, { kind: 'confirmed', at: now, by: seat.officerId, because: '' })
  await addBehind(tx, office.id, paper.id, done.value.acts)
  await writeAudit(tx, signer.value, {
    at: now,
    route: paper.route,
    object: addressOf(paper),
    outcome: 'done',
    problemCode: null,
    detail: await detailOf(tx, ask, paper, signer.value),
  })
  return accept(null)
}
