import type { Me, SourceSystems } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { may, meQuery } from '../../api/me.ts'
import { sourceSystemsQuery } from '../../api/source-systems.ts'
import { useAsOf } from '../../shell/url.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { m } from '../../words/index.ts'
import { DeclareForm } from './DeclareForm.tsx'
import { type Issued, KeySlip } from './KeySlip.tsx'
import { SystemPart } from './SystemPart.tsx'

/** 数据来源: which systems report readings, how far each series has come, and what opens the door to them. */
export default function SourceSystemsScreen() {
  const me = useQuery(meQuery)
  const sources = useQuery(sourceSystemsQuery(useAsOf()))
  return (
    <Loaded query={me}>
      {(who) => <Loaded query={sources}>{(found) => <Sources me={who} sources={found} />}</Loaded>}
    </Loaded>
  )
}

const staleIn = ({ systems }: SourceSystems): number =>
  systems.flatMap(({ series }) => series).filter(({ state }) => state === 'stale').length

function Sources({ me, sources }: { readonly me: Me; readonly sources: SourceSystems }) {
  const [issued, setIssued] = useState<Issued | null>(null)
  const [declaring, setDeclaring] = useState(false)
  if (issued) return <KeySlip issued={issued} onDone={() => setIssued(null)} />
  const stale = staleIn(sources)
  return (
    <Page
      title={m.source_systems_title()}
      wide
      says={
        <>
          {m.source_systems_says()}{' '}
          {stale > 0 && <Badge tone="red">{m.source_systems_stale_says({ count: stale })}</Badge>}
        </>
      }
      tools={
        may(me, 'POST /api/source-systems') && (
          <Button look="primary" aria-expanded={declaring} onClick={() => setDeclaring(!declaring)}>
            {m.source_systems_new()}
          </Button>
        )
      }
    >
      {declaring && (
        <Section title={m.source_systems_new()}>
          <DeclareForm sources={sources} today={me.office.today} onDone={() => setDeclaring(false)} />
        </Section>
      )}
      {sources.systems.length === 0 && <p>{m.source_systems_none()}</p>}
      {sources.systems.map((system) => (
        <SystemPart key={system.id} system={system} sources={sources} me={me} onIssued={setIssued} />
      ))}
    </Page>
  )
}
