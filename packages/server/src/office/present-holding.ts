import type * as contract from '@guatu/contract'
import { isInForce, versionOf } from '@guatu/core/office'
import type { Day } from '@guatu/core/shared'
import type { KeptHolding } from './people-store.ts'

/** What became of a holding, as the paper behind it is asked for. */
export const holdingAct = (id: string, became: 'confirmed' | 'ended'): string => `holding ${id} ${became}`

export type NameOf = (id: string | null) => string

export const presentHolding = (
  holding: KeptHolding,
  nameOf: NameOf,
  papers: ReadonlyMap<string, contract.PaperNote>,
  today: Day,
): contract.Holding => ({
  id: holding.id,
  postId: holding.postId,
  officerId: holding.officerId,
  name: nameOf(holding.officerId),
  kind: holding.kind,
  from: holding.fromDay,
  until: holding.untilDay,
  appliedBy: nameOf(holding.appliedBy),
  confirmedBy: holding.confirmedBy === null ? null : nameOf(holding.confirmedBy),
  byOneself: holding.confirmedBy === holding.appliedBy,
  inForce: isInForce(holding, today),
  confirmedByPaper: papers.get(holdingAct(holding.id, 'confirmed')) ?? null,
  endedByPaper: papers.get(holdingAct(holding.id, 'ended')) ?? null,
  version: versionOf(holding),
})
