import type { Explanation } from '@guatu/contract'
import { shownValue } from '@guatu/core/shared'
import { Link } from '@tanstack/react-router'
import { Badge } from '../../ui/Badge.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { linkClass } from '../../ui/link.ts'
import { instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import styles from './task.module.css'

type Row = Explanation['rows'][number]

/** Every row that was looked at for a target: counted or not, and why. */
export function RowsTable({
  rows,
  unit,
  targetId,
}: {
  readonly rows: readonly Row[]
  readonly unit: string
  readonly targetId: string
}) {
  const counted = rows.filter((row) => row.counted).length
  return (
    <>
      <h3 className={styles.rowsTitle}>
        {m.task_rows({ counted, not: rows.length - counted })}
        <Link to="/ledger" search={(now: object) => ({ ...now, target: targetId })} className={styles.rowsLink}>
          {m.task_rows_ledger()}
        </Link>
      </h3>
      {rows.length === 0 ? (
        <p className={styles.none}>{m.task_rows_none()}</p>
      ) : (
        <DataTable
          label={m.task_rows({ counted, not: rows.length - counted })}
          rows={rows}
          columns={columnsFor(unit)}
          rowKey={(row) => row.entryId}
          heightMax={360}
        />
      )}
    </>
  )
}

const columnsFor = (unit: string): readonly Column<Row>[] => [
  {
    id: 'on',
    header: m.task_row_on(),
    cell: (row) => row.trueOn,
    value: (row) => row.trueOn,
    width: 120,
    figures: true,
  },
  { id: 'unit', header: m.task_row_unit(), cell: (row) => row.unit, value: (row) => row.unit, width: 130 },
  {
    id: 'quantity',
    header: m.task_row_quantity(),
    cell: (row) => `${shownValue(row.quantity, unit)}${unit}`,
    value: (row) => Number(row.quantity),
    width: 120,
    figures: true,
  },
  {
    id: 'counted',
    header: m.task_row_counted(),
    cell: (row) => (
      <>
        <Badge tone={row.counted ? 'green' : 'plain'}>{row.counted ? m.task_counted() : m.task_not_counted()}</Badge>
        {row.late && <Badge tone="yellow">{m.badge_late()}</Badge>}
      </>
    ),
    value: (row) => (row.counted ? 0 : 1),
    width: 110,
  },
  { id: 'because', header: m.task_row_because(), cell: (row) => say(row.because), width: 220 },
  {
    id: 'note',
    header: m.task_row_note(),
    cell: (row) => [row.note, row.paper].filter(Boolean).join('　'),
    width: 200,
  },
  {
    id: 'open',
    header: m.task_row_open(),
    cell: (row) => (
      <Link to="/ledger/$entryId" params={{ entryId: row.entryId }} search={(now: object) => now} className={linkClass}>
        {m.task_row_open()}
      </Link>
    ),
    offPaper: true,
    width: 100,
  },
  {
    id: 'known',
    header: m.task_row_known(),
    cell: (row) => instantWords(row.knownAt),
    value: (row) => row.knownAt,
    width: 160,
    figures: true,
  },
]
