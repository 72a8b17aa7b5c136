import type { Span } from '../shared/index.ts'
import { spanOf } from '../shared/index.ts'
import type { ReportText } from '../text/index.ts'
import { announcedIn } from './announced.ts'
import { duesIn, dueOfCell } from './deadlines.ts'
import { flatten } from './flat.ts'
import { keysOf } from './keys.ts'
import { milestonesIn } from './milestones/read.ts'
import { type Block, blockAt, wordsOf } from './outline/blocks.ts'
import { outlineOf, type Outline, type OutlineArea, type OutlineRows } from './outline/outline.ts'
import { type FoundOwner, ownersIn } from './owners.ts'
import type { Area, DeadlineReading, MilestoneReading, OwnerReading, PlanReading, Task } from './plan.ts'
import type { Passage } from './quantity-scope.ts'
import { remarksOf } from './remarks.ts'
import { otherPassages, rowPassages, taskPassages } from './scope.ts'
import { readTable, firstUnitLeads, type RowFate, type TableTask } from './tables/read-rows.ts'
import type { Column, Head } from './tables/columns.ts'
import { readQuantities } from './targets-from-text.ts'
import { titlesOf } from './titles.ts'

/** A task as the outline or a table gives it, before it has a key. */
interface Draft {
  readonly at: Span
  readonly number: string | null
  readonly area: OutlineArea | null
  /** What its title is proposed from. */
  readonly words: string
  readonly blocks: readonly Block[]
  readonly row: TableTask | null
}

/** A reading, with what became of every row of its tables. */
export interface Outlined {
  readonly reading: PlanReading
  readonly rows: readonly RowFate[]
}

export function readOutlined(report: ReportText): Outlined {
  const outline = outlineOf(report)
  const firstLeads = firstUnitLeads(report.text)
  const tables = tablesOf(report, outline, firstLeads)
  const drafts = draftsOf(report, outline, tables.tasks)
  const areas = areasOf(drafts)
  const placed = drafts.map((draft) => ({ ...draft, area: draft.area ? areas.indexOf(draft.area) : null }))
  const keys = keysOf(placed, areas, numbersElsewhere(outline))
  const titles = titlesOf(placed)
  const owners: OwnerReading[] = []
  const deadlines: DeadlineReading[] = []
  const milestones: MilestoneReading[] = []
  const passages: Passage[] = []

  placed.forEach((draft, i) => {
    const key = (keys[i] as { key: string }).key
    for (const block of draft.blocks) {
      const found = block.pieces.flatMap((piece) => tailsIn(report.text, piece, firstLeads))
      for (const tail of found) addTail(tail, key, report.text, outline.year, owners, deadlines)
      passages.push(
        ...taskPassages(
          block,
          key,
          found.map(({ start, end }) => ({ start, end })),
        ),
      )
    }
    if (draft.row) addRow(draft.row, key, owners, deadlines)
  })
  for (const [block, role] of outline.others) {
    if (block.row !== null) continue
    if (role === 'heading') {
      for (const piece of block.pieces) {
        for (const tail of tailsIn(report.text, piece, firstLeads))
          addTail(tail, null, report.text, outline.year, owners, deadlines)
      }
    }
    passages.push(...otherPassages(report.text, block, role))
  }
  const taskOfLine = new Map<number, number>()
  placed.forEach((draft, i) => {
    for (const line of draft.row?.rows ?? []) taskOfLine.set(line, i)
  })
  for (const fate of tables.fates) {
    const i = taskOfLine.get(fate.line)
    const kind =
      fate.kind === 'task' || fate.kind === 'more'
        ? null
        : fate.kind === 'group'
          ? 'heading'
          : fate.kind === 'head'
            ? 'headCell'
            : 'frame'
    const task = i === undefined ? null : (keys[i] as { key: string }).key
    passages.push(...rowPassages(report, fate.line, tables.columns.get(fate.line) ?? null, { kind, task }))
  }
  passages.sort((a, b) => a.at.start - b.at.start)

  const nameOfTask = new Map(placed.map((draft, i) => [(keys[i] as { key: string }).key, draft.row?.name ?? null]))
  for (const passage of passages) {
    if (passage.kind !== 'body' || passage.task === null) continue
    addPromises(report.text, passage, outline.year, nameOfTask.get(passage.task) ?? null, milestones, deadlines)
  }
  const quantities = readQuantities(report.text, { year: outline.year, passages })
  const tasks = placed.map((draft, i): Task => {
    const { key, number } = keys[i] as { key: string; number: string | null }
    return {
      key,
      number,
      area: draft.area,
      title: titles[i] as string,
      at: draft.at,
      clauses: clausesOf(report.text, draft),
    }
  })
  const said = announcedIn(
    passages
      .filter(({ kind, task }) => task === null && (kind === 'frame' || kind === 'heading'))
      .map(({ at }) => ({ words: report.text.slice(at.start, at.end), start: at.start })),
  )
  const planAreas = areas.map(({ title, parent, at }): Area => ({ title, parent, at }))
  const read = {
    title: outline.title,
    year: outline.year,
    announced: { areas: said.areas, tasks: said.tasks },
    numbered: tasks.some(({ number }) => number !== null),
    areas: planAreas,
    tasks,
    targets: quantities.targets,
    context: quantities.context,
    milestones: milestones.sort(byPlace),
    owners: owners.sort(byPlace),
    deadlines: deadlines.sort(byPlace),
  }
  return { reading: { ...read, remarks: remarksOf(read, said.at) }, rows: tables.fates }
}

