import type { Due, Span } from '../shared/index.ts'
import type { ReportText } from '../text/index.ts'
import { announcedIn } from './announced.ts'
import { areasOf, clausesOf, type Draft, draftsOf } from './drafts.ts'
import { keysOf } from './keys.ts'
import { type AboutTask, datedPromises } from './milestones/from-passages.ts'
import { numberOf } from './outline/marks.ts'
import { type Outline, type OutlineArea, outlineOf } from './outline/outline.ts'
import { ownersOf } from './ownership.ts'
import { markParts } from './part-dates.ts'
import { type Keyed, passagesOf } from './passages.ts'
import type { PlanReading, Task } from './plan.ts'
import type { Passage } from './quantity-scope.ts'
import { remarksOf } from './remarks.ts'
import { firstUnitLeads, type RowFate } from './tables/read-rows.ts'
import { readTables } from './tables/tables.ts'
import { tailsOf } from './tails.ts'
import { readQuantities } from './targets-from-text.ts'
import { titlesOf } from './titles.ts'

/** A reading, with what became of every row of its tables. */
export interface Outlined {
  readonly reading: PlanReading
  readonly rows: readonly RowFate[]
}

/** Reads a report as a plan and keeps account of its table rows. */
export function readOutlined(report: ReportText): Outlined {
  const { text } = report
  const outline = outlineOf(report)
  const firstLeads = firstUnitLeads(text)
  const tables = readTables(report, outline, firstLeads)
  const drafts = draftsOf(report, outline, tables.tasks)
  const areas = areasOf(drafts)
  const { tasks, keyed } = tasksOf(text, drafts, areas, numbersElsewhere(outline))
  const passages = passagesOf(report, outline, tables, keyed)
  const { title, year } = outline
  const owned = ownersOf(text, outline, keyed, { year, firstLeads })
  const dated = datedPromises(text, passages, year, aboutTasks(keyed))
  const { targets, context } = readQuantities(text, { year, passages })
  const deadlines = [...owned.deadlines, ...dated.deadlines].sort(byPlace)
  const said = announcedIn(outside(text, passages))
  const read = {
    title,
    year,
    announced: { areas: said.areas, tasks: said.tasks },
    numbered: tasks.some(({ number }) => number !== null),
    areas: areas.map(({ title, parent, at }) => ({ title, parent, at })),
    tasks,
    targets,
    context,
    milestones: dated.milestones.sort(byPlace),
    owners: [...owned.owners].sort(byPlace),
    deadlines: markParts(text, deadlines, { year, tasks, targets, milestones: dated.milestones }),
  }
  return { reading: { ...read, remarks: remarksOf(read, said.at) }, rows: tables.fates }
}

/** The drafts as tasks, each with its key, its place among the areas and a title. */
function tasksOf(
  text: string,
  drafts: readonly Draft[],
  areas: readonly OutlineArea[],
  elsewhere: ReadonlySet<string>,
): { tasks: Task[]; keyed: Keyed[] } {
  const places = new Map(areas.map((area, i) => [area, i]))
  const placed = drafts.map((draft) => ({ ...draft, area: draft.area ? (places.get(draft.area) ?? null) : null }))
  const keys = keysOf(placed, areas, elsewhere)
  const titles = titlesOf(placed)
  const tasks = placed.map(({ at, area, blocks }, i): Task => {
    const clauses = clausesOf(text, { at, blocks })
    return { key: keyAt(keys, i), number: keys[i]?.number ?? null, area, title: titles[i] ?? '', at, clauses }
  })
  const keyed = drafts.map((draft, i): Keyed => ({ draft, key: keyAt(keys, i), tails: tailsOf(text, draft.blocks) }))
  return { tasks, keyed }
}

const keyAt = (keys: readonly { readonly key: string }[], i: number): string => keys[i]?.key ?? `p${i + 1}`

const byPlace = (a: { at: Span }, b: { at: Span }): number => a.at.start - b.at.start || a.at.end - b.at.end

/** The numbers of items outside the plan that are numbered as its tasks are. */
function numbersElsewhere({ tasks, others }: Outline): Set<string> {
  const kinds = new Set(tasks.map(({ blocks }) => blocks[0]?.mark?.kind))
  const numbers = new Set<string>()
  for (const [{ mark }, role] of others) {
    const number = role === 'review' && mark && kinds.has(mark.kind) ? numberOf(mark) : null
    if (number !== null) numbers.add(number)
  }
  return numbers
}

function aboutTasks(tasks: readonly Keyed[]): Map<string, AboutTask> {
  const about = new Map<string, AboutTask>()
  for (const { key, draft } of tasks) {
    const due: Due | null = draft.row?.due ?? null
    about.set(key, { name: draft.row?.name ?? null, due })
  }
  return about
}

/** The words that stand outside every task, where a report says how much it holds. */
const outside = (text: string, passages: readonly Passage[]) =>
  passages
    .filter(({ kind, task }) => task === null && (kind === 'frame' || kind === 'heading'))
    .map(({ at }) => ({ words: text.slice(at.start, at.end), start: at.start }))
