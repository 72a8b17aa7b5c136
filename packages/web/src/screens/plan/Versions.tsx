import type { Plan } from '@guatu/contract'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { dayWords, instantWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import { paperSays } from '../../words/paper.ts'

type Version = Plan['versions'][number]

const columns: readonly Column<Version>[] = [
  { id: 'version', header: m.plan_version(), cell: (row) => row.version, width: 90, figures: true },
  { id: 'on', header: m.plan_adopted_on(), cell: (row) => dayWords(row.adoptedOn), width: 150 },
  { id: 'at', header: m.plan_adopted_at(), cell: (row) => instantWords(row.adoptedAt), width: 170, figures: true },
  {
    id: 'by',
    header: m.plan_adopted_by(),
    cell: (row) => (row.byPaper ? `${row.by}　${paperSays(row.byPaper)}` : row.by),
    width: 220,
  },
  { id: 'says', header: m.plan_version_says(), cell: (row) => row.says },
]

/** Every version of the plan, the newest first. None is ever changed. */
export function Versions({ plan }: { readonly plan: Plan }) {
  const rows = [...plan.versions].sort((a, b) => b.version - a.version)
  return (
    <DataTable
      label={m.plan_versions()}
      rows={rows}
      columns={columns}
      rowKey={(row) => String(row.version)}
      heightMax={320}
    />
  )
}
