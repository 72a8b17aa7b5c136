import type { Holding, People, Post } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { may } from '../../api/me.ts'
import { confirmHolding } from '../../api/people.ts'
import { problemOf } from '../../api/problem.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { conflictOf } from '../../ui/forms/conflict.ts'
import { Menu } from '../../ui/Menu.tsx'
import { toast } from '../../ui/Toast.tsx'
import { dayWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { paperSays } from '../../words/paper.ts'
import { AccountTools } from './AccountTools.tsx'
import type { Panel } from './panel.ts'
import styles from './people.module.css'

interface PostPartProps {
  readonly people: People
  readonly post: Post
  readonly open: (panel: Panel) => void
}

/** One post: its title, the units it answers for, and everybody who holds it, held it or will. */
export function PostPart({ people, post, open }: PostPartProps) {
  const me = useSeat()
  const nameOf = (id: string) => people.units.find((one) => one.id === id)?.name ?? ''
  const line = post.wholeLine ? m.people_whole_line() : m.people_line({ units: post.line.map(nameOf).join('、') })
  return (
    <li className={styles.post}>
      <div className={styles.title}>
        {post.title}
        {(post.wholeLine || post.line.length > 0) && <span className={styles.facts}>{line}</span>}
        {post.closedOn && <Badge>{m.people_closed({ day: dayWords(post.closedOn) })}</Badge>}
        {!post.closedOn && me && may(me, 'POST /api/holdings') && (
          <Button
            small
            aria-label={m.people_appoint_to({ post: post.title })}
            onClick={() => open({ kind: 'appoint', post })}
          >
            {m.people_appoint()}
          </Button>
        )}
        {!post.closedOn && me && may(me, 'POST /api/posts/:id/close') && (
          <Button
            small
            look="quiet"
            aria-label={m.people_close_named({ what: post.title })}
            onClick={() => open({ kind: 'closePost', post })}
          >
            {m.people_close()}
          </Button>
        )}
      </div>
      {post.holdings.length === 0 && <div className={styles.facts}>{m.people_nobody()}</div>}
      {post.holdings.map((holding) => (
        <HoldingLine key={holding.id} people={people} holding={holding} title={post.title} open={open} />
      ))}
    </li>
  )
}

interface HoldingLineProps {
  readonly people: People
  readonly holding: Holding
  readonly title: string
  readonly open: (panel: Panel) => void
}

function HoldingLine({ people, holding, title, open }: HoldingLineProps) {
  const me = useSeat()
  return (
    <div className={styles.holding}>
      <span>{holding.name}</span>
      {holding.kind === 'deputy' && <Badge>{m.people_deputy()}</Badge>}
      <span className={styles.facts}>
        {m.people_since({ day: dayWords(holding.from) })}
        {holding.until && ` ${m.people_until({ day: dayWords(holding.until) })}`}
      </span>
      {holding.confirmedBy === null && <Badge tone="yellow">{m.people_waiting()}</Badge>}
      {holding.confirmedBy !== null && !holding.inForce && <Badge>{m.people_later()}</Badge>}
      {holding.byOneself && <span className={styles.facts}>{m.people_by_oneself()}</span>}
      {[holding.confirmedByPaper, holding.endedByPaper].map(
        (paper) =>
          paper && (
            <span key={paper.id} className={styles.facts}>
              {paperSays(paper)}
            </span>
          ),
      )}
      {holding.until === null && me && may(me, 'POST /api/holdings/:id/end') && (
        <Button
          small
          look="quiet"
          aria-label={m.people_end_named({ name: holding.name, post: title })}
          onClick={() => open({ kind: 'end', holding, title })}
        >
          {m.people_end()}
        </Button>
      )}
      <OnPaper holding={holding} title={title} open={open} />
      <AccountTools people={people} holding={holding} open={open} />
      {holding.confirmedBy === null && <Confirm holding={holding} title={title} open={open} />}
    </div>
  )
}

/** For who may not click it but may bring the paper on which it was signed. */
function OnPaper({ holding, title, open }: Omit<HoldingLineProps, 'people'>) {
  const me = useSeat()
  if (!me || !may(me, 'POST /api/paper-approvals') || holding.until !== null) return null
  const named = { name: holding.name, post: title }
  if (holding.confirmedBy === null)
    return may(me, 'POST /api/holdings/:id/confirm') ? null : (
      <Button
        small
        aria-label={m.paper_enter_title({ what: m.people_confirm_named(named) })}
        onClick={() => open({ kind: 'confirmOnPaper', holding, title })}
      >
        {m.paper_enter()}
      </Button>
    )
  if (may(me, 'POST /api/holdings/:id/end')) return null
  const more = (
    <Button small look="quiet" aria-label={m.people_more_named(named)}>
      {m.review_more()}
    </Button>
  )
  const end = { label: m.paper_enter_ended(), onChoose: () => open({ kind: 'endOnPaper', holding, title }) }
  return <Menu trigger={more} actions={[end]} />
}

function Confirm({ holding, title, open }: Omit<HoldingLineProps, 'people'>) {
  const me = useSeat()
  const queries = useQueryClient()
  if (!me || !may(me, 'POST /api/holdings/:id/confirm')) return null
  const confirm = () =>
    confirmHolding(holding).then(
      () => queries.invalidateQueries(),
      (error: unknown) => {
        const refused = problemOf(error)
        if (conflictOf(refused)) open({ kind: 'confirmOvertaken', holding, title, refused })
        else toast(say(refused.says), say(refused.next))
        return queries.invalidateQueries()
      },
    )
  return (
    <Button
      small
      aria-label={m.people_confirm_named({ name: holding.name, post: title })}
      onClick={() => void confirm()}
    >
      {m.people_confirm()}
    </Button>
  )
}
