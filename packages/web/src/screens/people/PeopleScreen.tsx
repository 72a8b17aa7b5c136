import type { People } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { may } from '../../api/me.ts'
import { peopleQuery } from '../../api/people.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { m } from '../../words/index.ts'
import { PostPart } from './PostPart.tsx'
import styles from './people.module.css'

/** 人员与岗位: the units with their posts, and who holds these from when to when. */
export default function PeopleScreen() {
  const people = useQuery(peopleQuery)
  return (
    <Loaded query={people}>
      {({ units }) => (
        <Page title={m.nav_people()} says={m.people_says()} tools={<ToRoster />}>
          <Units units={units} />
        </Page>
      )}
    </Loaded>
  )
}

function ToRoster() {
  const me = useSeat()
  if (!me || !(may(me, 'POST /api/roster/preview') || may(me, 'POST /api/holdings/confirm'))) return null
  return (
    <Link to="/people/import" className={buttonClass({})}>
      {m.roster_menu()}
    </Link>
  )
}

function Units({ units }: { readonly units: People['units'] }) {
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? ''
  return units.map((unit) => (
    <Section key={unit.id} title={unit.name}>
      {unit.posts.length === 0 && <p className={styles.none}>{m.people_no_posts()}</p>}
      {unit.posts.length > 0 && (
        <ul className={styles.posts}>
          {unit.posts.map((post) => (
            <PostPart key={post.id} post={post} nameOf={nameOf} />
          ))}
        </ul>
      )}
    </Section>
  ))
}
