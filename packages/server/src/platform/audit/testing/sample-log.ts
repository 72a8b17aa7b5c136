import { createHash } from 'node:crypto'
import {
  type AuditEntry,
  type AuditRecord,
  type Checkpoint,
  checkpointMac,
  emptyTree,
  firstPrevHash,
  grown,
  lineOf,
  rootOf,
  type SuiteId,
  sealed,
} from '@guatu/core/audit'
import { instant } from '@guatu/core/shared'
import { suites } from '../suites.ts'

export const officeKey = Buffer.alloc(32, 9)
const office = '018f0000-0000-7000-8000-000000000001'

const idOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

const routes = ['POST /api/sources', 'POST /api/registers/:register/entries', 'POST /api/session']
const outcomes = ['done', 'done', 'refused', 'invalid', 'read'] as const

/** A record that is the same in every run. `salt` makes another history of the same numbers. */
export const recordAt = (seq: number, salt = ''): AuditRecord => {
  const outcome = outcomes[seq % outcomes.length] ?? 'done'
  return {
    office,
    seq,
    id: idOf(`${salt}record ${seq}`),
    at: instant(new Date(Date.UTC(2026, 0, 1) + seq * 61_000).toISOString()),
    officerId: idOf(`officer ${seq % 7}`),
    officerName: `示例·第${seq % 7}人${salt}`,
    unitId: idOf(`unit ${seq % 3}`),
    post: '经办人',
    address: seq % 11 === 0 ? null : `10.0.0.${seq % 250}`,
    requestId: `req-${seq}`,
    route: routes[seq % routes.length] ?? '',
    object: `/api/sources/${seq}`,
    outcome,
    problemCode: outcome === 'refused' ? 'request.forbidden' : null,
    detail: seq % 5 === 0 ? { rows: seq, preview: false } : {},
  }
}

interface Making {
  readonly key?: Uint8Array
  readonly salt?: string
  readonly suiteOf?: (seq: number) => SuiteId
}

/** A sealed log of so many records, in memory. */
export function logOf(count: number, { key = officeKey, salt = '', suiteOf = () => 'sha256' }: Making = {}) {
  const entries: AuditEntry[] = []
  for (let seq = 1; seq <= count; seq += 1)
    entries.push(
      sealed({ suites, suite: suiteOf(seq), key }, entries.at(-1)?.hash ?? firstPrevHash, recordAt(seq, salt)),
    )
  return entries
}

/** The checkpoint of the first `size` records. */
export function checkpointAt(entries: readonly AuditEntry[], size: number, key: Uint8Array = officeKey): Checkpoint {
  const tree = entries.slice(0, size).reduce((sofar, entry) => grown(suites.sha256, sofar, entry.hash), emptyTree)
  const unsealed = {
    office,
    suite: 'sha256',
    size,
    root: rootOf(suites.sha256, tree),
    head: entries[size - 1]?.hash ?? firstPrevHash,
    at: instant('2026-02-01T00:00:00.000Z'),
  } as const
  return { ...unsealed, mac: checkpointMac(suites, key, unsealed) }
}

/** The lines of an exported log, as the file has them. */
export const linesOf = (entries: readonly AuditEntry[], checkpoints: readonly Checkpoint[] = []): string[] => [
  lineOf({ kind: 'log', value: { office, beforeChain: 0 } }),
  ...checkpoints.map((value) => lineOf({ kind: 'checkpoint', value })),
  ...entries.map((value) => lineOf({ kind: 'record', value })),
  lineOf({ kind: 'end', value: { office, beforeChain: 0, records: entries.length } }),
]
