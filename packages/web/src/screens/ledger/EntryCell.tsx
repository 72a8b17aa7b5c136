import { Link } from '@tanstack/react-router'
import type { RegisterColumn } from '../../ui/columns/ColumnField.tsx'
import { cellWords } from '../../ui/columns/cell-words.ts'
import { linkClass } from '../../ui/link.ts'
import { RowLinks } from './RowLinks.tsx'
import type { Ledger } from './use-ledger.ts'

interface CellProps {
  readonly column: RegisterColumn
  readonly text: string
  readonly ledger: Ledger
}

/** A cell as it is read on a page of its own: a target by its words, a row by the way to it. */
export function EntryCell({ column, text, ledger: { targets } }: CellProps) {
  if (column.kind === 'row' || column.kind === 'rows') return <RowLinks ids={text} />
  if (column.kind !== 'target') return cellWords(column, text)
  const target = targets.get(text) ?? [...targets.values()].find(({ code }) => code === text)
  if (!target) return text
  return (
    <Link to="/tasks/$taskId" params={{ taskId: target.taskId }} className={linkClass}>
      {`${target.code}　${target.says}`}
    </Link>
  )
}
