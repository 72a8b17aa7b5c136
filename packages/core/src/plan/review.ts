import { type Decimal, type Due, lastDayIn, type Span } from '../shared/index.ts'
import type {
  Basis,
  Comparator,
  Doubt,
  MilestoneEvent,
  MilestoneReading,
  PlanReading,
  TargetReading,
  Task,
} from './plan.ts'

export interface TargetWords {
  readonly at: Span
  readonly comparator: Comparator
  readonly value: Decimal
  readonly valueTo: Decimal | null
  readonly unit: string
  readonly printedUnit: string
  readonly basis: Basis
  readonly subject: string
  readonly stretch: boolean
  readonly down: boolean
  readonly due: Due | null
}

export interface MilestoneWords {
  readonly at: Span
  readonly subject: string
  readonly event: MilestoneEvent
  readonly due: Due | null
}

export type ReviewState = 'open' | 'confirmed' | 'rejected'

interface Reviewed {
  readonly key: string
  readonly task: string | null
  readonly state: ReviewState
  readonly doubts: readonly Doubt[]
  readonly rule: string
}

export type ReviewItem =
  | (Reviewed & { readonly kind: 'target' } & TargetWords)
  | (Reviewed & { readonly kind: 'milestone' } & MilestoneWords)

/** Who answers for a task: as the report says, or as a reviewer settled it. */
export interface Ownership {
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly leaders: readonly string[]
  readonly due: Due | null
}

export interface ReviewTask extends Task, Ownership {
  /** Why it is no task and stays out of the plan; null where it is one. */
  readonly dropped: string | null
}

/** A reading with all decisions on it so far. */
export interface Review {
  readonly tasks: readonly ReviewTask[]
  readonly items: readonly ReviewItem[]
  /** How many decisions there are, undone ones and undoings included: what the next one is made against. */
  readonly version: number
  readonly canUndo: boolean
  /** Why the whole paper was set aside; null while it is to be adopted, or has been. */
  readonly setAside: string | null
}

const readTarget = (read: TargetReading): ReviewItem => ({
  ...read,
  kind: 'target',
  key: `t${read.at.start}-${read.at.end}`,
  state: 'open',
})
const readMilestone = (read: MilestoneReading): ReviewItem => ({
  ...read,
  kind: 'milestone',
  key: `m${read.at.start}-${read.at.end}`,
  state: 'open',
})

const unique = (names: readonly string[]) => [...new Set(names)]

function ownershipOf(task: Task, reading: PlanReading): Ownership {
  const owners = reading.owners.filter((owner) => owner.task === task.key)
  const whole = reading.deadlines.filter((deadline) => deadline.task === task.key && !deadline.part)
  const dues = whole.map((deadline) => deadline.due)
  const latest = [...dues].sort((a, b) => (lastDayIn(a) < lastDayIn(b) ? -1 : 1)).at(-1)
  return {
    lead: unique(owners.flatMap((owner) => owner.lead)),
    support: unique(owners.flatMap((owner) => owner.support)),
    leaders: unique(owners.flatMap((owner) => owner.leaders)),
    due: latest ?? null,
  }
}

export const inTextOrder = (items: readonly ReviewItem[]) =>
  [...items].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end || (a.key < b.key ? -1 : 1))

/** One quote may hold two events; the second and later ones of a key are numbered, in text order. */
function withOwnKeys(items: readonly ReviewItem[]): ReviewItem[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const times = (seen.get(item.key) ?? 0) + 1
    seen.set(item.key, times)
    return times === 1 ? item : { ...item, key: `${item.key}-${times}` }
  })
}

/** The review before anybody has decided anything. */
export const startReview = (reading: PlanReading): Review => ({
  tasks: reading.tasks.map((task) => ({ ...task, ...ownershipOf(task, reading), dropped: null })),
  items: withOwnKeys(inTextOrder([...reading.targets.map(readTarget), ...reading.milestones.map(readMilestone)])),
  version: 0,
  canUndo: false,
  setAside: null,
})

export interface ReviewCounts {
  readonly open: number
  readonly doubtful: number
  readonly confirmed: number
  readonly rejected: number
}

export const countsOf = (items: readonly ReviewItem[]): ReviewCounts => ({
  open: items.filter((item) => item.state === 'open').length,
  doubtful: items.filter((item) => item.state === 'open' && item.doubts.length > 0).length,
  confirmed: items.filter((item) => item.state === 'confirmed').length,
  rejected: items.filter((item) => item.state === 'rejected').length,
})
