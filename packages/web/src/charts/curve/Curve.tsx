import type { Light } from '@guatu/contract'
import { shownValue } from '@guatu/core/shared'
import { useId } from 'react'
import { lightColour } from '../../ui/LightShape.tsx'
import { dayWords, shortDayWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import styles from './curve.module.css'
import { type CurveGeometry, type CurvePoint, type CurveSpan, curveGeometry, pointsOf } from './geometry.ts'

interface CurveProps {
  readonly subject: string
  readonly curve: readonly CurvePoint[]
  readonly on: string
  readonly span: CurveSpan
  readonly light: Light
  /** The unit amounts are shown in, `亿元`. */
  readonly unit: string
}

const size = { width: 720, height: 260 }

/** Planned and verified through the year, with the day that is looked at. The same figures stand below as a table. */
export function Curve({ subject, curve, on, span, light, unit }: CurveProps) {
  const titleId = useId()
  const geometry = curveGeometry(curve, on, span, size)
  const now = curve.find((point) => point.on === on)
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={titleId} className={styles.svg}>
        <title id={titleId}>{summary(subject, on, now, unit)}</title>
        <Frame geometry={geometry} unit={unit} />
        <polyline points={pointsOf(geometry.planned)} className={styles.planned} />
        <polyline points={pointsOf(geometry.actual)} className={styles.actual} stroke={lightColour(light)} />
        {geometry.actual.slice(1).map((place) => (
          <circle key={place.x} cx={place.x} cy={place.y} r="4" fill={lightColour(light)} />
        ))}
        <Today geometry={geometry} on={on} span={span} />
      </svg>
      <figcaption className={styles.caption}>
        <span className={styles.keyPlanned}>{m.curve_planned()}</span>
        <span className={styles.keyActual} style={{ borderColor: lightColour(light) }}>
          {m.curve_actual()}
        </span>
      </figcaption>
      <Figures curve={curve} unit={unit} />
    </figure>
  )
}

const amount = (value: string | null | undefined, unit: string): string =>
  value == null ? '—' : `${shownValue(value, unit)}${unit}`

const summary = (subject: string, on: string, now: CurvePoint | undefined, unit: string): string =>
  m.curve_summary({
    subject,
    day: dayWords(on),
    planned: amount(now?.planned, unit),
    actual: amount(now?.actual, unit),
  })

function Frame({ geometry, unit }: { readonly geometry: CurveGeometry; readonly unit: string }) {
  const { ticks, months, ground, left, right } = geometry
  return (
    <g className={styles.frame}>
      {ticks.map(({ value, y }) => (
        <g key={value}>
          <line x1={left} x2={right} y1={y} y2={y} className={styles.grid} />
          <text x={left - 8} y={y + 5} textAnchor="end">
            {shownValue(String(value), unit)}
          </text>
        </g>
      ))}
      {months.map(({ month, year, x }) => (
        <text key={`${year}-${month}`} x={x} y={ground + 21} textAnchor="middle">
          {year === null ? m.curve_month({ month }) : `${year}-${String(month).padStart(2, '0')}`}
        </text>
      ))}
    </g>
  )
}

interface TodayProps {
  readonly geometry: CurveGeometry
  readonly on: string
  readonly span: CurveSpan
}

/** The day that is looked at; one outside the span stands at its edge, and wherever years differ it says its own. */
function Today({ geometry, on, span }: TodayProps) {
  const { today, ground, right } = geometry
  const atRight = today > right - 90
  return (
    <g>
      <line x1={today} x2={today} y1={8} y2={ground} className={styles.today} />
      <text x={today + (atRight ? -7 : 7)} y={16} textAnchor={atRight ? 'end' : 'start'} className={styles.todayText}>
        {new Set([on, span.from, span.to].map((day) => day.slice(0, 4))).size === 1 ? shortDayWords(on) : dayWords(on)}
      </text>
    </g>
  )
}

/** For those who cannot see the lines, and for those who want the figures. */
function Figures({ curve, unit }: { readonly curve: readonly CurvePoint[]; readonly unit: string }) {
  return (
    <details className={styles.details}>
      <summary>{m.curve_figures()}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{m.curve_day()}</th>
            <th scope="col">{m.curve_planned()}</th>
            <th scope="col">{m.curve_actual()}</th>
          </tr>
        </thead>
        <tbody>
          {curve.map((point) => (
            <tr key={point.on}>
              <th scope="row">{point.on}</th>
              <td>{amount(point.planned, unit)}</td>
              <td>{amount(point.actual, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
