import type { Day, Decimal, Words } from '../shared/index.ts'

export type Light =
  | 'blue'
  | 'green'
  | 'yellow'
  | 'orange'
  | 'red'
  | 'notDue'
  | 'unset'
  | 'noData'
  | 'uncheckable'
  | 'standing'
  | 'missing'

export type Badge =
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'unverified'; readonly count: number }
  | { readonly kind: 'gaps'; readonly count: number; readonly periods: string }
  | { readonly kind: 'stale'; readonly since: Day | null }
  | { readonly kind: 'late' | 'manual' | 'stretch' | 'opening' }

/** A light with the inputs that made it. Ratios are for showing; the comparison itself was exact. */
export interface Working {
  readonly light: Light
  readonly rule: string
  readonly says: Words
  readonly actual: Decimal | null
  readonly reported: Decimal | null
  readonly planned: Decimal | null
  readonly ratio: Decimal | null
  readonly attainment: Decimal | null
  readonly badges: readonly Badge[]
}

// Worst first. No data stands above green: what nobody has shown is never on schedule.
const order: readonly Light[] = [
  'red',
  'orange',
  'yellow',
  'noData',
  'unset',
  'green',
  'blue',
  'standing',
  'notDue',
  'uncheckable',
]

export const worse = (a: Light, b: Light): Light => (order.indexOf(a) <= order.indexOf(b) ? a : b)

/** A task's light: the worst of its targets; done only when every one of them is done. */
export function lightOfTask(lights: readonly Light[]): Light {
  const worst = lights.reduce<Light>(worse, 'uncheckable')
  return worst === 'blue' && !lights.every((light) => light === 'blue') ? 'green' : worst
}
