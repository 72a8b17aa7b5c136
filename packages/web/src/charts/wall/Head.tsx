import type { WallChart } from '@guatu/contract'
import { useState } from 'react'
import { readDay, wrongDay } from '../../ui/day-typed.ts'
import { wrongWords } from '../../ui/day-wrong.ts'
import { m } from '../../words/index.ts'
import { officeMark } from '../../words/office.ts'
import { Legend } from './Legend.tsx'
import { elapsedOf, tickOf } from './marks.ts'
import styles from './wall.module.css'
import { wallAsOf, wallKnown, wallScope, wallTitle } from './wording.ts'

interface HeadProps {
  readonly chart: WallChart
  readonly onDay?: (day: string | undefined) => void
}

/** Title, what and when, and the lights counted. No clock, no logo. */
export function Head({ chart, onDay }: HeadProps) {
  const past = chart.on !== chart.today
  const mark = officeMark(chart.office.kind)
  const elapsed = elapsedOf(chart)
  const hasTicks = chart.areas.some(({ tasks }) => tasks.some((task) => tickOf(task, elapsed) !== null))
  return (
    <header className={styles.head}>
      <div className={styles.titles}>
        <h1>
          {wallTitle(chart.year)}
          {mark !== null && <span className={styles.sample}>{mark}</span>}
        </h1>
        <p>
          <span>{chart.office.name}</span>
          <span>{wallScope(chart)}</span>
          {onDay ? <DayControl chart={chart} onDay={onDay} /> : <span>{wallAsOf(chart.on, chart.year)}</span>}
          {past && <span className={styles.past}>{wallKnown(chart)}</span>}
          <span className={styles.notes}>
            <span>{past ? m.wall_line_past() : m.wall_line()}</span>
            {hasTicks && <span>{m.wall_ticks()}</span>}
          </span>
        </p>
      </div>
      <Legend counts={chart.counts} />
    </header>
  )
}

const wrongId = 'wall-day-wrong'

/** The day in the subtitle is a button that turns into a field: a wall carries no bar of controls. */
function DayControl({ chart, onDay }: Required<HeadProps>) {
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  if (typed === null)
    return (
      <button type="button" className={styles.day} title={m.wall_pick_day()} onClick={() => setTyped(chart.on)}>
        {wallAsOf(chart.on, chart.year)}
      </button>
    )
  const close = () => {
    setTyped(null)
    setWrong(null)
  }
  const look = () => {
    const bounds = { max: chart.today }
    const day = readDay(typed, chart.on)
    const why = wrongDay(day, bounds)
    setWrong(why && wrongWords(why, bounds))
    if (day !== null && !why) show(day)
  }
  const show = (day: string) => {
    close()
    onDay(day === chart.today ? undefined : day)
  }
  return (
    <form
      className={styles.dayForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        look()
      }}
      onKeyDown={(event) => {
        // The arrow keys belong to the field here, and Escape puts the day back.
        event.stopPropagation()
        if (event.key === 'Escape') close()
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the button that was pressed has just turned into this field.
        autoFocus
        aria-label={m.wall_day()}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : wrongId}
        value={typed}
        maxLength={16}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit">{m.wall_show()}</button>
      <button type="button" onClick={() => show(chart.today)}>
        {m.wall_today()}
      </button>
      {wrong !== null && (
        <span id={wrongId} role="alert" className={styles.dayWrong}>
          {wrong}
        </span>
      )}
    </form>
  )
}
