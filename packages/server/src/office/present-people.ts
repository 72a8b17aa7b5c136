import type * as contract from '@guatu/contract'
import { duties, dutyLabels, relationLabels, stateWords } from '@guatu/core/office'
import type { Day } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import { papersBehind } from '../platform/papers.ts'
import type { PolicyRow } from '../platform/policy.ts'
import { disabledOf, holdingsOf, linesOf, postsOf } from './people-store.ts'
import { holdingAct, type NameOf, presentHolding } from './present-holding.ts'
import { officersOf, unitsOf } from './store.ts'

/** The office's units with their posts, and who holds these. */
export async function presentPeople(tx: Tx, officeId: string, today: Day): Promise<contract.People> {
  const [units, officers, disabled, posts, lines, holdings] = [
    await unitsOf(tx, officeId),
    await officersOf(tx, officeId),
    await disabledOf(tx, officeId),
    await postsOf(tx, officeId),
    await linesOf(tx, officeId),
    await holdingsOf(tx, officeId),
  ]
  const acts = holdings.flatMap(({ id }) => [holdingAct(id, 'confirmed'), holdingAct(id, 'ended')])
  const papers = await papersBehind(tx, officeId, acts)
  const nameOf: NameOf = (id) => officers.find((officer) => officer.id === id)?.name ?? ''
  const presented = posts.map(({ id, unitId, title, wholeLine, closedOn, duties }) => ({
    id,
    unitId,
    title,
    wholeLine,
    closedOn,
    duties: duties as contract.Post['duties'],
    line: lines.filter((line) => line.postId === id).map((line) => line.unitId),
    holdings: holdings
      .filter((holding) => holding.postId === id)
      .map((holding) => presentHolding(holding, nameOf, papers, today)),
  }))
  return {
    units: units.map((unit) => ({
      ...unit,
      kind: unit.kind as contract.People['units'][number]['kind'],
      posts: presented.filter((post) => post.unitId === unit.id),
    })),
    officers: officers.map((officer) => ({ ...officer, disabled: disabled.has(officer.id) })),
    duties: duties.map((id) => ({ id, label: dutyLabels[id] })),
    today,
  }
}

/** The policy table in words. */
export const presentPolicy = (policy: Iterable<PolicyRow>): contract.PolicyPage => ({
  rows: [...policy].map(({ route, label, open, grants, version }) => ({
    route,
    label,
    open,
    versioned: version === 'required',
    grants: grants.map((grant) => ({
      duties: grant.duties.map((duty) => dutyLabels[duty]),
      relation: relationLabels[grant.relation],
      states: grant.states?.map(stateWords) ?? null,
    })),
  })),
})
