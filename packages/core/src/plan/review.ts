import type { Decimal } from '../shared/index.ts'
import { accept, type Due, lastDayIn, type Problem, type Result, reject, type Span } from '../shared/index.ts'
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
import { reviewProblems } from './review-problems.ts'

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

export interface ReviewTask extends Task, Ownership {}

/** One thing a reviewer decided. The original words are never touched; nothing is removed, only set aside. */
export type Decision =
  | { readonly do: 'confirm' | 'reopen'; readonly keys: readonly string[] }
  | { readonly do: 'reject'; readonly keys: readonly string[]; readonly because: string }
  | { readonly do: 'confirmSure' }
  | { readonly do: 'correctTarget'; readonly key: string; readonly to: Partial<Omit<TargetWords, 'at'>> }
  | { readonly do: 'correctMilestone'; readonly key: string; readonly to: Partial<Omit<MilestoneWords, 'at'>> }
  | { readonly do: 'addTarget'; readonly task: string; readonly target: TargetWords }
  | { readonly do: 'addMilestone'; readonly task: string; readonly milestone: MilestoneWords }
  | { readonly do: 'split'; readonly key: string; readonly into: readonly TargetWords[] }
  | { readonly do: 'merge'; readonly keys: readonly string[]; readonly into: TargetWords }
  | { readonly do: 'retitle'; readonly task: string; readonly title: string }
  | ({ readonly do: 'own'; readonly task: string } & Ownership)
  | { readonly do: 'undo' }

/** A reading with all decisions on it so far. */
export interface Review {
  readonly tasks: readonly ReviewTask[]
  readonly items: readonly ReviewItem[]
  /** How many decisions there are, undone ones and undoings included: what the next one is made against. */
  readonly version: number
  readonly canUndo: boolean
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
  const dues = reading.deadlines.filter((deadline) => deadline.task === task.key).map((deadline) => deadline.due)
  const latest = [...dues].sort((a, b) => (lastDayIn(a) < lastDayIn(b) ? -1 : 1)).at(-1)
  return {
    lead: unique(owners.flatMap((owner) => owner.lead)),
    support: unique(owners.flatMap((owner) => owner.support)),
    leaders: unique(owners.flatMap((owner) => owner.leaders)),
    due: latest ?? null,
  }
}

const inTextOrder = (items: readonly ReviewItem[]) =>
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
  tasks: reading.tasks.map((task) => ({ ...task, ...ownershipOf(task, reading) })),
  items: withOwnKeys(inTextOrder([...reading.targets.map(readTarget), ...reading.milestones.map(readMilestone)])),
  version: 0,
  canUndo: false,
})

type Change = Pick<Review, 'tasks' | 'items'>

const keysOf = (decision: Decision): readonly string[] =>
  'keys' in decision ? decision.keys : 'key' in decision ? [decision.key] : []

function missingFrom(review: Change, decision: Decision): Problem | null {
  const gone = keysOf(decision).find((key) => !review.items.some((item) => item.key === key))
  if (gone) return reviewProblems('review.item_unknown', { key: gone })
  if ('task' in decision && !review.tasks.some((task) => task.key === decision.task))
    return reviewProblems('review.task_unknown', { task: decision.task })
  return null
}

const withState = (items: readonly ReviewItem[], keys: readonly string[], state: ReviewState) =>
  items.map((item) => (keys.includes(item.key) ? { ...item, state } : item))

const taskOf = (items: readonly ReviewItem[], keys: readonly string[]) =>
  items.find((item) => keys.includes(item.key))?.task ?? null

const made = (words: TargetWords, key: string, task: string | null): ReviewItem => ({
  ...words,
  kind: 'target',
  key,
  task,
  state: 'confirmed',
  doubts: [],
  rule: 'person',
})

const isSure = (item: ReviewItem) => item.state === 'open' && item.doubts.length === 0

function changeItems(items: readonly ReviewItem[], decision: Decision, seq: number): readonly ReviewItem[] {
  switch (decision.do) {
    case 'confirm':
      return withState(items, decision.keys, 'confirmed')
    case 'reopen':
      return withState(items, decision.keys, 'open')
    case 'reject':
      return withState(items, decision.keys, 'rejected')
    case 'confirmSure':
      return items.map((item) => (isSure(item) ? { ...item, state: 'confirmed' } : item))
    case 'correctTarget':
    case 'correctMilestone':
      return items.map((item) =>
        item.key === decision.key
          ? ({ ...item, ...decision.to, state: 'confirmed', rule: 'person' } as ReviewItem)
          : item,
      )
    case 'addTarget':
      return inTextOrder([...items, made(decision.target, `a${seq}`, decision.task)])
    case 'addMilestone':
      return inTextOrder([
        ...items,
        {
          ...decision.milestone,
          kind: 'milestone',
          key: `a${seq}`,
          task: decision.task,
          state: 'confirmed',
          doubts: [],
          rule: 'person',
        },
      ])
    case 'split': {
      const task = taskOf(items, [decision.key])
      const pieces = decision.into.map((words, i) => made(words, `a${seq}-${i + 1}`, task))
      return inTextOrder([...withState(items, [decision.key], 'rejected'), ...pieces])
    }
    case 'merge':
      return inTextOrder([
        ...withState(items, decision.keys, 'rejected'),
        made(decision.into, `a${seq}`, taskOf(items, decision.keys)),
      ])
    default:
      return items
  }
}

function changeTasks(tasks: readonly ReviewTask[], decision: Decision): readonly ReviewTask[] {
  if (decision.do === 'retitle')
    return tasks.map((task) => (task.key === decision.task ? { ...task, title: decision.title } : task))
  if (decision.do !== 'own') return tasks
  const { lead, support, leaders, due } = decision
  return tasks.map((task) => (task.key === decision.task ? { ...task, lead, support, leaders, due } : task))
}

const standingOf = (decisions: readonly Decision[]): Decision[] => {
  const standing: Decision[] = []
  for (const decision of decisions) {
    if (decision.do === 'undo') standing.pop()
    else standing.push(decision)
  }
  return standing
}

/**
 * All decisions laid over the reading, in order; an undo takes back the last one that still stands. The sequence number
 * of a decision names what it adds, so a key means the same for ever.
 */
export function reviewWith(reading: PlanReading, decisions: readonly Decision[]): Review {
  const standing = standingOf(decisions)
  const start = startReview(reading)
  let change: Change = start
  for (const decision of standing) {
    if (missingFrom(change, decision)) continue
    const seq = decisions.indexOf(decision) + 1
    change = { tasks: changeTasks(change.tasks, decision), items: changeItems(change.items, decision, seq) }
  }
  return { ...change, version: decisions.length, canUndo: standing.length > 0 }
}

/** Whether a decision fits the review it is made against: what it names is there, and its words lie inside the text. */
export function checkDecision(review: Review, decision: Decision, textLength: number): Result<Decision> {
  const gone = missingFrom(review, decision)
  if (gone) return reject(gone)
  if (decision.do === 'undo' && !review.canUndo) return reject(reviewProblems('review.nothing_to_undo', {}))
  const spans = [
    ...(decision.do === 'addTarget' ? [decision.target.at] : []),
    ...(decision.do === 'addMilestone' ? [decision.milestone.at] : []),
    ...(decision.do === 'split' ? decision.into.map((piece) => piece.at) : []),
    ...(decision.do === 'merge' ? [decision.into.at] : []),
  ]
  const outside = spans.some((span) => span.start >= span.end || span.end > textLength)
  return outside ? reject(reviewProblems('review.words_outside', {})) : accept(decision)
}

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
