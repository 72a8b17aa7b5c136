import { type PlannedTarget, type PlannedTask, whyUncheckable } from '@guatu/core/plan'
import { type Due, decimal, spanOf } from '@guatu/core/shared'
import type { Selectable } from 'kysely'
import type { Tables } from '../platform/db.ts'

export type TaskRow = Selectable<Tables['task']>
export type TargetRow = Selectable<Tables['target']>

const spanOrNull = (start: number | null, end: number | null) =>
  start === null || end === null ? null : spanOf(start, end)

function targetFromRow(row: TargetRow): PlannedTarget {
  const due = row.due as Due | null
  const words =
    row.kind === 'target' && row.comparator && row.value && row.basis
      ? {
          comparator: row.comparator as NonNullable<PlannedTarget['words']>['comparator'],
          value: decimal(row.value),
          valueTo: row.valueTo === null ? null : decimal(row.valueTo),
          unit: row.unit,
          printedUnit: row.printedUnit,
          basis: row.basis as NonNullable<PlannedTarget['words']>['basis'],
          stretch: row.stretch,
          down: row.down,
          due,
        }
      : null
  return {
    key: row.id,
    code: row.code,
    kind: row.kind as PlannedTarget['kind'],
    subject: row.subject,
    at: spanOrNull(row.atStart, row.atEnd),
    words,
    event: row.event as PlannedTarget['event'],
    due,
  }
}

export function taskFromRow(row: TaskRow, rows: readonly TargetRow[]): PlannedTask {
  const targets = rows.filter((target) => target.taskId === row.id).map(targetFromRow)
  return {
    key: row.id,
    number: row.number,
    area: row.areaNumber,
    title: row.title,
    sentence: row.sentence,
    at: spanOrNull(row.atStart, row.atEnd),
    sourceId: row.sourceId,
    lead: row.lead,
    support: row.support,
    leaders: row.leaders,
    due: row.due as Due | null,
    // Worked out anew: versions adopted earlier hold a code without its reason.
    uncheckable: whyUncheckable(targets),
    targets,
  }
}

/** The columns of a task beside its keys. */
export const taskColumns = (task: PlannedTask) => ({
  number: task.number,
  areaNumber: task.area,
  title: task.title,
  sentence: task.sentence,
  atStart: task.at?.start ?? null,
  atEnd: task.at?.end ?? null,
  sourceId: task.sourceId,
  lead: [...task.lead],
  support: [...task.support],
  leaders: [...task.leaders],
  due: task.due,
  uncheckable: task.uncheckable,
})

/** The columns of a target or milestone beside its keys. */
export const targetColumns = ({ code, kind, subject, at, words, event, due }: PlannedTarget) => ({
  code,
  kind,
  subject,
  atStart: at?.start ?? null,
  atEnd: at?.end ?? null,
  comparator: words?.comparator ?? null,
  value: words?.value ?? null,
  valueTo: words?.valueTo ?? null,
  unit: words?.unit ?? '',
  printedUnit: words?.printedUnit ?? '',
  basis: words?.basis ?? null,
  event,
  stretch: words?.stretch ?? false,
  down: words?.down ?? false,
  due,
})
