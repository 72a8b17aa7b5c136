import type { MySessions } from '@guatu/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { endMyOthers, endMySession, mySessionsQuery } from '../../api/identity.ts'
import { problemOf } from '../../api/problem.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { toast } from '../../ui/Toast.tsx'
import { instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { ChangePassword } from './ChangePassword.tsx'
import { MySecondFactor } from './MySecondFactor.tsx'
import styles from './my-sessions.module.css'

/** 我的登录: where one is signed in, and the ways to end it; one's password and second factor. */
export default function MySessionsScreen() {
  const mine = useQuery(mySessionsQuery)
  const formal = useSeat()?.office.kind === 'formal'
  return (
    <Loaded query={mine}>
      {({ loginName, sessions, hasPassword, secondFactor }) => (
        <Page title={m.nav_my_sessions()} says={loginName === '' ? undefined : m.my_sessions_name({ loginName })}>
          <Section title={m.my_sessions_where()} tools={sessions.length > 1 && <EndOthers />}>
            <ul className={styles.list}>
              {sessions.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </ul>
          </Section>
          {formal && hasPassword && (
            <Section title={m.my_sessions_password()}>
              <ChangePassword />
            </Section>
          )}
          {formal && (
            <Section title={m.my_factor()}>
              <MySecondFactor hasPassword={hasPassword} {...secondFactor} />
            </Section>
          )}
        </Page>
      )}
    </Loaded>
  )
}

/** Ends something and shows what is left. */
function useEnding(): (act: () => Promise<unknown>, did: string) => void {
  const queries = useQueryClient()
  return (act, did) =>
    void act().then(
      () => {
        toast(did)
        return queries.invalidateQueries()
      },
      (error: unknown) => toast(say(problemOf(error).says), say(problemOf(error).next)),
    )
}

function EndOthers() {
  const end = useEnding()
  return <Button onClick={() => end(endMyOthers, m.my_sessions_ended_others())}>{m.my_sessions_end_others()}</Button>
}

function SessionRow({ session }: { readonly session: MySessions['sessions'][number] }) {
  const end = useEnding()
  const { id, device, post, since, lastSeenAt, current } = session
  const name = device === '' ? m.my_sessions_unknown() : device
  return (
    <li className={styles.row}>
      <div>
        <div className={styles.name}>
          {name}
          {current && <Badge tone="ink">{m.my_sessions_current()}</Badge>}
        </div>
        <div className={styles.facts}>
          <span>{post}</span>
          <span>{m.my_sessions_since({ at: instantWords(since) })}</span>
          <span>{m.my_sessions_seen({ at: instantWords(lastSeenAt) })}</span>
        </div>
      </div>
      {!current && (
        <Button
          small
          aria-label={m.my_sessions_end_named({ device: name, at: instantWords(since) })}
          onClick={() => end(() => endMySession(id), m.my_sessions_ended())}
        >
          {m.my_sessions_end()}
        </Button>
      )}
    </li>
  )
}
