import type { RosterRow } from '@guatu/contract'
import { Badge } from '../../ui/Badge.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { m, say } from '../../words/index.ts'
import { fates, partName } from './names.ts'
import styles from './roster.module.css'

const why = ({ says, problems }: RosterRow) =>
  problems.length === 0 ? (
    say(says)
  ) : (
    <ul className={styles.problems}>
      {problems.map((problem) => (
        <li key={say(problem.says)}>
          {say(problem.says)} <span className={styles.next}>{say(problem.next)}</span>
        </li>
      ))}
    </ul>
  )

const columns: readonly Column<RosterRow>[] = [
  {
    id: 'part',
    header: m.roster_part(),
    cell: ({ part }) => partName[part](),
    value: ({ part }) => partName[part](),
    width: 70,
  },
  { id: 'row', header: m.roster_row(), cell: ({ row }) => row, value: ({ row }) => row, width: 70, figures: true },
  {
    id: 'fate',
    header: m.roster_fate(),
    cell: ({ fate }) => <Badge tone={fates[fate].tone}>{fates[fate].says()}</Badge>,
    value: ({ fate }) => fates[fate].says(),
    width: 90,
  },
  { id: 'what', header: m.roster_what(), cell: ({ title }) => title, value: ({ title }) => title, width: 260 },
  { id: 'why', header: m.roster_why(), cell: why },
]

/** Every row of the file with what becomes of it, and why a refused one is refused. */
export const RowsTable = ({ rows }: { readonly rows: readonly RosterRow[] }) => (
  <DataTable label={m.roster_table()} rows={rows} columns={columns} rowKey={({ part, row }) => `${part} ${row}`} />
)
