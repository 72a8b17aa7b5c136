import type { RegisterShape, SheetImport } from '@guatu/contract'
import { cellWords } from '../../ui/columns/cell-words.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { m, say } from '../../words/index.ts'

type First = SheetImport['first'][number]

const became: Readonly<Record<First['became'], () => string>> = {
  new: m.import_became_new,
  changed: m.import_became_changed,
  same: m.import_became_same,
}

interface FirstProps {
  readonly one: SheetImport
  readonly shape: RegisterShape
}

/** The first rows that are taken, as they will stand in the ledger: read, converted, with what every row was given. */
export function FirstRows({ one: { first }, shape }: FirstProps) {
  if (first.length === 0) return null
  const filled = shape.columns.filter(({ id }) => first.some(({ values }) => (values[id] ?? '') !== ''))
  const statusOf = ({ status }: First) => {
    const known = shape.status?.states.find(({ id }) => id === status)
    return known ? say(known.label) : ''
  }
  const columns: readonly Column<First>[] = [
    { id: 'row', header: m.import_row(), cell: ({ row }) => row, width: 60, figures: true },
    { id: 'became', header: m.import_became(), cell: (row) => became[row.became](), width: 72 },
    ...(shape.status ? [{ id: 'status', header: m.ledger_status(), cell: statusOf, width: 96 }] : []),
    ...filled.map((column) => ({
      id: column.id,
      header: say(column.label),
      cell: ({ values }: First) => cellWords(column, values[column.id] ?? ''),
      width: column.kind === 'text' || column.kind === 'longText' ? 180 : 130,
    })),
  ]
  return (
    <>
      <h3>{m.import_first({ count: first.length })}</h3>
      <DataTable
        label={m.import_first({ count: first.length })}
        rows={first}
        columns={columns}
        rowKey={({ row }) => String(row)}
        heightMax={420}
        cards
      />
    </>
  )
}
