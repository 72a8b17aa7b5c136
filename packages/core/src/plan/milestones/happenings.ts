import type { MilestoneEvent } from '../plan.ts'
import { beginsInsideWord } from '../word-bounds.ts'
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
/** 力争创成: 争 belongs to 力争. */
const front = new RegExp(`(?<!再)(?!(?<=力)争)(${anyOf(beforeEvents.keys())})`, 'g')
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
  // 建成工作、居住、休憩的街区: 工作 is what is built, no word for what was done.
  if (!last || /^建成(?:工作|任务|建设)/.test(last[0])) return null
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
const breaksOff = /^(?:后|前|时|率|数|量|的|了|以来|一批|完善|健全|情况|标准|期间|之|度|并?投|通[车水]|运[行营])/
/** 新投产项目, 竣工企业: the verb says which of them, and a kind of thing follows that has no name. */
const saysWhich = /^(?:项目|企业|工程|楼盘|地块)(?:$|[、和及与\d的])/

/** Reads 建成…, 成立…: the thing stands behind the first such verb that is a word of its own (not 动工 in 带动工业). */
export function beforeIn(words: string, run: Run): Before | null {
  const window = words.slice(run.from, Math.min(run.to, run.from + prefixMax + 8))
  for (const found of window.matchAll(front)) {
    if (found.index > prefixMax) return null
    if (beginsInsideWord(window, found.index)) continue
    const from = run.from + found.index
    const to = from + found[0].length
    if (breaksOff.test(words.slice(to, to + 4)) || saysWhich.test(words.slice(to, Math.min(to + 4, run.to))))
      return null
    return { event: beforeEvents.get(found[1] as string) as End, verb: { from, to }, thing: { from: to, to: run.to } }
  }
  return null
}

/** The action a thing's name ends with (…改造, …编制), the event that completing it is, and where the thing stops. */
export function actionIn(words: string, run: Run): { event: End; thing: Run } | null {
  const from = Math.max(run.from, run.to - windowSize)
  const found = actionAtEnd.exec(words.slice(from, run.to))
  if (!found) return null
  return { event: actionEvents.get(found[1] as string) as End, thing: { from: run.from, to: from + found.index } }
}
