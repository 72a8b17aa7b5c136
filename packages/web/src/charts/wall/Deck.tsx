import type { WallArea, WallTask } from '@guatu/contract'
import { m } from '../../words/index.ts'
import { Chips } from './Chips.tsx'
import type { AreaPlace, DeckLayout, SlipPlace } from './layout.ts'
import { Plate } from './Plate.tsx'
import { type DeckDrawing, Slip } from './Slip.tsx'
import { TimeLine, YearLines } from './TimeLine.tsx'
import styles from './wall.module.css'
import { areaName, areaNumeral, missingWords } from './wording.ts'

interface DeckProps {
  readonly areas: readonly WallArea[]
  readonly deck: DeckLayout
  readonly elapsed: number
  readonly hatchId: string
  /** Number of the slip that Tab reaches; the arrow keys go on from there. */
  readonly current: string | null
  /** On a phone the name of the area is a heading outside the drawing. */
  readonly names: boolean
}

/** One row of slips with its months, its areas and the line of today across. Drawn from back to front. */
export function Deck({ areas, deck, elapsed, hatchId, current, names }: DeckProps) {
  const drawing: DeckDrawing = {
    deck,
    y: (share) => deck.base * (1 - share) + deck.top * share,
    elapsed,
    hatchId,
  }
  const placed = deck.slips.flatMap((place) => {
    const task = areas[place.area]?.tasks[place.task]
    return task ? [{ place, task }] : []
  })
  return (
    <g>
      <YearLines {...drawing} />
      {placed.map(({ place, task }) =>
        task.light === 'missing' ? (
          <MissingSlip key={task.number} task={task} place={place} deck={deck} />
        ) : (
          <Slip key={task.number} task={task} place={place} drawing={drawing} current={task.number === current} />
        ),
      )}
      <MissingWords placed={placed} deck={deck} />
      {names &&
        deck.areas.map((place) => <AreaSign key={place.area} area={areas[place.area]} place={place} deck={deck} />)}
      <TimeLine {...drawing} />
      {placed.map(({ place, task }) => (
        <g key={task.number}>
          <Chips task={task} x={place.x} deck={deck} />
          <Plate task={task} x={place.x} drawing={drawing} />
        </g>
      ))}
    </g>
  )
}

function AreaSign({
  area,
  place,
  deck,
}: {
  readonly area: WallArea | undefined
  readonly place: AreaPlace
  readonly deck: DeckLayout
}) {
  if (!area) return null
  const inset = (deck.pitch - deck.barWidth) / 2
  const size = place.nameSize
  return (
    <g className={styles.area}>
      <rect
        x={place.x + inset}
        y={deck.areaY}
        width={place.width - inset * 2}
        height={Math.max(3.5, deck.lineWidth * 1.3)}
      />
      <text x={place.nameX} y={deck.areaY + size * 1.28} fontSize={size}>
        <tspan className={styles.numeral}>{areaNumeral(area.number)}</tspan>
        <tspan dx={size * 0.22}>{areaName(area)}</tspan>
        {place.from > 0 && <tspan className={styles.continued}>{m.wall_continued()}</tspan>}
      </text>
    </g>
  )
}

interface Placed {
  readonly place: SlipPlace
  readonly task: WallTask
}

function MissingSlip({ task, place, deck }: Placed & { readonly deck: DeckLayout }) {
  const size = Math.min(deck.monthSize * 0.92, deck.pitch * 0.55)
  return (
    <g>
      <rect
        x={place.x - deck.barWidth / 2}
        y={deck.top}
        width={deck.barWidth}
        height={deck.base - deck.top}
        className={styles.slot}
      />
      <text x={place.x} y={deck.lightY + size * 0.36} fontSize={size} className={styles.slotNumber}>
        {task.number}
      </text>
    </g>
  )
}

/** Under each run of missing numbers, once: what they are, and how many. Upright where the run is narrow. */
function MissingWords({ placed, deck }: { readonly placed: readonly Placed[]; readonly deck: DeckLayout }) {
  return runsOf(placed).map((run) => {
    const x = ((run[0]?.place.x ?? 0) + (run.at(-1)?.place.x ?? 0)) / 2
    const words = missingWords(run.length)
    const longest = Math.max(...words.map((word) => word.length))
    const size = Math.min(deck.monthSize, (run.length * deck.pitch * 0.96) / longest)
    if (size < deck.monthSize * 0.55) return null
    return (
      <text key={run[0]?.task.number} fontSize={size} className={styles.missing}>
        {words.map((word, i) => (
          <tspan key={word} x={x} y={deck.titleY + size * (1.6 + i * 1.4)}>
            {word}
          </tspan>
        ))}
      </text>
    )
  })
}

function runsOf(placed: readonly Placed[]): Placed[][] {
  const runs: Placed[][] = []
  placed.forEach((one, i) => {
    if (one.task.light !== 'missing') return
    const before = placed[i - 1]
    if (before?.task.light === 'missing' && before.place.area === one.place.area) runs.at(-1)?.push(one)
    else runs.push([one])
  })
  return runs
}
