import { accept, assert, dayOf, type Instant, type Problem, type Result, reject } from '@guatu/core/shared'
import type { Approval } from '../platform/approval.ts'
import { witnessStop } from '../platform/audit/witness.ts'
import type { Tx } from '../platform/db.ts'
import type { Ground } from '../platform/http.ts'
import type { Office } from '../platform/office.ts'
import type { PolicyRow } from '../platform/policy.ts'
import { readBody, readParams } from '../platform/schema.ts'
import type { ReadApproval } from './as-signer.ts'
import { approvalProblems } from './problems.ts'

/** The approvals that the stages have declared, with the rows of the policy table that speak of them. */
export interface Declared {
  readonly approvalOf: (route: string) => Approval | undefined
  readonly rowOf: (route: string) => PolicyRow
  /** Why official acts stop now, where the approval is one; null where they go on. */
  readonly stopOf: (tx: Tx, row: PolicyRow, office: Office, now: Instant) => Promise<Problem | null>
}

/** Joins what the stages declare. An approval that is declared twice, or has no row, stops the start. */
export function declaredBy(approvals: readonly Approval[], { policy, witnessHours }: Ground): Declared {
  const rowOf = (route: string): PolicyRow => {
    const row = policy.get(route)
    assert(row, `the approval ${route} has no row in the policy table`)
    return row
  }
  const byRoute = new Map(approvals.map((one) => [one.route, one]))
  assert(byRoute.size === approvals.length, 'an approval is declared once')
  for (const { route, seenBy } of approvals) for (const one of [route, seenBy]) rowOf(one)
  const stopOf: Declared['stopOf'] = async (tx, row, office, now) =>
    row.official ? witnessStop(tx, office, now, witnessHours(dayOf(now))) : null
  return { approvalOf: (route) => byRoute.get(route), rowOf, stopOf }
}

interface Sent {
  readonly route: string
  readonly params: Readonly<Record<string, string>>
  readonly body: unknown
  readonly version: number
}

/** Reads the approval that a paper carries, as strictly as its own route would. */
export function readApproval({ approvalOf, rowOf }: Declared, sent: Sent): Result<ReadApproval> {
  const approval = approvalOf(sent.route)
  if (!approval) return reject(approvalProblems('approval.not_declared', { route: sent.route }))
  const params = readParams(approval.params, sent.params)
  if (!params.ok) return params
  const body = readBody(approval.body, sent.body)
  if (!body.ok) return body
  const { version } = sent
  return accept({ approval, row: rowOf(approval.route), params: params.value, body: body.value, version })
}

/** The address that the approval's own route would be asked at. */
export const addressOf = ({ route, params }: Pick<Sent, 'route' | 'params'>): string =>
  (route.split(' ')[1] ?? '').replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
