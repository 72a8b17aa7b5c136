import type { EntryDetail, Me, RegisterShape } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { meQuery } from '../../api/me.ts'
import { entryQuery, registersQuery } from '../../api/registers.ts'
import { useAsOf } from '../../shell/url.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { useKept } from '../../ui/forms/use-kept.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { linkClass } from '../../ui/link.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { entryStateName, entryTones } from '../../words/entry.ts'
import { m, say } from '../../words/index.ts'
import { AlikePart } from './AlikePart.tsx'
import { EntryEvidence } from './EntryEvidence.tsx'
import { EntryFacts } from './EntryFacts.tsx'
import { EntryHistory } from './EntryHistory.tsx'
import { EntryValues } from './EntryValues.tsx'
import { EvidenceNeed } from './EvidenceNeed.tsx'
import { entryTitle } from './entry-title.ts'
import styles from './ledger.module.css'
import { type LedgerPanel, LedgerPanels } from './Panels.tsx'
import { StatusLine } from './StatusLine.tsx'
import { type Ledger, useLedger } from './use-ledger.ts'
import { useVerify } from './use-verify.ts'

/** 一行台账: what it says, where it stands, how it came to that, and what it counts for. */
export default function EntryScreen() {
  const { entryId = '' } = useParams({ strict: false }) as { entryId?: string }
  const asOf = useAsOf()
  const detail = useQuery(entryQuery(entryId, asOf))
  const registers = useQuery(registersQuery)
  const me = useQuery(meQuery)
  return (
    <Loaded query={detail}>
      {(found) => (
        <Loaded query={registers}>
          {({ registers: list }) => {
            const shape = list.find(({ id }) => id === found.entry.register)
            return shape ? (
              <Loaded query={me}>{(who) => <Detail key={entryId} shape={shape} me={who} detail={found} />}</Loaded>
            ) : null
          }}
        </Loaded>
      )}
    </Loaded>
  )
}

interface DetailProps {
  readonly shape: RegisterShape
  readonly me: Me
  readonly detail: EntryDetail
}

function Detail({ shape, me, detail }: DetailProps) {
  const ledger = useLedger(shape, me)
  const { entry, versions, facts } = detail
  const [panel, setPanel] = useKept<LedgerPanel | null>(`panel ${entry.id}`, 'open', () => null)
  const newest = versions.at(-1)?.entry ?? entry
  return (
    <Page
      wide
      title={entryTitle(ledger, entry)}
      says={say(shape.label)}
      tools={
        <>
          <Neighbours ledger={ledger} rootId={entry.rootId} />
          <Button onClick={() => window.print()}>{m.ledger_print()}</Button>
        </>
      }
    >
      <div className={styles.bar}>
        <Badge tone={entryTones[entry.state]}>{entryStateName(entry.state)}</Badge>
        {entry.marks.includes('late') && (
          <span>
            <Badge tone="yellow">{m.badge_late()}</Badge> {m.ledger_late_says()}
          </span>
        )}
        {!ledger.past && <RowDoings ledger={ledger} detail={detail} open={setPanel} />}
        {newest.id !== entry.id && newest.state === 'submitted' && (
          <Link to="/ledger/$entryId" params={{ entryId: newest.id }} search={keep} className={linkClass}>
            {m.ledger_newer_waits()}
          </Link>
        )}
      </div>
      {shape.status && <StatusLine status={shape.status} entry={entry} past={ledger.past} open={setPanel} />}
      <Section title={m.ledger_values()}>
        <EntryValues ledger={ledger} entry={entry} />
      </Section>
      <Section title={m.ledger_facts()}>
        <EntryFacts entryId={entry.id} facts={facts.filter(({ entryId }) => entryId === entry.id)} />
      </Section>
      <Section title={m.ledger_evidence()}>
        <EvidenceNeed
          entry={entry}
          shape={shape}
          onCorrect={!ledger.past && entry.may.includes('correct') ? () => setPanel({ kind: 'correct', entry }) : null}
        />
        <EntryEvidence entry={entry} shape={shape} />
      </Section>
      <Section title={m.ledger_history()}>
        <EntryHistory ledger={ledger} versions={versions} />
      </Section>
      {entry.state === 'submitted' && !ledger.past && <AlikePart ledger={ledger} entry={entry} />}
      {panel && <LedgerPanels ledger={ledger} panel={panel} open={setPanel} onClose={() => setPanel(null)} />}
    </Page>
  )
}

const keep = (now: Record<string, unknown>) => now

/** The rows before and behind this one in the list one came from, and the way back to it. */
function Neighbours({ ledger: { page, shape }, rootId }: { readonly ledger: Ledger; readonly rootId: string }) {
  const entries = page.data?.pages.flatMap(({ entries: rows }) => rows) ?? []
  const at = entries.findIndex((row) => row.rootId === rootId)
  const [before, behind] = at === -1 ? [undefined, undefined] : [entries[at - 1], entries[at + 1]]
  const back = (now: Record<string, unknown>) => ({ ...now, register: shape.id })
  return (
    <>
      <Link to="/ledger" search={back as never} className={linkClass}>
        {m.ledger_back()}
      </Link>
      {before && (
        <Link to="/ledger/$entryId" params={{ entryId: before.id }} search={keep} className={linkClass}>
          {m.ledger_before()}
        </Link>
      )}
      {behind && (
        <Link to="/ledger/$entryId" params={{ entryId: behind.id }} search={keep} className={linkClass}>
          {m.ledger_behind()}
        </Link>
      )}
    </>
  )
}

interface DoingsProps {
  readonly ledger: Ledger
  readonly detail: EntryDetail
  readonly open: (panel: LedgerPanel) => void
}

/** The buttons follow what the server says this person may do with this row now. */
function RowDoings({ ledger, detail: { entry }, open }: DoingsProps) {
  const { verify, busy, problem, refused } = useVerify(ledger.shape.id, () => {})
  const labels = { return: m.ledger_return, correct: m.ledger_correct, withdraw: m.ledger_withdraw }
  return (
    <>
      {entry.may.includes('verify') && (
        <Button small look="primary" busy={busy} onClick={() => void verify([entry.id])}>
          {m.ledger_verify()}
        </Button>
      )}
      {(['return', 'correct', 'withdraw'] as const)
        .filter((act) => entry.may.includes(act))
        .map((act) => (
          <Button key={act} small onClick={() => open({ kind: act, entry })}>
            {labels[act]()}
          </Button>
        ))}
      {problem && <ProblemNote problem={problem} />}
      {refused.map((one) => (
        <ProblemNote key={one.id} problem={one.problem} />
      ))}
    </>
  )
}
