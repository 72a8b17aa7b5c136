import type { End } from './found.ts'
import { actionIn, behindIn } from './happenings.ts'
import type { Run } from './split.ts'
import { isDocument } from './things.ts'

/** Things to which one action is done, with the event that completing it is. */
export interface Completion {
  readonly event: End
  /** The action's own word; it belongs to the name of the thing where it is more than 建设. */
  readonly word: string
  readonly things: readonly Run[]
  readonly whole: readonly Run[]
}

/** The action at the end of a run, or the event told there. */
export function actionOf(words: string, run: Run): { event: End; thing: Run } | null {
  const action = actionIn(words, run)
  if (action) return action
  if (isDocument(words.slice(run.from, run.to))) return { event: 'approve', thing: run }
  const end = behindIn(words, run)
  return end && end.event !== 'hold' ? { event: end.event, thing: end.thing } : null
}

/** 完成A重建、B大修: each with an action of its own. 完成A、B建设: one action for all. */
export function completionsIn(words: string, things: readonly Run[]): Completion[] {
  return closedEarly(words, things) ?? perAction(words, things)
}

/** 完成A等12条道路新建、整治工程: the list ends at 等; what follows says what is done to all of it. */
function closedEarly(words: string, things: readonly Run[]): Completion[] | null {
  const closing = things.findIndex((run) => /等\d/.test(words.slice(run.from, run.to)))
  const action = actionOf(words, things.at(-1) as Run)
  if (closing < 0 || closing === things.length - 1 || !action) return null
  return [{ event: action.event, word: '', things: things.slice(0, closing + 1), whole: things }]
}

function perAction(words: string, things: readonly Run[]): Completion[] {
  const completions: Completion[] = []
  let waiting: Run[] = []
  for (const run of things.flatMap((each) => splitByAction(words, each))) {
    const action = actionOf(words, run)
    waiting.push(run)
    if (!action) continue
    const bare = action.thing.to - action.thing.from >= 2 ? action.thing : run
    const word = words.slice(action.thing.to, run.to)
    completions.push({ event: action.event, word, things: [...waiting.slice(0, -1), bare], whole: waiting })
    waiting = []
  }
  return completions
}

const twoActions = /(?<=研究|编制|设计|立项|审批|批复|建设|改造|施工|处理)(?:和|及|以及|与)(?=[^,]{2,})/

/** Two actions joined by 及 are two things (方案研究及实施方案编制). */
function splitByAction(words: string, run: Run): Run[] {
  const runs: Run[] = []
  let from = run.from
  for (;;) {
    const and = twoActions.exec(words.slice(from, run.to))
    if (!and) break
    runs.push({ from, to: from + and.index })
    from += and.index + and[0].length
  }
  return [...runs, { from, to: run.to }]
}
