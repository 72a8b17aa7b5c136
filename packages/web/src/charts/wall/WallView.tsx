import type { WallChart } from '@guatu/contract'
import { useEffect, useRef } from 'react'
import { onLiveChange } from '../../api/live.ts'
import { hasNoSeat, problemOf } from '../../api/problem.ts'
import { asOfSearch, getWall, type WallAsked } from '../../api/wall.ts'
import { m, say } from '../../words/index.ts'
import { NarrowChart, WideChart } from './Chart.tsx'
import { Head } from './Head.tsx'
import { Sheet } from './Sheet.tsx'
import { useAsked } from './use-asked.ts'
import { usePicked } from './use-picked.ts'
import { type Size, useSize } from './use-size.ts'
import { useSlipKeys } from './use-slip-keys.ts'
import styles from './wall.module.css'

export interface WallViewProps {
  readonly asked: WallAsked
  /** Shows another day, or today; without it the wall has no control of its own. */
  readonly onDay?: (day: string | undefined) => void
}

/** Below this many pixels, or on an upright screen, the areas stand one below the other. */
const isNarrow = ({ width, height }: Size): boolean => width < 760 || width / height < 1.15

/** The wall chart, loaded and kept up to date. Fills its container; the layout follows its size. */
export function WallView({ asked, onDay }: WallViewProps) {
  const wall = useAsked(JSON.stringify(asked), (signal) => getWall(asked, signal))
  useEffect(() => onLiveChange(wall.again), [wall.again])
  if (wall.data) return <Wall chart={wall.data} asked={asked} {...(onDay ? { onDay } : {})} />
  if (wall.error !== undefined) return <NoWall error={wall.error} asked={asked} onAgain={wall.again} />
  return (
    <p role="status" data-loading="" className={styles.state}>
      {m.wall_loading()}
    </p>
  )
}

/** The wall of given data. */
export function Wall({ chart, asked, onDay }: WallViewProps & { readonly chart: WallChart }) {
  const frame = useRef<HTMLDivElement>(null)
  const { size, onPaper } = useSize(frame)
  const slips = chart.areas.flatMap((area) => area.tasks).filter((task) => task.light !== 'missing')
  const { current, onKeyDown } = useSlipKeys(slips[0]?.number ?? null)
  const picked = usePicked(chart)
  const narrow = size !== null && !onPaper && isNarrow(size)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys act on the links inside, which keep their own roles.
    <div ref={frame} className={narrow ? styles.page : styles.wall} onKeyDown={onKeyDown}>
      {size && (
        <>
          <Head chart={chart} {...(onDay ? { onDay } : {})} />
          {narrow ? (
            <NarrowChart chart={chart} current={current} width={size.width} />
          ) : (
            <WideChart chart={chart} current={current} ratio={size.width / size.height} />
          )}
          {picked && <Sheet key={picked.task.number} chart={chart} picked={picked} asOf={asked} />}
        </>
      )}
    </div>
  )
}

/** Where nothing was known then, a past day may still be looked at with what is known by now. */
const asKnownNow = ({ on }: WallAsked): string =>
  location.pathname + asOfSearch({ on, known: new Date().toISOString() })

interface NoWallProps {
  readonly error: unknown
  readonly asked: WallAsked
  readonly onAgain: () => void
}

/** No plan yet is no failure: it says what to do. Anything else is said as the server says it. */
function NoWall({ error, asked, onAgain }: NoWallProps) {
  const problem = problemOf(error)
  if (problem.kind === 'notFound' && (asked.on ?? asked.known) !== undefined)
    return (
      <div className={styles.state}>
        <h1>{m.not_then_any()}</h1>
        <a href={location.pathname}>{m.not_then_today()}</a>
        {asked.known === undefined && <a href={asKnownNow(asked)}>{m.not_then_known()}</a>}
      </div>
    )
  if (problem.kind === 'notFound')
    return (
      <div className={styles.state}>
        <h1>{m.wall_empty_title()}</h1>
        <p>{m.wall_empty_says()}</p>
        <a href="/sources">{m.wall_empty_go()}</a>
      </div>
    )
  // A screen whose pass was taken back says so quietly: whoever passes by can do nothing about it.
  if (problem.code === 'wall_pass.over') return <p className={styles.over}>{say(problem.says)}</p>
  // Nobody sits here, or in an office that is gone: the start page knows which offices there are.
  if (hasNoSeat(error))
    return (
      <div className={styles.state} role="alert">
        <h1>{say(problem.says)}</h1>
        <p>{m.wall_no_seat()}</p>
        <a href="/">{m.wall_no_seat_go()}</a>
      </div>
    )
  return (
    <div className={styles.state} role="alert">
      <h1>{say(problem.says)}</h1>
      <p>{say(problem.next)}</p>
      <details>
        <summary>{m.problem_code()}</summary>
        <code>{problem.code}</code>
      </details>
      <button type="button" onClick={onAgain}>
        {m.retry()}
      </button>
      <a href="/">{m.wall_no_seat_go()}</a>
    </div>
  )
}
