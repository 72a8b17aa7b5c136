import type { MilestoneEvent } from '../plan.ts'
import { actions, anyOf, before, behind, eventOfWord } from './lexicon.ts'
import type { Run } from './split.ts'
import { bareBounds } from './words.ts'

type End = Exclude<MilestoneEvent, 'progress'>

const behindEvents = eventOfWord<End>(behind)
const beforeEvents = eventOfWord<End>(before)
const actionEvents = eventOfWord<keyof typeof actions>(actions)

const suffix = '(?:建设|使用|施工|工作任务|建设任务|工作|任务|达效|见效|仪式|手续|等)?'
const atEnd = new RegExp(`(${anyOf(behindEvents.keys())})(?:并?(?:${anyOf(behindEvents.keys())}))?${suffix}$`)
const lastAtEnd = new RegExp(`(${anyOf(behindEvents.keys())})${suffix}$`)
const joinedEvent = new RegExp(`(${anyOf(behindEvents.keys())})[并和且]$`)
const front = new RegExp(`(?<![\\u4e00-\\u9fff]{0}再)(${anyOf(beforeEvents.keys())})`)
const actionAtEnd = new RegExp(
  `(${anyOf(actionEvents.keys())})(?:等?(?:工程建设任务|建设任务|工程建设|建设工作|工程|工作任务|工作|任务))?$`,
)

/** What is told of a thing at the end of some words, and where the thing stops. */
export interface Behind {
  readonly event: End
  /** A second event joined to it with 并 (立项并完工), which comes first. */
  readonly also: End | null
  readonly thing: Run
}

const windowSize = 24

/** Reads …投入使用 at the end of a run: what stands before it is the thing. */
export function behindIn(words: string, run: Run): Behind | null {
  const tail = words.slice(Math.max(run.from, run.to - windowSize), run.to)
  if (!atEnd.test(tail)) return null
  const last = lastAtEnd.exec(tail)
  if (!last) return null
  let to = run.to - tail.length + last.index
  const event = behindEvents.get(last[1] as string) as End
  const joined = joinedEvent.exec(words.slice(Math.max(run.from, to - 8), to))
  let also: End | null = null
  if (joined) {
    also = behindEvents.get(joined[1] as string) as End
    to -= joined[0].length
  }
  const swallowed = also === 'complete' && event === 'operate'
  return { event, also: swallowed || also === event ? null : also, thing: bareBounds(words, run.from, to) }
}

/** What is done to a thing that stands behind the verb, and where verb and thing begin. */
export interface Before {
  readonly event: End
  readonly verb: Run
  readonly thing: Run
}

/** Words between the start of a phrase and its verb that leave the verb in charge. */
const prefixMax = 18
const breaksOff = /^(?:后|前|时|率|数|量|的|了|以来|一批|完善|健全|情况|标准|期间|之|度)/

/** Reads 建成…, 成立…: the thing stands behind the first such verb. */
export function beforeIn(words: string, run: Run): Before | null {
  const found = front.exec(words.slice(run.from, Math.min(run.to, run.from + prefixMax + 8)))
  if (!found || found.index > prefixMax) return null
  const from = run.from + found.index
  const to = from + found[0].length
  if (breaksOff.test(words.slice(to, to + 4))) return null
  return { event: beforeEvents.get(found[1] as string) as End, verb: { from, to }, thing: { from: to, to: run.to } }
}

/** The action a thing's name ends with (…改造, …编制), the event that completing it is, and where the thing stops. */
export function actionIn(words: string, run: Run): { event: End; thing: Run } | null {
  const from = Math.max(run.from, run.to - windowSize)
  const found = actionAtEnd.exec(words.slice(from, run.to))
  if (!found) return null
  return { event: actionEvents.get(found[1] as string) as End, thing: { from: run.from, to: from + found.index } }
}
