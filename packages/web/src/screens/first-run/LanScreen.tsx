import type { LanState } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { firstRunQuery, lanQuery } from '../../api/first-run.ts'
import { may } from '../../api/me.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { m } from '../../words/index.ts'
import { LanGuide } from './LanGuide.tsx'

/** 启用说明: one sheet of paper for everybody who is to use Guatu from another machine. */
export default function LanScreen() {
  const me = useSeat()
  if (me === undefined) return null
  return me && may(me, 'GET /api/lan') ? <ForAdministrator /> : <OnTheMachine />
}

function ForAdministrator() {
  return <Loaded query={useQuery(lanQuery)}>{(lan) => <Guide lan={lan} />}</Loaded>
}

function OnTheMachine() {
  return <Loaded query={useQuery(firstRunQuery)}>{({ lan }) => <Guide lan={lan} />}</Loaded>
}

function Guide({ lan }: { readonly lan: LanState }) {
  return (
    <Page
      ofMachine
      title={m.lan_title()}
      says={m.lan_says()}
      tools={<Button onClick={() => print()}>{m.formal_print()}</Button>}
    >
      <LanGuide lan={lan} />
    </Page>
  )
}
