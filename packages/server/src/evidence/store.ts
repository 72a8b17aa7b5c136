import type * as contract from '@guatu/contract'
import type { Instant } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Taken } from './take-in.ts'

/** A row of evidence: a file, who brought it and when. */
export interface KeptEvidence extends Omit<Taken, 'mediaType'> {
  readonly id: string
  readonly mediaType: string
  readonly addedBy: string
  readonly addedAt: Instant
}

interface Bringing {
  readonly officeId: string
  readonly officerId: string
  readonly now: Instant
}

export async function addEvidence(tx: Tx, { officeId, officerId, now }: Bringing, taken: Taken): Promise<KeptEvidence> {
  const { name, sha256, bytes, mediaType } = taken
  const kept = { id: newId(), name, sha256, bytes, mediaType, addedBy: officerId, addedAt: now }
  await tx
    .insertInto('evidence')
    .values({ officeId, ...kept })
    .execute()
  return kept
}

const columns = ['id', 'name', 'sha256', 'bytes', 'mediaType', 'addedBy', 'addedAt'] as const

type Row = Omit<KeptEvidence, 'bytes' | 'addedAt'> & { readonly bytes: string; readonly addedAt: string }
const fromRow = (row: Row): KeptEvidence => ({ ...row, bytes: Number(row.bytes), addedAt: row.addedAt as Instant })

/** The evidence of these ids that the office has. */
export async function evidenceById(tx: Tx, officeId: string, ids: readonly string[]): Promise<KeptEvidence[]> {
  const rows = await tx
    .selectFrom('evidence')
    .where('officeId', '=', officeId)
    .where('id', 'in', [...ids])
    .select(columns)
    .execute()
  return rows.map(fromRow)
}

/** What stands behind a row, in the order it came. */
export async function evidenceOfEntry(tx: Tx, officeId: string, entryId: string): Promise<KeptEvidence[]> {
  const named = await tx
    .selectFrom('entryEvidence')
    .where('officeId', '=', officeId)
    .where('entryId', '=', entryId)
    .select('evidenceId')
    .orderBy('evidenceId')
    .execute()
  if (named.length === 0) return []
  const ids = named.map((row) => row.evidenceId)
  return (await evidenceById(tx, officeId, ids)).toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** The rows that a piece of evidence stands behind. */
export async function entriesWith(tx: Tx, officeId: string, evidenceId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('entryEvidence')
    .where('officeId', '=', officeId)
    .where('evidenceId', '=', evidenceId)
    .select('entryId')
    .execute()
  return rows.map((row) => row.entryId)
}

/** Puts evidence to a row; what is there already stays as it is. */
export async function attach(tx: Tx, bringing: Bringing, entryId: string, ids: readonly string[]): Promise<void> {
  const { officeId, officerId, now } = bringing
  await tx
    .insertInto('entryEvidence')
    .values(ids.map((evidenceId) => ({ officeId, entryId, evidenceId, at: now, byOfficer: officerId })))
    .onConflict((on) => on.columns(['entryId', 'evidenceId', 'officeId']).doNothing())
    .execute()
}

export const presentEvidence =
  (people: readonly { readonly id: string; readonly name: string }[]) =>
  ({ id, name, bytes, mediaType, addedBy, addedAt }: KeptEvidence): contract.Evidence => ({
    id,
    name,
    bytes,
    mediaType,
    addedBy: people.find((person) => person.id === addedBy)?.name ?? '',
    addedAt,
  })
