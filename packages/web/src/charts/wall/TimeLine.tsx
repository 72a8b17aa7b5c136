import { m } from '../../words/index.ts'
import type { DeckDrawing } from './Slip.tsx'
import { decoration } from './svg-roles.ts'
import styles from './wall.module.css'
import { percent } from './wording.ts'

/** Hairlines at the ends of March, June, September and December, named unless the tag of today stands there. */
export function YearLines({ deck, y, elapsed }: DeckDrawing) {
  return [3, 6, 9, 12].map((month) => {
    const at = y(month / 12)
    const free = Math.abs(at - y(elapsed)) > deck.monthSize * 1.35
    return (
      <g key={month} {...decoration}>
        <line x1={deck.left - deck.monthSize * 0.5} x2={deck.right} y1={at} y2={at} className={styles.yearLine} />
        {free && (
          <text
            x={deck.left - deck.monthSize * 0.8}
            y={at + deck.monthSize * 0.33}
            fontSize={deck.monthSize}
            className={styles.month}
          >
            {m.wall_month({ month })}
          </text>
        )}
      </g>
    )
  })
}

/** One line across the whole deck: so much of the year is gone. What does not reach it is behind. */
export function TimeLine({ deck, y, elapsed }: DeckDrawing) {
  const at = y(elapsed)
  const size = deck.monthSize
  const left = deck.left - size * 0.5
  return (
    <g className={styles.timeLine} {...decoration}>
      <line x1={left} x2={deck.right} y1={at} y2={at} strokeWidth={deck.lineWidth * 2.6} className={styles.halo} />
      <line x1={left} x2={deck.right} y1={at} y2={at} strokeWidth={deck.lineWidth} className={styles.line} />
      <g transform={`translate(${left},${at})`}>
        <path d={`M0 0l${-size * 0.45} ${-size * 0.85}h${-size * 2.55}v${size * 1.7}h${size * 2.55}z`} />
        <text x={-size * 1.62} y={size * 0.4} fontSize={size * 1.14}>
          {percent(elapsed)}
        </text>
      </g>
    </g>
  )
}
