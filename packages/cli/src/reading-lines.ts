import type { Area, PlanReading, TargetReading, Task } from '@guatu/core/plan'
import { type Span, wordsAt } from '@guatu/core/shared'
import { table } from './columns.ts'

const joined = (texts: readonly string[]): string => texts.map((text) => text.replace(/\s+/g, '')).join('；')

interface Read {
  readonly at: Span
  readonly task: string | null
}

const of = <T extends Read>(all: readonly T[], task: Task): T[] => all.filter((each) => each.task === task.key)

const targetWords = (text: string) => (target: TargetReading) =>
  `${target.subject}${wordsAt(text, target.at)}${target.stretch ? '（力争）' : ''}`

function rowOf(task: Task, text: string, reading: PlanReading): string[] {
  const owners = of(reading.owners, task)
  return [
    task.number ?? '—',
    task.title,
    joined(of(reading.targets, task).map(targetWords(text))),
    joined(of(reading.milestones, task).map((each) => wordsAt(text, each.at))),
    joined(owners.flatMap((each) => each.lead)),
    joined(of(reading.deadlines, task).map((each) => (each.part ? `${each.due}（部分）` : each.due))),
  ]
}

const head = ['号', '任务', '目标', '节点', '牵头', '时限']

function areaLines(title: string, tasks: readonly Task[], text: string, reading: PlanReading): string {
  return `${title}\n${table(
    head,
    tasks.map((task) => rowOf(task, text, reading)),
  )}\n`
}

/** What was read as a page of text: every area with its tasks, then the counts and what wants a second look. */
export function readingLines(text: string, reading: PlanReading): string {
  const { areas, tasks, targets, milestones, context, remarks, announced } = reading
  const inArea = (area: number | null) => tasks.filter((task) => task.area === area)
  const doubtful = [...targets, ...milestones].filter((each) => each.doubts.length > 0)
  const outside = inArea(null)
  return [
    reading.title,
    '',
    ...areas.map((area: Area, at) => areaLines(area.title, inArea(at), text, reading)),
    ...(outside.length > 0 ? [areaLines('', outside, text, reading)] : []),
    `方面 ${areas.length}，任务 ${tasks.length}${announced.tasks === null ? '' : `（文中称 ${announced.tasks}）`}，` +
      `目标 ${targets.length}，节点 ${milestones.length}，非目标的数字 ${context.length}`,
    `存疑 ${doubtful.length}，提示 ${remarks.length}`,
  ].join('\n')
}
