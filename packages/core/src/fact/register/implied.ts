import type { Condition } from './condition.ts'
import type { Feed } from './feed.ts'
import type { Register } from './register.ts'

/** The states that a condition asks for; none of those that it excludes. */
function statesAsked(condition: Condition | undefined): readonly string[] {
  if (!condition || 'not' in condition) return []
  if ('all' in condition) return condition.all.flatMap(statesAsked)
  if ('any' in condition) return condition.any.flatMap(statesAsked)
  return 'state' in condition ? condition.state : []
}

const saidBy = ({ gives, datedBy }: Feed): readonly string[] => [datedBy, ...(gives === 'one' ? [] : [gives.quantity])]

/** The states at which a row may be entered: the beginning of its lifecycle, and wherever a step from elsewhere leads. */
export function statesToEnterAt({ lifecycle }: Pick<Register, 'lifecycle'>): readonly string[] {
  if (!lifecycle) return []
  const reached = new Set(
    Object.values(lifecycle.moves).flatMap(({ to, from }) => (from.some((id) => id !== to) ? [to] : [])),
  )
  return Object.keys(lifecycle.states).filter((id) => id === lifecycle.initial || reached.has(id))
}

export interface ImpliedState {
  readonly state: string
  /** The columns that say so. */
  readonly columns: readonly string[]
}

/**
 * The furthest state that filled columns speak of: a step into it needs them, they are asked for or counted there. Where a
 * step needs more than is filled, the row has come as far as to where the step begins. What is asked of every row speaks of
 * no state, and no setback is implied, which is told with a reason. Null where nothing is.
 */
export function impliedState(register: Register, filled: readonly string[]): ImpliedState | null {
  const { lifecycle, columns, feeds } = register
  if (!lifecycle) return null
  const order = statesToEnterAt(register).filter((id) => id !== lifecycle.initial)
  const telling = filled.filter((id) => columns[id] && columns[id].required !== true)
  const said = new Map<string, Set<string>>()
  const say = (state: string | undefined, column: string) => {
    if (state !== undefined && telling.includes(column)) said.set(state, (said.get(state) ?? new Set()).add(column))
  }
  for (const { to, from, needs = [], because } of Object.values(lifecycle.moves))
    if (!because && from.some((id) => id !== to)) {
      const reached = needs.every((id) => filled.includes(id)) ? to : from.findLast((id) => order.includes(id))
      for (const id of needs) say(reached, id)
    }
  const firstOf = (condition: Condition | undefined) => {
    const asked = statesAsked(condition)
    return asked.includes(lifecycle.initial) ? undefined : order.find((id) => asked.includes(id))
  }
  for (const [id, { askedWhen, requiredWhen }] of Object.entries(columns)) say(firstOf(askedWhen ?? requiredWhen), id)
  for (const feed of feeds) for (const id of saidBy(feed)) say(firstOf(feed.when), id)
  const furthest = order.findLast((id) => said.has(id))
  return furthest === undefined ? null : { state: furthest, columns: [...(said.get(furthest) ?? [])] }
}
