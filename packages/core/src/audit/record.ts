import type { Instant } from '../shared/index.ts'
import { plainJson } from './plain-text.ts'
import type { SuiteId } from './suite.ts'

/** What became of it: done, refused, not understood, broken on our side, or a look at what is on record itself. */
export type Outcome = 'done' | 'refused' | 'invalid' | 'failed' | 'read'

export const outcomes: readonly Outcome[] = ['done', 'refused', 'invalid', 'failed', 'read']

export type Detail = Readonly<Record<string, string | number | boolean>>

/** One thing that somebody did or tried, numbered within the office from 1. */
export interface AuditRecord {
  readonly office: string
  readonly seq: number
  readonly id: string
  readonly at: Instant
  readonly officerId: string | null
  readonly officerName: string
  readonly unitId: string | null
  readonly post: string
  /** Where the request came from; null where no request stood behind it. */
  readonly address: string | null
  readonly requestId: string | null
  readonly route: string
  readonly object: string
  readonly outcome: Outcome
  readonly problemCode: string | null
  readonly detail: Detail
}

/** A record with its seal: the hash anybody can follow, the mac that takes the office's key. */
export interface AuditEntry extends AuditRecord {
  readonly suite: SuiteId
  readonly prevHash: string
  readonly hash: string
  readonly mac: string
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

/** The fields in the one order in which they are hashed and exported. */
export const inOrder = (record: AuditRecord): AuditRecord => ({
  office: record.office,
  seq: record.seq,
  id: record.id,
  at: record.at,
  officerId: record.officerId,
  officerName: record.officerName,
  unitId: record.unitId,
  post: record.post,
  address: record.address,
  requestId: record.requestId,
  route: record.route,
  object: record.object,
  outcome: record.outcome,
  problemCode: record.problemCode,
  detail: Object.fromEntries(Object.entries(record.detail).sort(byName)),
})

/** The one text of a record: the same for the same record, whatever order it was put together in. */
export const canonical = (suite: SuiteId, record: AuditRecord): string =>
  plainJson(['guatu-audit-1', suite, ...Object.values(inOrder(record))])
