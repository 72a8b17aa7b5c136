import type { PlanReading } from './plan.ts'
import {
  inTextOrder,
  type MilestoneWords,
  type Review,
  type ReviewItem,
  type ReviewState,
  type ReviewTask,
  startReview,
  type TargetWords,
} from './review.ts'
import { type Change, type Decision, missingFrom } from './review-decisions.ts'

const withState = (items: readonly ReviewItem[], keys: readonly string[], state: ReviewState) =>
  items.map((item) => (keys.includes(item.key) ? { ...item, state } : item))

const taskOf = (items: readonly ReviewItem[], keys: readonly string[]) =>
  items.find((item) => keys.includes(item.key))?.task ?? null

const byPerson = { state: 'confirmed', doubts: [], rule: 'person' } as const

const targetMade = (words: TargetWords, key: string, task: string | null): ReviewItem => ({
  ...words,
  ...byPerson,
  kind: 'target',
  key,
  task,
})

const milestoneMade = (words: MilestoneWords, key: string, task: string | null): ReviewItem => ({
  ...words,
  ...byPerson,
  kind: 'milestone',
  key,
  task,
})

/** What is made out of items takes their place; they are set aside and not removed. */
function inPlaceOf(items: readonly ReviewItem[], keys: readonly string[], make: (task: string | null) => ReviewItem[]) {
  return inTextOrder([...withState(items, keys, 'rejected'), ...make(taskOf(items, keys))])
}

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
      return inTextOrder([...items, targetMade(decision.target, `a${seq}`, decision.task)])
    case 'addMilestone':
      return inTextOrder([...items, milestoneMade(decision.milestone, `a${seq}`, decision.task)])
    case 'split':
      return inPlaceOf(items, [decision.key], (task) =>
        decision.into.map((words, i) => targetMade(words, `a${seq}-${i + 1}`, task)),
      )
    case 'splitMilestone':
      return inPlaceOf(items, [decision.key], (task) =>
        decision.into.map((words, i) => milestoneMade(words, `a${seq}-${i + 1}`, task)),
      )
    case 'merge':
      return inPlaceOf(items, decision.keys, (task) => [targetMade(decision.into, `a${seq}`, task)])
    case 'mergeMilestones':
      return inPlaceOf(items, decision.keys, (task) => [milestoneMade(decision.into, `a${seq}`, task)])
    default:
      return items
  }
}

/** The task that a decision is about, and what it changes of it; null where it is about none. */
function taskChange(decision: Decision): { task: string; to: Partial<ReviewTask> } | null {
  switch (decision.do) {
    case 'retitle':
      return { task: decision.task, to: { title: decision.title } }
    case 'own': {
      const { do: _, task, ...to } = decision
      return { task, to }
    }
    case 'dropTask':
      return { task: decision.task, to: { dropped: decision.because } }
    case 'keepTask':
      return { task: decision.task, to: { dropped: null } }
    default:
      return null
  }
}

function changeTasks(tasks: readonly ReviewTask[], decision: Decision): readonly ReviewTask[] {
  const change = taskChange(decision)
  return change ? tasks.map((task) => (task.key === change.task ? { ...task, ...change.to } : task)) : tasks
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
  const dropped = new Set(change.tasks.flatMap(({ key, dropped }) => (dropped === null ? [] : [key])))
  // What was decided on the phrases of such a task is kept, for the day it is brought back.
  const items = change.items.map((item) =>
    item.task !== null && dropped.has(item.task) ? { ...item, state: 'rejected' as const } : item,
  )
  const aside = standing.findLast((decision) => decision.do === 'setAside')
  return { ...change, items, version: decisions.length, canUndo: standing.length > 0, setAside: aside?.because ?? null }
}
