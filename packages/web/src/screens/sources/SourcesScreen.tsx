import type { Me, SourceRow } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { may, meQuery } from '../../api/me.ts'
import { useUrl } from '../../shell/url.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { useForget } from '../../ui/forms/use-kept.ts'
import { Empty, Loaded } from '../../ui/Loaded.tsx'
import { linkClass } from '../../ui/link.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { dayWords, instantWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import { sourceKindName } from '../../words/source.ts'
import { sourcesQuery } from './queries.ts'
import { UploadForm, uploadForm } from './UploadForm.tsx'

/** 来源: the papers the plans were read from, and the door for the next. */
export default function SourcesScreen() {
  const me = useQuery(meQuery)
  return <Loaded query={me}>{(who) => <Sources me={who} />}</Loaded>
}

function Sources({ me }: { readonly me: Me }) {
  const [adding, setAdding] = useUrl('add')
  const forget = useForget(uploadForm)
  const close = () => {
    forget()
    setAdding(undefined)
  }
  const sources = useQuery(sourcesQuery(undefined))
  const mayAdd = may(me, 'POST /api/sources')
  const open = mayAdd && (adding !== undefined || sources.data?.sources.length === 0)
  return (
    <Page
      title={m.nav_sources()}
      says={m.sources_says()}
      tools={
        mayAdd &&
        !open && (
          <Button look="primary" onClick={() => setAdding('new')}>
            {m.sources_add()}
          </Button>
        )
      }
    >
      {open && (
        <Section
          title={m.sources_add()}
          tools={
            adding !== undefined && (
              <Button look="quiet" onClick={close}>
                {m.close()}
              </Button>
            )
          }
        >
          <UploadForm today={me.office.today} />
        </Section>
      )}
      <Section title={m.sources_list()}>
        <Loaded
          query={sources}
          isEmpty={({ sources: rows }) => rows.length === 0}
          empty={<Empty title={m.sources_none()}>{m.sources_none_next()}</Empty>}
        >
          {({ sources: rows }) => (
            <DataTable label={m.nav_sources()} rows={rows} columns={columns} rowKey={(row) => row.id} />
          )}
        </Loaded>
      </Section>
    </Page>
  )
}

const columns: readonly Column<SourceRow>[] = [
  {
    id: 'year',
    header: m.sources_year(),
    cell: (row) => row.year,
    value: (row) => row.year,
    width: 80,
    figures: true,
  },
  {
    id: 'kind',
    header: m.sources_kind(),
    cell: (row) => sourceKindName(row.sourceKind),
    value: (row) => sourceKindName(row.sourceKind),
    width: 110,
  },
  {
    id: 'title',
    header: m.sources_title(),
    cell: (row) => (
      <Link to="/sources/$sourceId" params={{ sourceId: row.id }} className={linkClass}>
        {row.title}
      </Link>
    ),
    value: (row) => row.title,
    width: 220,
  },
  {
    id: 'dated',
    header: m.sources_dated(),
    cell: (row) => dayWords(row.datedOn),
    value: (row) => row.datedOn,
    width: 134,
  },
  {
    id: 'tasks',
    header: m.sources_tasks(),
    cell: (row) => row.tasks,
    value: (row) => row.tasks,
    width: 110,
    figures: true,
  },
  {
    id: 'received',
    header: m.sources_received(),
    cell: (row) => instantWords(row.receivedAt),
    value: (row) => row.receivedAt,
    width: 148,
    figures: true,
  },
  {
    id: 'adopted',
    header: m.sources_state(),
    cell: (row) =>
      row.adoptedAs !== null ? (
        <Badge tone="blue">{m.sources_adopted({ version: row.adoptedAs })}</Badge>
      ) : row.setAside ? (
        <Badge>{m.sources_set_aside()}</Badge>
      ) : (
        <Badge tone="yellow">{m.sources_in_review()}</Badge>
      ),
    width: 130,
  },
  {
    id: 'do',
    header: m.action_column(),
    cell: (row) => (
      <>
        <Link
          to="/sources/$sourceId"
          params={{ sourceId: row.id }}
          className={buttonClass({ look: 'quiet', small: true })}
        >
          {row.adoptedAs === null ? m.nav_review() : m.sources_look()}
        </Link>
        <a href={`/api/sources/${row.id}/file`} download className={buttonClass({ look: 'quiet', small: true })}>
          {m.sources_file()}
        </a>
      </>
    ),
    width: 150,
    stuck: true,
  },
]
