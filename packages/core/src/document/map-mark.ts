import type { EntryState } from '../fact/index.ts'

/** How a row is marked on the map: 超时限, 待核实, 在办, 已结束, and 在册 where nothing is to be done with it. */
export const mapMarks = ['late', 'waiting', 'running', 'ended', 'standing'] as const
export type MapMark = (typeof mapMarks)[number]

export interface Marked {
  readonly state: EntryState
  /** Where it stands in the lifecycle of its register; null where the register has none. */
  readonly status: string | null
  /** Whether nothing leads on from there. */
  readonly ended: boolean
  /** Whether the next step is overdue. */
  readonly late: boolean
}

/** What cannot wait comes first; a row that nobody has verified yet is told as that, wherever it stands. */
export function mapMarkOf({ state, status, ended, late }: Marked): MapMark {
  if (late) return 'late'
  if (state !== 'verified') return 'waiting'
  if (status === null) return 'standing'
  return ended ? 'ended' : 'running'
}
