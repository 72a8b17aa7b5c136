import type { Instant } from '@guatu/core/shared'
import type { Tx } from './db.ts'
import { newId } from './ids.ts'
import type { Seat } from './seat.ts'

export interface AuditRecord {
  readonly at: Instant
  readonly route: string
  /** What it was done to: a path such as `/api/sources/…`, never a personal field. */
  readonly object: string
  readonly outcome: 'done' | 'refused' | 'invalid'
  readonly problemCode: string | null
  readonly detail: Readonly<Record<string, string | number | boolean>>
}

/** Adds one record in the caller's transaction: where it cannot be written, the change does not happen either. */
export async function writeAudit(tx: Tx, seat: Seat, record: AuditRecord): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      officeId: seat.officeId,
      id: newId(),
      officerId: seat.officerId,
      officerName: seat.name,
      post: seat.post,
      ...record,
      detail: JSON.stringify(record.detail),
    })
    .execute()
}
