import type { SheetRefusal } from '@guatu/contract'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { m, say } from '../../words/index.ts'
import styles from './import.module.css'

interface Line extends SheetRefusal {
  readonly key: string
  /** Whether it is the first of its row: what else is wrong with a row stands beneath without its number. */
  readonly first: boolean
}

const columns: readonly Column<Line>[] = [
  {
    id: 'row',
    header: m.import_row(),
    cell: ({ row, first }) => (first ? row : ''),
    value: ({ row }) => row,
    width: 70,
    figures: true,
  },
  {
    id: 'column',
    header: m.import_column(),
    cell: ({ column, head }) => (column === null ? head : `${column} ${head}`),
    value: ({ column }) => column ?? '',
    width: 200,
  },
  {
    id: 'why',
    header: m.import_why(),
    cell: ({ problem }) => (
      <>
        {say(problem.says)} <span className={styles.next}>{say(problem.next)}</span>
      </>
    ),
    value: ({ problem }) => problem.code,
  },
]

/** Every refused row with all its reasons, by column, in the words of whoever keeps the sheet. */
export function RefusalsTable({ refusals }: { readonly refusals: readonly SheetRefusal[] }) {
  const rows = refusals.map((one, at) => ({ ...one, key: String(at), first: refusals[at - 1]?.row !== one.row }))
  return <DataTable label={m.import_refusals()} rows={rows} columns={columns} rowKey={({ key }) => key} />
}
