import { lastDayIn, type Span } from '../shared/index.ts'
import type { DeadlineReading, MilestoneReading, TargetReading, Task } from './plan.ts'
import { isWorkOnly } from './uncheckable.ts'

/** What was read of the tasks that dates in sentences are measured by. */
interface Read {
  readonly year: number | null
  readonly tasks: readonly Pick<Task, 'key' | 'clauses'>[]
  readonly targets: readonly Pick<TargetReading, 'task' | 'at' | 'due'>[]
  readonly milestones: readonly Pick<MilestoneReading, 'task' | 'at' | 'due' | 'event'>[]
}

/** The rule by which a date in a sentence became a deadline; every other rule reads words that speak of the whole task. */
export const sentenceRule = 'date in the sentence'

/** 全年, 每月, 持续: work that goes on after every date named beside it. */
const goesOn = /全年|每[月季周]|常年|常态|持续|长期/g
const leadsIn = /^(?:要|确保|力争|争取|计划|在|于)*$/
const ends =
  /^(?:要|确保|力争|争取|全部|全面|基本|均|都|如期|按期|整体|正式)*(?:完成|完工|竣工|建成|投用|投产|投运|交付|见效|办结|开放|到位|清零|达标|通过验收|投入(?:使用|运营))(?:使用|投用|改造|建设|整治|工作|任务|(?:并|和)[^,，]{1,8})?$/

/**
 * Marks the dates that are of a part of their task only (6月底前完成一期，全年开放20场). A task is due on the day its last
 * part is: what names no day of its own has until the end of the year, unless a date that opens or closes its sentence
 * speaks of it too (9月底前，…; …，年底前全部完成). Where a column or a tail says the deadline, it holds for the whole task.
 */
export function markParts(text: string, deadlines: readonly DeadlineReading[], read: Read): DeadlineReading[] {
  const byTask = Map.groupBy(deadlines, ({ task }) => task)
  const tasks = new Map(read.tasks.map((task) => [task.key, task]))
  const targets = Map.groupBy(read.targets, ({ task }) => task)
  const milestones = Map.groupBy(read.milestones, ({ task }) => task)
  const whole = new Set<DeadlineReading>()
  for (const [key, dated] of byTask) {
    const task = key === null ? undefined : tasks.get(key)
    const promised = [
      ...(targets.get(key) ?? []),
      ...(milestones.get(key) ?? []).filter(({ event }) => !isWorkOnly({ kind: 'milestone', event })),
    ]
    const held = task ? wholeOf(text, dated, { clauses: task.clauses, promised, year: read.year }) : dated
    for (const each of held) whole.add(each)
  }
  return deadlines.map((each) => (whole.has(each) ? each : { ...each, part: true }))
}

interface OneTask {
  readonly clauses: readonly Span[]
  readonly promised: readonly { readonly at: Span; readonly due: DeadlineReading['due'] | null }[]
  readonly year: number | null
}

function wholeOf(text: string, dated: readonly DeadlineReading[], task: OneTask): readonly DeadlineReading[] {
  const said = dated.filter(({ rule }) => rule !== sentenceRule)
  if (said.length > 0) return said
  const lastDay =
    dated
      .map(({ due }) => `${lastDayIn(due)}`)
      .sort()
      .at(-1) ?? ''
  const latest = dated.filter(({ due }) => lastDayIn(due) === lastDay)
  if (lastDay >= `${task.year ?? lastDay.slice(0, 4)}-12-31`) return latest
  const governed = dated.flatMap(({ at }) => governedBy(text, at, task.clauses))
  const undated = [
    ...task.promised.filter(({ due }) => due === null).map(({ at }) => at),
    ...ongoing(text, task, dated),
  ]
  return undated.every((at) => governed.some((over) => over.start <= at.start && at.end <= over.end)) ? latest : []
}

/** The words beside it that a date speaks of: all behind it where it opens its sentence, all before it where it closes one. */
function governedBy(text: string, at: Span, clauses: readonly Span[]): Span[] {
  const clause = clauses.find(({ start, end }) => start <= at.start && at.end <= end)
  if (!clause) return []
  const flat = (from: number, to: number) => text.slice(from, to).replace(/[\s\u3000]/g, '')
  const before = flat(clause.start, at.start)
  const phrase = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf('，')) + 1)
  // 双桥变电站三季度投运 speaks of what stands before the date, and of nothing else.
  if (!leadsIn.test(phrase)) return []
  if (phrase === before && /[,，]/.test(text[at.end] ?? '')) return [clause]
  const [behind = ''] = flat(at.end, clause.end).split(/[,，、]/)
  return ends.test(behind) ? [{ start: clause.start, end: at.end }] : []
}

/** The words of going on that stand in a phrase without a date. */
const ongoing = (text: string, { clauses }: OneTask, dated: readonly DeadlineReading[]): Span[] =>
  clauses.flatMap((clause) =>
    Array.from(text.slice(clause.start, clause.end).matchAll(goesOn), (found) => {
      const start = clause.start + found.index
      return { start, end: start + found[0].length }
    }).filter(
      ({ start, end }) =>
        !dated.some(({ at }) => !/[,，]/.test(text.slice(Math.min(end, at.end), Math.max(start, at.start)))),
    ),
  )
