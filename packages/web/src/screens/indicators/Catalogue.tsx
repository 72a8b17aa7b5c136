import type { Indicator } from '@guatu/contract'
import { Badge } from '../../ui/Badge.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { m, say } from '../../words/index.ts'

const columnsOf = (): readonly Column<Indicator>[] => [
  {
    id: 'label',
    header: m.indicators_name(),
    width: 260,
    value: ({ label }) => say(label),
    cell: ({ label, proxy }) => (
      <>
        {say(label)} {proxy && <Badge>{m.indicators_proxy()}</Badge>}
      </>
    ),
  },
  { id: 'says', header: m.indicators_sentence(), cell: ({ says }) => say(says) },
  { id: 'unit', header: m.indicators_unit(), width: 90, value: ({ unit }) => unit, cell: ({ unit }) => unit },
  {
    id: 'source',
    header: m.indicators_source(),
    width: 240,
    value: ({ source }) => source,
    cell: ({ source }) => source,
  },
  { id: 'owner', header: m.indicators_owner(), width: 120, cell: ({ owner }) => say(owner) },
]

/** The whole catalogue, each number with the sentence that its declaration says. */
export function Catalogue({ indicators }: { readonly indicators: readonly Indicator[] }) {
  return (
    <DataTable
      label={m.indicators_catalogue({ count: indicators.length })}
      rows={indicators}
      columns={columnsOf()}
      rowKey={({ id }) => id}
    />
  )
}
