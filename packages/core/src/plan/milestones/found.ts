import type { Due } from '../../shared/index.ts'
import type { MilestoneEvent } from '../plan.ts'
import type { Candidate } from './accept.ts'
import type { Named } from './candidates.ts'

/** An event promised for a thing, by offsets into the flat words of its passage. */
export interface FoundMilestone {
  readonly start: number
  readonly end: number
  readonly subject: string
  readonly event: MilestoneEvent
  readonly due: Due | null
  /** Whether its words name a day that no calendar has. */
  readonly noSuchDay: boolean
  readonly rule: string
}

export type End = Exclude<MilestoneEvent, 'progress'>

/** What is told of some things: by which word, and from where to where the telling runs. */
export interface Telling {
  readonly event: End
  readonly order: Candidate['order']
  readonly verb: string
  readonly from: number
  readonly to: number
  readonly rule: string
  /** Where the words begin that may date it, when the thing itself was named in an earlier phrase; else `from`. */
  readonly datedFrom?: number
}

/** The first of a list takes in the verb before it, the last the event behind it; those between are their names. */
export function spanOver({ from, to }: Pick<Telling, 'from' | 'to'>, things: readonly Named[], i: number) {
  const { at } = things[i] as Named
  const start = i === 0 || at.from < 0 ? from : at.from
  const end = i === things.length - 1 || at.from < 0 ? to : at.to
  return end > start ? { start, end } : { start: from, end: to }
}
