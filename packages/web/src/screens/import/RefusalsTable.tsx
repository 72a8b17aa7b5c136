import type { SheetRefusal } from '@guatu/contract'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { m, say } from '../../words/index.ts'
import styles from './import.module.css'

const columns: readonly Column<SheetRefusal & { readonly key: string }>[] = [
  {
    id: 'row',
    header: m.import_row(),
    cell: ({ row }) => row,
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
      <div>
        {say(problem.says)} <span className={styles.next}>{say(problem.next)}</span>
      </div>
    ),
    value: ({ problem }) => problem.code,
  },
]

/** Every refused row with all its reasons, by column, in the words of whoever keeps the sheet. */
export function RefusalsTable({ refusals }: { readonly refusals: readonly SheetRefusal[] }) {
  const rows = refusals.map((one, at) => ({ ...one, key: String(at) }))
  return <DataTable label={m.import_refusals()} rows={rows} columns={columns} rowKey={({ key }) => key} cards />
}
