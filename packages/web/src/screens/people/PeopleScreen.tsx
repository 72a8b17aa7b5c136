import type { IssuedCode, People } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { may, meQuery } from '../../api/me.ts'
import { closePost, closeUnit, peopleQuery } from '../../api/people.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { useKept } from '../../ui/forms/use-kept.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { PaperDrawer } from '../../ui/paper/PaperDrawer.tsx'
import { dayWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import { AccountDrawer } from './AccountDrawer.tsx'
import { AppointDrawer } from './AppointDrawer.tsx'
import { CloseDrawer } from './CloseDrawer.tsx'
import { CodeSlip } from './CodeSlip.tsx'
import { ConfirmOvertaken } from './ConfirmOvertaken.tsx'
import { EndDrawer } from './EndDrawer.tsx'
import { PostDrawer } from './PostDrawer.tsx'
import { PostPart } from './PostPart.tsx'
import type { Panel } from './panel.ts'
import styles from './people.module.css'

/** 人员与岗位: the units with their posts, who holds these from when to when, and the forms that change it. */
export default function PeopleScreen() {
  const me = useQuery(meQuery)
  return <Loaded query={me}>{() => <PeopleAndPosts />}</Loaded>
}

function PeopleAndPosts() {
  const people = useQuery(peopleQuery)
  // Whoever lost the seat over a form finds it open again.
  const [panel, setPanel] = useKept<Panel | null>('panel', 'open', () => null)
  const [slip, setSlip] = useState<IssuedCode | null>(null)
  const hand = (issued: IssuedCode) => {
    setPanel(null)
    setSlip(issued)
  }
  if (slip) return <CodeSlip issued={slip} back={() => setSlip(null)} />
  return (
    <Loaded query={people}>
      {(data) => (
        <Page title={m.nav_people()} says={m.people_says()} tools={<ToOthers />}>
          {data.units.map((unit) => (
            <UnitPart key={unit.id} people={data} unit={unit} open={setPanel} />
          ))}
          {panel && <OpenPanel people={data} panel={panel} hand={hand} onClose={() => setPanel(null)} />}
        </Page>
      )}
    </Loaded>
  )
}

function ToOthers() {
  const me = useSeat()
  if (!me) return null
  const bringsIn = may(me, 'POST /api/roster/preview') || may(me, 'POST /api/holdings/confirm')
  return (
    <>
      {bringsIn && (
        <Link to="/people/import" className={buttonClass({})}>
          {m.roster_menu()}
        </Link>
      )}
      {me.office.kind === 'formal' && may(me, 'GET /api/oidc/providers') && (
        <Link to="/people/oidc" className={buttonClass({})}>
          {m.oidc_menu()}
        </Link>
      )}
    </>
  )
}

interface UnitPartProps {
  readonly people: People
  readonly unit: People['units'][number]
  readonly open: (panel: Panel) => void
}

function UnitPart({ people, unit, open }: UnitPartProps) {
  const me = useSeat()
  const stands = unit.closedOn === null
  const tools = (
    <div className={styles.tools}>
      {unit.closedOn && <Badge>{m.people_closed({ day: dayWords(unit.closedOn) })}</Badge>}
      {stands && me && may(me, 'POST /api/posts') && (
        <Button
          small
          aria-label={m.people_make_post_in({ unit: unit.name })}
          onClick={() => open({ kind: 'post', unit })}
        >
          {m.people_make_post()}
        </Button>
      )}
      {stands && me && may(me, 'POST /api/units/:id/close') && (
        <Button
          small
          look="quiet"
          aria-label={m.people_close_named({ what: unit.name })}
          onClick={() => open({ kind: 'closeUnit', unit })}
        >
          {m.people_close()}
        </Button>
      )}
    </div>
  )
  return (
    <Section title={unit.name} tools={tools}>
      {unit.posts.length === 0 && <p className={styles.none}>{m.people_no_posts()}</p>}
      {unit.posts.length > 0 && (
        <ul className={styles.posts}>
          {unit.posts.map((post) => (
            <PostPart key={post.id} post={post} people={people} open={open} />
          ))}
        </ul>
      )}
    </Section>
  )
}

interface OpenPanelProps {
  readonly people: People
  readonly panel: Panel
  /** Shows a code that was made, to be handed over on paper. */
  readonly hand: (issued: IssuedCode) => void
  readonly onClose: () => void
}

function OpenPanel({ people, panel, hand, onClose }: OpenPanelProps) {
  switch (panel.kind) {
    case 'account':
      return <AccountDrawer people={people} officerId={panel.officerId} hand={hand} onClose={onClose} />
    case 'post':
      return <PostDrawer people={people} unit={panel.unit} onClose={onClose} />
    case 'appoint':
      return <AppointDrawer people={people} post={panel.post} onClose={onClose} />
    case 'end':
    case 'endOnPaper': {
      const { kind, holding, title } = panel
      return (
        <EndDrawer people={people} holding={holding} title={title} onPaper={kind === 'endOnPaper'} onClose={onClose} />
      )
    }
    case 'confirmOnPaper':
      return (
        <PaperDrawer
          what={m.people_confirm_named({ name: panel.holding.name, post: panel.title })}
          today={people.today}
          approval={{
            route: 'POST /api/holdings/:id/confirm',
            params: { id: panel.holding.id },
            body: {},
            version: panel.holding.version,
          }}
          onClose={onClose}
        />
      )
    case 'confirmOvertaken': {
      const { holding, title, refused } = panel
      return <ConfirmOvertaken holding={holding} title={title} refused={refused} onClose={onClose} />
    }
    case 'closePost': {
      const { id, title } = panel.post
      return <CloseDrawer people={people} what={title} id={id} close={(on) => closePost(id, on)} onClose={onClose} />
    }
    case 'closeUnit': {
      const { id, name } = panel.unit
      return <CloseDrawer people={people} what={name} id={id} close={(on) => closeUnit(id, on)} onClose={onClose} />
    }
  }
}
