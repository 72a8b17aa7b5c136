import { cellWords } from '../../ui/columns/cell-words.ts'
import { entryStateName, entryStates } from '../../words/entry.ts'
import { m, say } from '../../words/index.ts'
import { readWhere } from './asked.ts'
import { dueWords } from './due-words.ts'
import type { Ledger } from './use-ledger.ts'

/** What is asked for in words, one condition after the other, as it stands above the rows on paper. */
export function askedWords({ filter, shape, targets }: Pick<Ledger, 'filter' | 'shape' | 'targets'>): string[] {
  const { target, state, status, due, mark, unit, number, text, from, to, where } = filter
  const named = targets.get(target ?? '')
  const standing = shape.status?.states.find(({ id }) => id === status)
  const known = entryStates.find((one) => one === state)
  const of = (label: string, value: string | undefined): string[] =>
    value === undefined || value === '' ? [] : [m.ledger_asked({ label, value })]
  return [
    ...of(m.ledger_target(), named ? `${named.code} ${named.says}` : undefined),
    ...of(m.ledger_state(), known && entryStateName(known)),
    ...of(m.ledger_status(), standing && say(standing.label)),
    ...of(m.ledger_due_label(), dueWords[due ?? '']?.()),
    ...of(m.ledger_mark_label(), mark === 'late' ? m.badge_late() : undefined),
    ...of(m.ledger_unit(), unit),
    ...of(m.ledger_number(), number),
    ...of(m.plan_text(), text),
    ...of(m.ledger_from(), from),
    ...of(m.ledger_to(), to),
    ...Object.entries(readWhere(where)).flatMap(([id, values]) => {
      const column = shape.columns.find((one) => one.id === id)
      if (!column) return []
      const words = values.map((value) =>
        column.kind === 'yesNo' ? (value === 'true' ? m.column_yes() : m.column_no()) : cellWords(column, value),
      )
      return of(say(column.label), words.join('、'))
    }),
  ]
}
