import { type Due, type Span, spanOf } from '../../shared/index.ts'
import { deadlinesIn } from '../deadlines.ts'
import { flatten } from '../flat.ts'
import { sentenceRule } from '../part-dates.ts'
import type { DeadlineReading, Doubt, MilestoneReading } from '../plan.ts'
import type { Passage } from '../quantity-scope.ts'
import { milestonesIn, thingNamedBy } from './read.ts'

/** What is known of a task beside its words: the name in its row, and the date in its deadline column. */
export interface AboutTask {
  readonly name: string | null
  readonly due: Due | null
}

/**
 * Reads milestones and the deadlines in sentences out of the passages of tasks. The first sentence of a task that only
 * names a thing (…工程。), or the name in its row, is what later words without a thing of their own speak of.
 */
export function datedPromises(
  text: string,
  passages: readonly Passage[],
  year: number | null,
  tasks: ReadonlyMap<string, AboutTask>,
): { milestones: MilestoneReading[]; deadlines: DeadlineReading[] } {
  const milestones: MilestoneReading[] = []
  const deadlines: DeadlineReading[] = []
  let opened: string | null = null
  let named: string | null = null
  for (const { at, kind, task, cell } of passages) {
    if (kind !== 'body' || task === null) continue
    const flat = flatten(text, at)
    const place = (start: number, end: number): Span => spanOf(flat.at(start), flat.at(end - 1) + 1)
    const about = tasks.get(task)
    if (opened !== task) named = about?.name ? thingNamedBy(about.name, true) : thingNamedBy(flat.text)
    opened = task
    for (const { start, end, due, custom } of deadlinesIn(flat.text, year)) {
      if (due === null) continue
      const dueAt = place(start, end)
      const doubts: readonly Doubt[] = custom ? [{ code: 'plan.due_by_custom', at: dueAt }] : []
      deadlines.push({ at: dueAt, task, rule: sentenceRule, doubts, due })
    }
    for (const found of milestonesIn(flat.text, year, named)) {
      const due = found.due ?? (cell ? (about?.due ?? null) : null)
      const { subject, event, rule } = found
      const foundAt = place(found.start, found.end)
      const doubts: readonly Doubt[] = found.noSuchDay ? [{ code: 'plan.due_no_such_day', at: foundAt }] : []
      milestones.push({ at: foundAt, task, rule, doubts, subject, event, due })
    }
  }
  return { milestones: once(milestones), deadlines }
}

/** The same event of the same thing, said again in a task (its heading sentence, then its words), is one promise. */
function once(milestones: readonly MilestoneReading[]): MilestoneReading[] {
  const kept = new Map<string, MilestoneReading>()
  for (const each of milestones) {
    const said = `${each.task}/${each.event}/${each.subject}`
    const before = kept.get(said)
    if (!before) kept.set(said, each)
    else if (before.due === null && each.due !== null) kept.set(said, each)
    else if (each.due !== null && each.due !== before.due) kept.set(`${said}/${each.due}`, each)
  }
  return [...kept.values()]
}
