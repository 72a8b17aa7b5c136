import type { Recorded } from './recorder.ts'

/** What must be empty: acknowledged and not stored, stored and never asked for, stored more than once. */
export interface Verdict {
  readonly lost: readonly string[]
  readonly unasked: readonly string[]
  readonly twice: readonly string[]
}

/** Judges acknowledged ⊆ stored ⊆ attempted, each once, of the ids as the database holds them. */
export function judge({ attempted, acknowledged }: Recorded, stored: readonly string[]): Verdict {
  const found = new Set(stored)
  return {
    lost: [...acknowledged].filter((id) => !found.has(id)),
    unasked: [...found].filter((id) => !attempted.has(id)),
    twice: [...found].filter((id) => stored.indexOf(id) !== stored.lastIndexOf(id)),
  }
}

/** After n kills without a loss, the share of kills that lose something is below this, with 95 % confidence. */
export const boundAfter = (kills: number): string => `${((3 / kills) * 100).toFixed(2)} %`
