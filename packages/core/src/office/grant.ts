import type { Problem, Words } from '../shared/index.ts'
import type { Duty } from './duty.ts'
import { officeProblems } from './problems.ts'
import { stateWords } from './states.ts'

/**
 * What a thing has to be to the post of whoever asks: of the office; of the units the post answers for; of the post's own
 * unit; entered by the very person. Each is narrower than the one before.
 */
export type Relation = 'office' | 'line' | 'unit' | 'own'

export const relationLabels: Readonly<Record<Relation, Words>> = {
  office: { zh: '全单位', en: 'the whole office' },
  line: { zh: '本单位和所分管单位', en: 'the units the post answers for' },
  unit: { zh: '本科室（社区）', en: 'the unit of the post' },
  own: { zh: '本人填的', en: 'what the same person entered' },
}

/** These duties, for things in this relation and, where states are named, in one of them. */
export interface Grant {
  readonly duties: readonly Duty[]
  readonly relation: Relation
  readonly states?: readonly string[]
}

/** Where somebody stands: the person, the duties of the post, its unit, and the units it answers for. */
export interface Standing {
  readonly officerId: string
  readonly duties: readonly string[]
  readonly unitId: string
  /** `all`: every unit of the office, those to come as well. */
  readonly line: readonly string[] | 'all'
}

/** What a grant is asked about. A thing that names no unit is nobody's own unit's. */
export interface Thing {
  readonly unitId: string | null
  readonly enteredBy: string | null
  /** Left out where only the relation is asked. */
  readonly state?: string
}

/** The grants that the duties of a post open, whatever the thing. */
export const grantsFor = (grants: readonly Grant[], held: readonly string[]): readonly Grant[] =>
  grants.filter((grant) => grant.duties.some((duty) => held.includes(duty)))

function isRelated(relation: Relation, standing: Standing, { unitId, enteredBy }: Thing): boolean {
  if (relation === 'office') return true
  if (relation === 'own') return enteredBy === standing.officerId
  if (unitId === standing.unitId) return true
  if (relation === 'unit') return false
  return standing.line === 'all' || (unitId !== null && standing.line.includes(unitId))
}

/** Whether a thing lies within the grants of a post, its state left aside. */
export const isWithin = (grants: readonly Grant[], standing: Standing, thing: Thing): boolean =>
  grantsFor(grants, standing.duties).some((grant) => isRelated(grant.relation, standing, thing))

/** The things that the grants of a post reach, for a list that a database makes: `isWithin` said as data. */
export interface Within {
  /** Every thing of the office; then the others do not matter. */
  readonly all: boolean
  readonly units: readonly string[]
  /** What this person entered; null where that opens nothing by itself. */
  readonly enteredBy: string | null
}

export function withinOf(grants: readonly Grant[], standing: Standing): Within {
  const relations = new Set(grantsFor(grants, standing.duties).map(({ relation }) => relation))
  const { line, unitId, officerId } = standing
  const listed = relations.has('line') && line !== 'all' ? line : []
  const own = relations.has('unit') || relations.has('line') ? [unitId] : []
  return {
    all: relations.has('office') || (relations.has('line') && line === 'all'),
    units: [...new Set([...own, ...listed])],
    enteredBy: relations.has('own') ? officerId : null,
  }
}

/** Whether grants reach less than the whole office or only some states, so that each thing has to be asked about. */
export const isNarrow = (grants: readonly Grant[]): boolean =>
  grants.some((grant) => grant.relation !== 'office' || grant.states !== undefined)

/** Why a post may not do this to a thing: it is another unit's, somebody else's, or in a state that is past it. */
export function refusalOf(
  grants: readonly Grant[],
  standing: Standing,
  thing: Thing,
  words: { readonly post: string; readonly what: string },
): Problem | null {
  const open = grantsFor(grants, standing.duties)
  const near = open.filter((grant) => isRelated(grant.relation, standing, thing))
  if (near.length === 0)
    return open.every((grant) => grant.relation === 'own')
      ? officeProblems('policy.not_own', words)
      : officeProblems('policy.other_unit', words)
  const { state } = thing
  if (state === undefined || near.some((grant) => !grant.states || grant.states.includes(state))) return null
  const now = stateWords(state)
  const when = near.flatMap((grant) => grant.states ?? []).map(stateWords)
  return officeProblems('policy.state', {
    ...words,
    now: now.zh,
    nowEn: now.en,
    when: when.map(({ zh }) => zh).join('、'),
    whenEn: when.map(({ en }) => en).join(', '),
  })
}
