import type { ReportText } from '../text/index.ts'
import type { Draft } from './drafts.ts'
import type { Outline } from './outline/outline.ts'
import type { FoundOwner } from './owners.ts'
import type { Passage, PassageKind } from './quantity-scope.ts'
import { otherPassages, rowPassages, taskPassages } from './scope.ts'
import type { RowKind, TableReading } from './tables/read-rows.ts'

/** A task with its key and the tails that name its owners. */
export interface Keyed {
  readonly draft: Draft
  readonly key: string
  readonly tails: readonly FoundOwner[]
}

const kindOfRow: Partial<Record<RowKind | 'title', PassageKind>> = {
  group: 'heading',
  head: 'headCell',
  title: 'frame',
  note: 'frame',
  subtotal: 'frame',
  blank: 'frame',
}

/** Every passage of the report, in text order: tasks, headings, what frames them, reviews, and cells. */
export function passagesOf(
  report: ReportText,
  outline: Outline,
  tables: TableReading,
  tasks: readonly Keyed[],
): Passage[] {
  const taskOfLine = new Map<number, string>()
  const passages: Passage[] = []
  for (const { draft, key, tails } of tasks) {
    for (const block of draft.blocks)
      for (const passage of taskPassages(report.text, block, key, tails)) passages.push(passage)
    for (const line of draft.row?.rows ?? []) taskOfLine.set(line, key)
  }
  for (const [block, role] of outline.others) {
    if (block.row === null) for (const passage of otherPassages(report.text, block, role)) passages.push(passage)
  }
  for (const { line, kind } of tables.fates) {
    const about = { kind: kindOfRow[kind] ?? null, task: taskOfLine.get(line) ?? null }
    for (const passage of rowPassages(report, line, tables.columns.get(line) ?? null, about)) passages.push(passage)
  }
  return passages.sort((a, b) => a.at.start - b.at.start)
}
