import { dayWords, instantWords } from './dates.ts'
import { m } from './index.ts'

/** A plan that is known today: its year, and the moment each of its versions was registered. */
export interface KnownPlan {
  readonly year: number
  readonly versions: readonly { readonly adoptedAt: string }[]
}

/** Why a past day shows no plan: it was registered later, which is no reason to hand in a report again. */
export function notThenWords(known: KnownPlan | null | undefined): string {
  const first = known?.versions.map(({ adoptedAt }) => adoptedAt).sort()[0]
  if (!known || first === undefined) return m.not_then_any()
  return m.not_then({ year: known.year, day: dayWords(instantWords(first).slice(0, 10)) })
}
