import { type Outcome, sealed } from '@guatu/core/audit'
import { type Instant, instant } from '@guatu/core/shared'
import { askerNow } from './audit/asker.ts'
import { takeHead } from './audit/head.ts'
import { sealOf } from './audit/sealing.ts'
import type { Tx } from './db.ts'
import { newId } from './ids.ts'
import type { Seat } from './seat.ts'

export interface AuditRecord {
  readonly at: Instant
  readonly route: string
  /** What it was done to: a path such as `/api/sources/…`, never a personal field. */
  readonly object: string
  readonly outcome: Outcome
  readonly problemCode: string | null
  readonly detail: Readonly<Record<string, string | number | boolean>>
}

/** Who did it; a seat has all of it. Somebody at the sign-in may be nobody we know, or hold no post. */
export interface Actor extends Pick<Seat, 'officeId' | 'name' | 'post'> {
  readonly officerId: string | null
  readonly unitId: string | null
}

// Whole milliseconds, as the database gives them back: the seal is over what will be read.
const inMilliseconds = (at: Instant): Instant => instant(new Date(at).toISOString())

/**
 * Adds one record to the office's chain in the caller's transaction: where it cannot be written, the change does not
 * happen either. Write it last, because the end of the chain is held until the transaction is over.
 */
export async function writeAudit(tx: Tx, actor: Actor, record: AuditRecord): Promise<void> {
  const { officeId, officerId, name, post, unitId } = actor
  const asker = askerNow()
  const { seq, hash } = await takeHead(tx, officeId)
  const { office, ...entry } = sealed(sealOf(tx), hash, {
    office: officeId,
    seq: seq + 1,
    id: newId(),
    officerId,
    officerName: name,
    unitId,
    post,
    address: asker?.address ?? null,
    requestId: asker?.requestId ?? null,
    ...record,
    at: inMilliseconds(record.at),
  })
  // One statement, because everybody else of the office waits until this transaction is over.
  await tx
    .with('moved', (qc) =>
      qc.updateTable('auditHead').set({ seq: entry.seq, hash: entry.hash }).where('officeId', '=', officeId),
    )
    .insertInto('audit')
    .values({ officeId: office, ...entry, detail: JSON.stringify(entry.detail) })
    .execute()
  if (asker) asker.recorded = true
}
