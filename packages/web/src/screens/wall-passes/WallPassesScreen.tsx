import type { WallPass } from '@guatu/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { may } from '../../api/me.ts'
import { problemOf } from '../../api/problem.ts'
import { revokeWallPass, wallPassesQuery } from '../../api/wall-passes.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { toast } from '../../ui/Toast.tsx'
import { dayWords, instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { type Issued, IssueForm } from './IssueForm.tsx'
import { PassSlip } from './PassSlip.tsx'
import styles from './wall-passes.module.css'

/** 大屏凭证: which screens show the wall with nobody signed in, since when, and an end to it. */
export default function WallPassesScreen() {
  const me = useSeat()
  const passes = useQuery(wallPassesQuery)
  const [issued, setIssued] = useState<Issued | null>(null)
  if (me && issued) {
    const bindBy = passes.data?.passes.find(({ id }) => id === issued.id)?.bindBy ?? null
    return <PassSlip issued={issued} office={me.office} bindBy={bindBy} onDone={() => setIssued(null)} />
  }
  return (
    <Page title={m.wall_pass_title()} says={m.wall_pass_says()}>
      {me && may(me, 'POST /api/wall-passes') && (
        <Section title={m.wall_pass_new()}>
          <IssueForm today={me.office.today} onIssued={setIssued} />
        </Section>
      )}
      <Section title={m.wall_pass_list()}>
        <Loaded query={passes} isEmpty={(found) => found.passes.length === 0} empty={<p>{m.wall_pass_none()}</p>}>
          {({ passes: found }) => (
            <ul className={styles.list}>
              {found.map((pass) => (
                <PassLine key={pass.id} pass={pass} />
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
    </Page>
  )
}

const states: Readonly<Record<WallPass['state'], () => string>> = {
  waiting: m.wall_pass_waiting,
  bound: m.wall_pass_bound,
  missed: m.wall_pass_missed,
  expired: m.wall_pass_expired,
  revoked: m.wall_pass_revoked,
}

function PassLine({ pass }: { readonly pass: WallPass }) {
  const { state, until, lastSeenAt, revokedAt } = pass
  return (
    <li className={styles.row}>
      <div>
        <div className={styles.name}>
          {pass.screen}
          <Badge>{states[state]()}</Badge>
        </div>
        <div className={styles.facts}>
          <span>{m.wall_pass_issued({ name: pass.issuedBy, at: instantWords(pass.issuedAt) })}</span>
          {state === 'waiting' && <span>{m.wall_pass_wait_until({ at: instantWords(pass.bindBy) })}</span>}
          {until && <span>{m.wall_pass_last_day({ day: dayWords(until) })}</span>}
          {lastSeenAt && <span>{m.wall_pass_seen({ at: instantWords(lastSeenAt) })}</span>}
          {revokedAt && (
            <span>{m.wall_pass_revoked_by({ name: pass.revokedBy ?? '', at: instantWords(revokedAt) })}</span>
          )}
        </div>
      </div>
      {(state === 'waiting' || state === 'bound') && <Revoke pass={pass} />}
    </li>
  )
}

function Revoke({ pass }: { readonly pass: WallPass }) {
  const queries = useQueryClient()
  const revoke = () =>
    revokeWallPass(pass.id).then(
      () => queries.invalidateQueries({ queryKey: wallPassesQuery.queryKey }),
      (error: unknown) => toast(say(problemOf(error).says), say(problemOf(error).next)),
    )
  return (
    <Button
      small
      look="danger"
      aria-label={m.wall_pass_revoke_named({ screen: pass.screen })}
      onClick={() => void revoke()}
    >
      {m.wall_pass_revoke()}
    </Button>
  )
}
