import type { StartWatch } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { usePapersToConfirm } from '../../shell/menu-pages.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { DateBar } from '../../ui/DateField.tsx'
import { LightMark } from '../../ui/LightMark.tsx'
import { linkClass } from '../../ui/link.ts'
import { Section } from '../../ui/Page.tsx'
import { dayWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { lightName } from '../../words/light.ts'
import styles from './start.module.css'

interface WatchProps {
  readonly watch: StartWatch
  readonly today: string
  readonly onSince: (day: string | undefined) => void
}

/** What the supervision clerk looks at first: what turned, what waits, who is silent. */
export function Watch({ watch, today, onSince }: WatchProps) {
  return (
    <>
      <Section
        title={m.start_turned()}
        tools={
          <DateBar
            label={m.start_since()}
            value={watch.since}
            max={today}
            onChange={(day) => onSince(day === '' ? undefined : day)}
          />
        }
      >
        <p className={styles.says}>
          {m.start_turned_says({ day: dayWords(watch.since) })}
          {watch.turned.length === 0 && m.start_turned_none()}
        </p>
        <ul className={styles.list}>
          {watch.turned.map(({ id, number, title, before, light }) => (
            <li key={id} className={styles.item}>
              <div className={styles.head}>
                <Link to="/tasks/$taskId" params={{ taskId: id }} className={linkClass}>
                  {`${number} ${title}`}
                </Link>
                <LightMark light={light} />
              </div>
              <p className={styles.more}>{m.start_turned_from({ light: lightName(before) })}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Waiting waiting={watch.waiting} />
      <Silent watch={watch} />
    </>
  )
}

function Waiting({ waiting }: Pick<StartWatch, 'waiting'>) {
  const byRegister = [...Map.groupBy(waiting, ({ register }) => register)]
  return (
    <Section title={m.start_waiting()}>
      <Papers />
      {waiting.length === 0 && <p className={styles.says}>{m.start_waiting_none()}</p>}
      <ul className={styles.list}>
        {byRegister.map(([register, some]) => (
          <li key={register} className={styles.item}>
            <Link to="/ledger" search={{ register, state: 'submitted' } as never} className={linkClass}>
              {say(some[0]?.label ?? { zh: register, en: register })}
            </Link>
            <p className={styles.more}>
              {some.map(({ unit, rows }) => m.start_waiting_rows({ unit, count: rows })).join('、')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Papers() {
  const me = useSeat()
  return me ? <PapersOf me={me} /> : null
}

function PapersOf({ me }: { readonly me: NonNullable<ReturnType<typeof useSeat>> }) {
  const count = usePapersToConfirm(me)
  if (count === 0) return null
  return (
    <p>
      <Link to="/papers" className={linkClass}>
        {m.start_papers({ count })}
      </Link>
    </p>
  )
}

function Silent({ watch: { silent, silentDays } }: Pick<WatchProps, 'watch'>) {
  return (
    <Section title={m.start_silent()}>
      <p className={styles.says}>
        {m.start_silent_says({ days: silentDays })}
        {silent.length === 0 && m.start_silent_none()}
      </p>
      <ul className={styles.list}>
        {silent.map(({ unit, last }) => (
          <li key={unit} className={styles.item}>
            {unit}
            <p className={styles.more}>
              {last === null ? m.start_silent_never() : m.start_silent_since({ day: dayWords(last) })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
