import type { Me, Paper, PaperState } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../../api/me.ts'
import { papersQuery } from '../../api/papers.ts'
import { useUrl } from '../../shell/url.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Empty, Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { SelectBar } from '../../ui/Select.tsx'
import { dayWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { paperStateName, paperStates, paperTones } from '../../words/paper.ts'
import { PaperPart } from './PaperPart.tsx'

const all = 'all'

const stateFrom = (asked: string | undefined): PaperState | undefined => {
  if (asked === all) return undefined
  return paperStates.find((state) => state === asked) ?? 'waiting'
}

/** 纸质批示: what was signed on paper and entered by one person, to be confirmed by another beside the scan. */
export default function PapersScreen() {
  const me = useQuery(meQuery)
  return <Loaded query={me}>{(who) => <Papers me={who} />}</Loaded>
}

function Papers({ me }: { readonly me: Me }) {
  const [asked, setAsked] = useUrl('state')
  const [open, setOpen] = useUrl('paper')
  const state = stateFrom(asked)
  const papers = useQuery(papersQuery(state))
  const choices = [
    ...paperStates.map((one) => ({ value: one as string, label: paperStateName(one) })),
    { value: all, label: m.papers_all_states() },
  ]
  return (
    <Page
      wide
      title={m.nav_papers()}
      says={m.papers_says()}
      tools={<SelectBar label={m.papers_state()} value={state ?? all} onChange={setAsked} choices={choices} />}
    >
      <Loaded
        query={papers}
        isEmpty={({ papers: found }) => found.length === 0}
        empty={<Empty title={m.papers_none()}>{m.papers_none_next()}</Empty>}
      >
        {({ papers: found }) => (
          <DataTable
            label={m.nav_papers()}
            rows={found}
            columns={columnsOf(setOpen)}
            rowKey={(paper) => paper.id}
            heightMax={720}
          />
        )}
      </Loaded>
      {open !== undefined && <PaperPart id={open} me={me} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}

const columnsOf = (open: (id: string) => void): readonly Column<Paper>[] => [
  { id: 'what', header: m.paper_what(), width: 130, cell: (paper) => say(paper.label) },
  { id: 'thing', header: m.paper_thing(), width: 260, cell: (paper) => say(paper.title) },
  { id: 'signer', header: m.paper_signer(), width: 150, cell: (paper) => paper.signer.name },
  { id: 'on', header: m.paper_signed_on(), width: 140, figures: true, cell: (paper) => dayWords(paper.signedOn) },
  { id: 'number', header: m.paper_number(), width: 170, cell: (paper) => paper.number },
  { id: 'by', header: m.paper_entered_by(), width: 130, cell: (paper) => paper.enteredBy },
  {
    id: 'state',
    header: m.papers_state(),
    width: 120,
    cell: (paper) => <Badge tone={paperTones[paper.state]}>{paperStateName(paper.state)}</Badge>,
  },
  {
    id: 'do',
    header: m.action_column(),
    width: 100,
    stuck: true,
    cell: (paper) => (
      <Button
        small
        aria-label={m.paper_open_named({ what: say(paper.label), thing: say(paper.title) })}
        onClick={() => open(paper.id)}
      >
        {m.paper_open()}
      </Button>
    ),
  },
]