/** The numbers of items outside the plan that are numbered as its tasks are. */
function numbersElsewhere({ tasks, others }: Outline): Set<string> {
  const kinds = new Set(tasks.map(({ blocks }) => blocks[0]?.mark?.kind))
  const numbers = new Set<string>()
  for (const [{ mark }, role] of others) {
    if (role === 'review' && mark?.ordinal && kinds.has(mark.kind)) numbers.add(String(mark.ordinal))
  }
  return numbers
}

const byPlace = (a: { at: Span }, b: { at: Span }): number => a.at.start - b.at.start || a.at.end - b.at.end

/** The text tables, read one after the other: a table without a head goes on with the head of the one before. */
function tablesOf(report: ReportText, outline: Outline, firstLeads: boolean) {
  const tasks: TableTask[] = []
  const fates: RowFate[] = []
  const columns = new Map<number, readonly Column[]>()
  let inherited: Head | null = null
  for (const { rows, area } of outline.tables) {
    for (const lines of byTable(report, rows)) {
      const read = readTable(report, lines, { area, year: outline.year, firstLeads, inherited })
      inherited = read.head ?? inherited
      tasks.push(...read.tasks)
      fates.push(...read.fates)
      for (const [line, each] of read.columns) columns.set(line, each)
    }
  }
  return { tasks, fates, columns }
}

function byTable(report: ReportText, rows: OutlineRows['rows']): number[][] {
  const groups = new Map<number, number[]>()
  for (const { row } of rows) {
    const table = report.lines[row as number]?.table as number
    const group = groups.get(table)
    if (group) group.push(row as number)
    else groups.set(table, [row as number])
  }
  return [...groups.values()]
}

function draftsOf(report: ReportText, outline: Outline, rows: readonly TableTask[]): Draft[] {
  const written = outline.tasks.map((task): Draft => {
    const first = task.blocks[0] as Block
    return {
      at: { start: blockAt(first).start, end: blockAt(task.blocks.at(-1) as Block).end },
      number: task.ordinal === null ? null : String(task.ordinal),
      area: task.area,
      words: wordsOf(report.text, first),
      blocks: task.blocks,
      row: null,
    }
  })
  const tabled = rows.map(
    (row): Draft => ({ at: rowAt(report, row), number: row.number, area: row.area, words: row.name, blocks: [], row }),
  )
  return [...written, ...tabled].sort(byPlace)
}

