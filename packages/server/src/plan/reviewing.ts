import * as contract from '@guatu/contract'
import { type Result, reject } from '@guatu/core/shared'
import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import { type Ask, versionConflict } from '../platform/http.ts'
import { platformProblems } from '../platform/problems.ts'
import { decisionsSince } from './decisions-since.ts'
import { type UnderReview, underReview } from './source-store.ts'

export const byId = z.object({ id: contract.id })

/** The review that a change is about. */
export async function found(tx: Tx, officeId: string, id: string): Promise<Result<UnderReview>> {
  const under = await underReview(tx, officeId, id)
  return under ?? reject(platformProblems('request.not_found', { what: '这份材料' }))
}

/** Refuses what was made of a review that others have gone on with, and tells what they did. */
export async function overtaken(tx: Tx, ask: Pick<Ask, 'office' | 'version'>, { review, source }: UnderReview) {
  const since = await decisionsSince(tx, ask.office.id, source.id, ask.version)
  return versionConflict(ask.version, review.version, { since })
}
