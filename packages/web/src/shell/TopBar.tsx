import type { Me } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { signOut, switchPost } from '../api/identity.ts'
import { takeSeat } from '../api/me.ts'
import { personOf } from '../api/outbox/person.ts'
import { problemOf } from '../api/problem.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choices.tsx'
import { DateBar } from '../ui/DateField.tsx'
import { CaretIcon, MoonIcon, SunIcon } from '../ui/icons.tsx'
import { linkClass } from '../ui/link.ts'
import { ChoiceMenu } from '../ui/Menu.tsx'
import { toast } from '../ui/Toast.tsx'
import { chooseTheme, themeNow } from '../ui/theme.ts'
import { dayWords } from '../words/dates.ts'
import { chooseLocale, locale, m, say } from '../words/index.ts'
import { officeMark } from '../words/office.ts'
import { useMenuPages, usePapersToConfirm } from './menu-pages.ts'
import { OutboxBadge } from './OutboxBadge.tsx'
import { SearchButton } from './search/SearchButton.tsx'
import styles from './shell.module.css'
import { asKnownOn, useUrls } from './url.ts'
import { useArrive } from './use-arrive.ts'
import { hasOutbox } from './use-outbox.ts'
import { useSeat } from './use-seat.ts'

const LeaveDialog = lazy(async () => ({ default: (await import('./LeaveDialog.tsx')).LeaveDialog }))

export function TopBar() {
  const me = useSeat()
  return (
    <header className={styles.top}>
      {me && <Office me={me} />}
      <div className={styles.topRight}>
        {me && <SearchButton me={me} />}
        {me && <DayControl today={me.office.today} />}
        {me && hasOutbox(me) && <OutboxBadge me={me} />}
        {me && <PapersLink me={me} />}
        {me && (me.office.kind === 'formal' ? <OwnMenu me={me} /> : <SeatMenu me={me} />)}
        <ThemeButton />
        <Button look="quiet" small onClick={() => chooseLocale(locale() === 'en' ? 'zh-CN' : 'en')}>
          <span lang={locale() === 'en' ? 'zh-CN' : 'en'}>{m.top_language()}</span>
        </Button>
      </div>
    </header>
  )
}

function Office({ me }: { readonly me: Me }) {
  const mark = officeMark(me.office.kind)
  return (
    <div className={styles.office}>
      <span className={styles.officeName}>{me.office.name}</span>
      {mark !== null && <Badge>{mark}</Badge>}
    </div>
  )
}

/** Shows every screen as of a past day, as it was known then or, where one asks for it, with what is known today. */
function DayControl({ today }: { readonly today: string }) {
  const [{ on, known }, set] = useUrls(['on', 'known'])
  const past = on !== undefined && on !== today
  return (
    <div className={styles.dayControl}>
      {past && (
        <Checkbox
          label={m.top_known()}
          checked={known !== undefined}
          onChange={(isKnown) => set({ known: isKnown ? asKnownOn(today) : undefined })}
        />
      )}
      {past && (
        <Button
          small
          onClick={() => set({ on: undefined, known: undefined })}
          title={known === undefined ? m.top_past({ day: dayWords(on) }) : undefined}
        >
          {m.top_today()}
        </Button>
      )}
      <DateBar
        label={m.top_on()}
        value={on ?? today}
        max={today}
        onChange={(day) => set(day === '' || day === today ? { on: undefined, known: undefined } : { on: day })}
      />
    </div>
  )
}

// Who holds several posts is there once for each.
const seatKey = ({ id, postId }: Me['officer']): string => `${id} ${postId}`

/** Says that papers wait, and leads to them; nothing while there are none. */
function PapersLink({ me }: { readonly me: Me }) {
  const waiting = usePapersToConfirm(me)
  if (waiting === 0) return null
  return (
    <Link to="/papers" className={linkClass}>
      <Badge tone="yellow">{m.papers_waiting_badge({ count: waiting })}</Badge>
    </Link>
  )
}