/** From the first cell behind the number to the end of the last row. */
function rowAt(report: ReportText, { rows }: TableTask): Span {
  const first = report.lines[rows[0] as number]
  const last = report.lines[rows.at(-1) as number]
  const said = first?.cells.filter((cell) => report.text.slice(cell.start, cell.end).trim() !== '') ?? []
  const start = (said.length > 1 ? said[1] : said[0])?.start ?? first?.at.start ?? 0
  return spanOf(start, Math.max(start + 1, last?.at.end ?? start + 1))
}

function areasOf(drafts: readonly Draft[]): OutlineArea[] {
  return [...new Set(drafts.map(({ area }) => area).filter((area) => area !== null))]
}

/** Where a piece was broken over lines its words are read joined, and every offset is found again. */
function tailsIn(text: string, piece: Span, firstLeads: boolean): FoundOwner[] {
  const broken = text.slice(piece.start, piece.end).includes('\n')
  if (!broken)
    return ownersIn(text.slice(piece.start, piece.end), firstLeads).map((tail) =>
      placedTail(tail, (i) => piece.start + i),
    )
  const flat = flatten(text, piece)
  return ownersIn(flat.text, firstLeads).map((tail) => placedTail(tail, flat.at))
}

function placedTail(tail: FoundOwner, at: (index: number) => number): FoundOwner {
  const place = (span: { start: number; end: number }) => ({ start: at(span.start), end: at(span.end - 1) + 1 })
  return { ...tail, ...place(tail), deadline: tail.deadline && place(tail.deadline) }
}

function addTail(
  tail: FoundOwner,
  task: string | null,
  text: string,
  year: number | null,
  owners: OwnerReading[],
  deadlines: DeadlineReading[],
): void {
  const { lead, support, leaders } = tail
  owners.push({ at: spanOf(tail.start, tail.end), task, rule: 'named in a tail', doubts: [], lead, support, leaders })
  const due = tail.deadline && dueOfCell(text.slice(tail.deadline.start, tail.deadline.end), year)
  if (due && tail.deadline)
    deadlines.push({
      at: spanOf(tail.deadline.start, tail.deadline.end),
      task,
      rule: 'labelled deadline',
      doubts: [],
      due,
    })
}

function addRow(row: TableTask, task: string, owners: OwnerReading[], deadlines: DeadlineReading[]): void {
  const { lead, support, leaders, ownerAt, due, dueAt } = row
  if (ownerAt) owners.push({ at: ownerAt, task, rule: 'owner columns', doubts: [], lead, support, leaders })
  if (due && dueAt) deadlines.push({ at: dueAt, task, rule: 'deadline column', doubts: [], due })
}

function addPromises(
  text: string,
  passage: Passage,
  year: number | null,
  name: string | null,
  milestones: MilestoneReading[],
  deadlines: DeadlineReading[],
): void {
  const flat = flatten(text, passage.at)
  const place = (start: number, end: number): Span => spanOf(flat.at(start), flat.at(end - 1) + 1)
  for (const { start, end, due } of duesIn(flat.text, year)) {
    deadlines.push({ at: place(start, end), task: passage.task, rule: 'date in the sentence', doubts: [], due })
  }
  for (const { start, end, subject, event, due, rule } of milestonesIn(flat.text, year, passage.cell ? name : null)) {
    milestones.push({ at: place(start, end), task: passage.task, rule, doubts: [], subject, event, due })
  }
}

const clauseEnd = /[。；;\n]/g

/** What stands between full stops, semicolons and line ends; a line broken inside a sentence does not end a clause. */
function clausesOf(text: string, draft: Pick<Draft, 'at' | 'blocks'>): Span[] {
  const spans = draft.blocks.length > 0 ? draft.blocks.flatMap(({ pieces }) => pieces) : [draft.at]
  return spans.flatMap((span) => {
    const clauses: Span[] = []
    let from = span.start
    clauseEnd.lastIndex = 0
    for (const found of text.slice(span.start, span.end).matchAll(draft.blocks.length > 0 ? /[。；;]/g : clauseEnd)) {
      const to = span.start + found.index
      if (to > from) clauses.push({ start: from, end: to })
      from = to + 1
    }
    if (span.end > from) clauses.push({ start: from, end: span.end })
    return clauses
  })
}
