import { createHash } from 'node:crypto'
import type { Detail } from '@guatu/core/audit'
import type { Instant } from '@guatu/core/shared'
import { writeAudit } from '../audit.ts'
import type { Tx } from '../db.ts'
import type { Seat } from '../seat.ts'

interface Look {
  readonly seat: Seat
  readonly route: string
  readonly object: string
  readonly now: Instant
}

// What was looked for goes on record, with nothing that was left out.
const said = (query: unknown): Detail =>
  Object.fromEntries(
    Object.entries(query ?? {}).filter((one): one is [string, string | number | boolean] =>
      ['string', 'number', 'boolean'].includes(typeof one[1]),
    ),
  )

const given = (answer: unknown): Detail => {
  if (typeof answer !== 'object' || answer === null) return {}
  if ('file' in answer) return { ...(answer.file as { readonly bytes: number; readonly sha256: string }) }
  if (!('bytes' in answer)) return {}
  const { bytes } = answer
  if (!Buffer.isBuffer(bytes)) return {}
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

const seen = new WeakMap<Tx, Detail>()

/** Says that this look shows what is need-to-know (L3): it goes on record by itself, with these rows, and is not merely counted. */
export const noteSeen = (tx: Tx, detail: Detail): void => void seen.set(tx, { ...seen.get(tx), ...detail })

/** What a look showed that has to be on record; null where it was nothing of the kind. */
export const seenIn = (tx: Tx): Detail | null => seen.get(tx) ?? null

/** Records in the reading transaction that somebody looked: what was asked for and, of a file, its size and hash. */
export const recordLook = (tx: Tx, { seat, route, object, now }: Look, query: unknown, answer: unknown) =>
  writeAudit(tx, seat, {
    at: now,
    route,
    object,
    outcome: 'read',
    problemCode: null,
    detail: { ...said(query), ...given(answer), ...seenIn(tx) },
  })
