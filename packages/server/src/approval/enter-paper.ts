import type { newPaper } from '@guatu/contract'
import { accept, type Day, day, dayOf, type Problem, type Result, reject } from '@guatu/core/shared'
import type { z } from 'zod'
import { evidenceById } from '../evidence/index.ts'
import type { Approved } from '../platform/approval.ts'
import type { Tx } from '../platform/db.ts'
import { hold } from '../platform/hold.ts'
import type { Ask } from '../platform/http.ts'
import { newId } from '../platform/ids.ts'
import { refusalOf, signerOf } from './as-signer.ts'
import { approvalProblems } from './problems.ts'
import { type Declared, readApproval } from './read-approval.ts'
import { paperUnseen, whyUnseen } from './seeing.ts'
import { addEnd, addPaper, type KeptPaper, paperById, stateOf } from './store.ts'

type Entering = Pick<Ask, 'office' | 'seat' | 'now'>
type NewPaper = z.output<typeof newPaper>

/** For changes of one paper. */
export const holdPaper = (tx: Tx, id: string): Promise<void> => hold(tx, `paper ${id}`)

const wrongDay = (on: Day, { since }: Approved, today: Day): Problem | null => {
  if (on > today) return approvalProblems('approval.signed_in_future', { on, today })
  return on < since ? approvalProblems('approval.signed_before', { on, since }) : null
}

/** The paper that a new one may stand in place of: returned or withdrawn, or one's own that still waits. */
async function replaceable(tx: Tx, { office, seat }: Entering, id: string): Promise<Result<KeptPaper>> {
  await holdPaper(tx, id)
  const earlier = await paperById(tx, office.id, id)
  if (!earlier) return reject(paperUnseen())
  const isOwn = earlier.enteredBy === seat.officerId
  const state = stateOf(earlier)
  const isOpen = state === 'returned' || (isOwn && (state === 'waiting' || state === 'withdrawn'))
  return isOpen && earlier.replacedBy === null
    ? accept(earlier)
    : reject(approvalProblems('approval.not_replaceable', {}))
}

const isPictureOrPdf = (mediaType: string) => mediaType.startsWith('image/') || mediaType === 'application/pdf'

/** Whether a file can be the scan: a picture or a PDF, brought by the same person or standing behind the earlier paper. */
async function isScan(tx: Tx, { office, seat }: Entering, scan: string, earlier: KeptPaper | null): Promise<boolean> {
  const [file] = await evidenceById(tx, office.id, [scan])
  if (!file || !isPictureOrPdf(file.mediaType)) return false
  return file.addedBy === seat.officerId || earlier?.scanId === scan
}

/** Takes a signed paper down. Everything a click would be refused for is refused here, with the signer's standing. */
export async function enterPaper(tx: Tx, ask: Entering, declared: Declared, sent: NewPaper): Promise<Result<string>> {
  const { office, seat, now } = ask
  const read = readApproval(declared, sent)
  if (!read.ok) return read
  const { approval } = read.value
  const earlier = sent.replaces === null ? null : await replaceable(tx, ask, sent.replaces)
  if (earlier && !earlier.ok) return earlier
  const signedOn = day(sent.signedOn)
  const approved = await approval.show({ office, now, params: read.value.params, body: read.value.body }, tx)
  if (!approved.ok) return approved
  const { title, lines, version, things } = approved.value
  const unseen = whyUnseen(declared.rowOf(approval.seenBy), seat, things)
  if (unseen) return reject(unseen)
  const wrong = wrongDay(signedOn, approved.value, dayOf(now))
  if (wrong) return reject(wrong)
  const signer = await signerOf(tx, office.id, read.value, sent.signer, signedOn)
  if (!signer.ok) return signer
  if (!(await isScan(tx, ask, sent.scan, earlier?.value ?? null))) return reject(approvalProblems('approval.scan', {}))
  const refused = await refusalOf(tx, { office, seat: signer.value, now }, read.value)
  if (refused) return reject(refused)
  if (earlier && stateOf(earlier.value) === 'waiting')
    await addEnd(tx, office.id, earlier.value.id, { kind: 'replaced', at: now, by: seat.officerId, because: '' })
  const id = newId()
  await addPaper(tx, office.id, {
    id,
    route: sent.route,
    params: sent.params,
    body: sent.body,
    version: sent.version,
    shown: { title, lines, version, things },
    signerId: sent.signer.officerId,
    signerPostId: sent.signer.postId,
    signedOn,
    number: sent.number,
    scanId: sent.scan,
    enteredBy: seat.officerId,
    enteredAt: now,
    replaces: sent.replaces,
  })
  return accept(id)
}
