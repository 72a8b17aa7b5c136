import type { Entry } from '@guatu/contract'
import type { RowValues } from '../../api/registers.ts'
import { cellWords } from '../../ui/columns/cell-words.ts'
import { type Compared, comparedIn, type FieldWords } from '../../ui/forms/conflict.ts'
import { entryStateName } from '../../words/entry.ts'
import { m, say } from '../../words/index.ts'
import type { Ledger } from './use-ledger.ts'

/** The declared columns in the words of the table: a target by its code, a quantity with its unit, a choice by its name. */
const fieldsOf = ({ shape, targets }: Ledger): readonly FieldWords<RowValues>[] => {
  const targetColumn = shape.columns.find(({ kind }) => kind === 'target')?.id ?? ''
  return shape.columns.map((column) => ({
    label: say(column.label),
    words: (values) => {
      const text = (values[column.id] ?? '').trim()
      if (column.kind === 'target') return targets.get(text)?.code ?? text
      const ofTarget = targets.get(values[targetColumn] ?? '')
      return column.kind === 'quantity' && text !== '' && ofTarget
        ? `${text}${ofTarget.printedUnit}`
        : cellWords(column, text)
    },
  }))
}

/** A correction beside the row that stands now. */
export const comparedRows = (
  ledger: Ledger,
  { opened, mine, now }: { readonly opened: RowValues; readonly mine: RowValues; readonly now: Entry },
): readonly Compared[] => comparedIn(fieldsOf(ledger), { opened, mine, now: now.values })

/** What is wanted of a row, and the row as it was seen, beside the row that stands now. */
export const comparedFate = (
  ledger: Ledger,
  { entry, wanted, because, now }: { entry: Entry; wanted: Entry['state']; because: string; now: Entry },
): readonly Compared[] => [
  {
    label: m.ledger_state(),
    opened: entryStateName(entry.state),
    mine: entryStateName(wanted),
    now: entryStateName(now.state),
  },
  {
    label: m.ledger_because(),
    opened: entry.returnedBecause ?? '',
    mine: because.trim(),
    now: now.returnedBecause ?? '',
  },
  ...comparedIn(fieldsOf(ledger), { opened: entry.values, mine: entry.values, now: now.values }),
]