/** Sits down as one of the office's people, in one of their posts, or in another office. */
function SeatMenu({ me }: { readonly me: Me }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const arrive = useArrive()
  const pages = useMenuPages(me)
  const sit = (seat: { officeId: string; officerId?: string; postId?: string }) =>
    takeSeat(seat).then(
      () => (seat.officeId === me.office.id ? queries.invalidateQueries() : arrive('/')),
      (error: unknown) => toast(say(problemOf(error).says), say(problemOf(error).next)),
    )
  return (
    <ChoiceMenu
      trigger={
        <Button look="quiet" small className={styles.seat}>
          {`${me.officer.name}　${me.officer.post}`}
          <CaretIcon />
        </Button>
      }
      groups={[
        {
          label: m.top_officer(),
          value: seatKey(me.officer),
          onChoose: (key) => {
            const one = me.officers.find((officer) => seatKey(officer) === key)
            if (one) void sit({ officeId: me.office.id, officerId: one.id, postId: one.postId })
          },
          choices: me.officers.map((one) => ({ value: seatKey(one), label: `${one.name}　${one.unit}　${one.post}` })),
        },
        {
          label: m.top_office(),
          value: me.office.id,
          onChoose: (officeId) => void sit({ officeId }),
          choices: me.offices.map((one) => ({ value: one.id, label: one.name })),
        },
      ]}
      actions={[...pages, { label: m.offices_menu(), onChoose: () => void navigate({ to: '/offices' }) }]}
    />
  )
}

/** One's own posts to switch between, one's sign-ins, and the way out: in a formal office nobody sits down as another. */
function OwnMenu({ me }: { readonly me: Me }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const arrive = useArrive()
  const pages = useMenuPages(me)
  const own = me.officers.filter(({ id }) => id === me.officer.id)
  const run = (act: Promise<unknown>, then: () => Promise<unknown>) =>
    void act.then(then, (error: unknown) => toast(say(problemOf(error).says), say(problemOf(error).next)))
  // Whoever comes next finds nothing of what was read, and nobody's name in the bar.
  const leave = async () => {
    await navigate({ to: '/sign-in', search: {} })
    queries.removeQueries({ type: 'inactive' })
    await queries.resetQueries()
  }
  const [left, setLeft] = useState<{ readonly own: number; readonly others: number } | null>(null)
  const go = () => run(signOut(), leave)
  const askFirst = async () => {
    const { leftHere } = await import('../api/outbox/left-here.ts')
    const found = await leftHere(personOf(me))
    if (found.own + found.others > 0) setLeft(found)
    else go()
  }
  const menu = (
    <ChoiceMenu
      trigger={
        <Button look="quiet" small className={styles.seat}>
          {`${me.officer.name}　${me.officer.post}`}
          <CaretIcon />
        </Button>
      }
      groups={[
        {
          label: m.top_post(),
          value: me.officer.postId,
          onChoose: (postId) => run(switchPost(postId), () => arrive('/')),
          choices: own.map((one) => ({ value: one.postId, label: `${one.unit}　${one.post}` })),
        },
      ]}
      actions={[
        ...pages,
        { label: m.my_sessions_menu(), onChoose: () => void navigate({ to: '/my-sessions' }) },
        { label: m.my_sessions_out(), onChoose: () => void askFirst() },
      ]}
    />
  )
  return (
    <>
      {menu}
      {left && (
        <Suspense>
          <LeaveDialog left={left} onGo={go} onClose={() => setLeft(null)} />
        </Suspense>
      )}
    </>
  )
}

function ThemeButton() {
  const [theme, setTheme] = useState(themeNow())
  const other = theme === 'dark' ? 'paper' : 'dark'
  const turn = () => {
    chooseTheme(other)
    setTheme(other)
  }
  const words = other === 'dark' ? m.top_theme_dark() : m.top_theme_light()
  return (
    <Button look="quiet" small aria-label={words} title={words} onClick={turn}>
      {theme === 'dark' ? <SunIcon /> : <MoonIcon />}
    </Button>
  )
}
