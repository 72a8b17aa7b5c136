import { accept, type Problem, type Result, reject, type Span } from '../shared/index.ts'
import type { MilestoneWords, Ownership, Review, TargetWords } from './review.ts'
import { reviewProblems } from './review-problems.ts'
import { wrongFigures } from './target-words.ts'

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
  | { readonly do: 'splitMilestone'; readonly key: string; readonly into: readonly MilestoneWords[] }
  | { readonly do: 'merge'; readonly keys: readonly string[]; readonly into: TargetWords }
  | { readonly do: 'mergeMilestones'; readonly keys: readonly string[]; readonly into: MilestoneWords }
  | { readonly do: 'retitle'; readonly task: string; readonly title: string }
  | ({ readonly do: 'own'; readonly task: string } & Ownership)
  | { readonly do: 'dropTask'; readonly task: string; readonly because: string }
  | { readonly do: 'keepTask'; readonly task: string }
  | { readonly do: 'setAside'; readonly because: string }
  | { readonly do: 'undo' }

/** What a decision is looked up in: the tasks and items as they stand. */
export type Change = Pick<Review, 'tasks' | 'items'>

const keysOf = (decision: Decision): readonly string[] =>
  'keys' in decision ? decision.keys : 'key' in decision ? [decision.key] : []

/** The problem of a decision that names an item or a task that is not there; null where all are. */
export function missingFrom(review: Change, decision: Decision): Problem | null {
  const gone = keysOf(decision).find((key) => !review.items.some((item) => item.key === key))
  if (gone) return reviewProblems('review.item_unknown', { key: gone })
  if ('task' in decision && !review.tasks.some((task) => task.key === decision.task))
    return reviewProblems('review.task_unknown', { task: decision.task })
  return null
}

/** The figures a decision gives to targets, those that it leaves as they stand filled in. */
function figuresGiven(review: Review, decision: Decision): readonly Partial<TargetWords>[] {
  if (decision.do === 'addTarget') return [decision.target]
  if (decision.do === 'split') return decision.into
  if (decision.do === 'merge') return [decision.into]
  if (decision.do !== 'correctTarget') return []
  const standing = review.items.find((item) => item.key === decision.key)
  return [{ ...(standing?.kind === 'target' ? standing : {}), ...decision.to }]
}

/** The words of the text that a decision gives to what it makes. */
function spansGiven(decision: Decision): readonly Span[] {
  if (decision.do === 'addTarget') return [decision.target.at]
  if (decision.do === 'addMilestone') return [decision.milestone.at]
  return 'into' in decision ? [decision.into].flat().map((piece) => piece.at) : []
}

/** Whether a decision fits the review it is made against: what it names is there, and its words lie inside the text. */
export function checkDecision(review: Review, decision: Decision, textLength: number): Result<Decision> {
  if (review.setAside !== null && decision.do !== 'undo') return reject(reviewProblems('review.set_aside', {}))
  const gone = missingFrom(review, decision)
  if (gone) return reject(gone)
  if (decision.do === 'undo' && !review.canUndo) return reject(reviewProblems('review.nothing_to_undo', {}))
  const outside = spansGiven(decision).some((span) => span.start >= span.end || span.end > textLength)
  if (outside) return reject(reviewProblems('review.words_outside', {}))
  const wrong = figuresGiven(review, decision)
    .map(wrongFigures)
    .find((problem) => problem !== null)
  return wrong ? reject(wrong) : accept(decision)
}
