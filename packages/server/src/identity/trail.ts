import type { Instant, Problem } from '@guatu/core/shared'
import { writeAudit } from '../platform/audit.ts'
import type { Tx } from '../platform/db.ts'
import { statusOf } from '../platform/problems.ts'
import type { Seat } from '../platform/seat.ts'
import type { Account } from './accounts.ts'

/** One try to get in, as the office's log tells of it. */
export interface SignInTry {
  readonly officeId: string
  readonly route: string
  readonly now: Instant
  /** Null where the name is nobody's: then the log has its keyed hash only, for people type passwords there too. */
  readonly account: Account | null
  readonly accountKey: string
  readonly seat: Seat | null
}

const actorOf = ({ officeId, account, seat }: SignInTry) =>
  seat ?? {
    officeId,
    officerId: account?.officerId ?? null,
    name: account?.name ?? '（未知账号）',
    post: '',
    unitId: null,
  }

/** Writes down what became of a try: in (`problem` null) or refused. Whoever calls writes it last. */
export const recordTry = (
  tx: Tx,
  tried: SignInTry,
  problem: Problem | null,
  detail: Readonly<Record<string, string | number | boolean>> = {},
): Promise<void> =>
  writeAudit(tx, actorOf(tried), {
    at: tried.now,
    route: tried.route,
    object: tried.route.split(' ')[1] ?? '',
    outcome: problem === null ? 'done' : statusOf[problem.kind] === 422 ? 'invalid' : 'refused',
    problemCode: problem?.code ?? null,
    detail: tried.account ? detail : { ...detail, account: tried.accountKey.slice(0, 16) },
  })
