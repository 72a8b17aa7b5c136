import type { Light, WallChart } from '@guatu/contract'
import { useId, useMemo } from 'react'
import { lightName } from '../../words/light.ts'
import { Deck } from './Deck.tsx'
import { layOutWall } from './layout.ts'
import { layOutNarrow } from './layout-narrow.ts'
import { elapsedOf } from './marks.ts'
import { group } from './svg-roles.ts'
import styles from './wall.module.css'
import { areaName, areaNumeral, wallTitle } from './wording.ts'

interface ChartProps {
  readonly chart: WallChart
  readonly current: string | null
}

/** All decks on one sheet, for a screen of `ratio` or for paper. */
export function WideChart({ chart, current, ratio }: ChartProps & { readonly ratio: number }) {
  const id = useId()
  const layout = useMemo(
    () =>
      layOutWall(
        {
          areas: chart.areas.map((area) => ({
            name: areaNumeral(area.number) + areaName(area),
            titles: area.tasks.map((task) => task.title),
          })),
        },
        ratio,
      ),
    [chart, ratio],
  )
  return (
    <svg
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      className={styles.sheet}
      {...group}
      aria-label={wallTitle(chart.year)}
    >
      <Hatches id={id} step={9} />
      {layout.decks.map((deck) => (
        <Deck
          key={deck.top}
          areas={chart.areas}
          deck={deck}
          elapsed={elapsedOf(chart)}
          hatchId={id}
          current={current}
          names
        />
      ))}
    </svg>
  )
}

/** One area after the other, for a phone: the page scrolls, the drawing is `width` CSS pixels wide. */
export function NarrowChart({ chart, current, width }: ChartProps & { readonly width: number }) {
  return chart.areas.map((area) => (
    <section key={area.number} className={styles.narrow}>
      <h2>
        <b className={styles.areaNumber}>{areaNumeral(area.number)}</b>
        {area.title}
        <Behind area={area} />
      </h2>
      <NarrowDecks chart={{ ...chart, areas: [area] }} current={current} width={width} />
    </section>
  ))
}

function NarrowDecks({ chart, current, width }: ChartProps & { readonly width: number }) {
  const id = useId()
  const area = chart.areas[0]
  if (!area) return null
  const decks = layOutNarrow(
    area.tasks.map((task) => task.title),
    width,
  )
  return decks.map((deck) => (
    <svg
      key={deck.slips[0]?.task ?? 0}
      viewBox={`0 0 ${width} ${deck.bottom}`}
      width={width}
      height={deck.bottom}
      className={styles.narrowSheet}
      {...group}
      aria-label={area.title}
    >
      <Hatches id={id} step={6} />
      <Deck areas={chart.areas} deck={deck} elapsed={elapsedOf(chart)} hatchId={id} current={current} names={false} />
    </svg>
  ))
}

/** How many of an area are behind, so that one need not scroll through all of it. */
function Behind({ area }: { readonly area: WallChart['areas'][number] }) {
  const count = (light: Light) => area.tasks.filter((task) => task.light === light).length
  return (
    <span className={styles.behind}>
      {(['red', 'orange', 'yellow'] as const)
        .filter((light) => count(light) > 0)
        .map((light) => (
          <em key={light} data-light={light}>
            {lightName(light)} {count(light)}
          </em>
        ))}
    </span>
  )
}

function Hatches({ id, step }: { readonly id: string; readonly step: number }) {
  return (
    <defs>
      {(['yellow', 'orange', 'red'] as const).map((light) => (
        <pattern
          key={light}
          id={`${id}-${light}`}
          width={step}
          height={step}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width={step * 0.36} height={step} fill={`var(--${light})`} />
        </pattern>
      ))}
    </defs>
  )
}
