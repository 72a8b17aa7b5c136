import type { MapCell, MapChart } from '@guatu/contract'
import { type MouseEvent, useId, useMemo, useRef, useState } from 'react'
import { m, say } from '../../words/index.ts'
import { decoration, group } from '../wall/svg-roles.ts'
import { useSize } from '../wall/use-size.ts'
import { MapMarks } from './MapMarks.tsx'
import styles from './map.module.css'
import { type Scene, sceneOf } from './scene.ts'
import { spotAt } from './spots.ts'
import { useSpotKeys } from './use-spot-keys.ts'
import { cellWords, pointWords } from './wording.ts'

/** What is looked at: a cell by its id, or a point by its place in the answer. */
export interface MapPicked {
  readonly cell: string | null
  readonly point: number | null
}

interface MapViewProps {
  readonly chart: MapChart
  readonly picked: MapPicked
  readonly onCell: (id: string) => void
  readonly onPoint: (point: number) => void
  readonly addressOf: (cell: string) => string
}

/** On paper the drawing is as wide as this many pixels, whatever the screen was. */
const paperWidth = 1000

/** The map as a drawing: cells are links, and the arrow keys go from point to point. */
export function MapView(props: MapViewProps) {
  const frame = useRef<HTMLDivElement>(null)
  const { size, onPaper } = useSize(frame)
  const width = onPaper ? paperWidth : (size?.width ?? 0)
  const scene = useMemo(() => sceneOf(props.chart, width), [props.chart, width])
  return (
    <div ref={frame} className={styles.frame}>
      {width > 0 && <Drawing {...props} scene={scene} />}
    </div>
  )
}

function Drawing({ chart, picked, onCell, onPoint, addressOf, scene }: MapViewProps & { readonly scene: Scene }) {
  const hint = useId()
  const { current, setCurrent, onKeyDown } = useSpotKeys(scene.spots, onPoint)
  const [focused, setFocused] = useState(false)
  const spot = scene.spots[current]
  const here = spot && chart.points[spot.point]
  const open = (event: MouseEvent<HTMLElement>) => {
    const { left, top, width } = event.currentTarget.getBoundingClientRect()
    const scale = scene.width / width
    const found = spotAt(scene.spots, { x: (event.clientX - left) * scale, y: (event.clientY - top) * scale })
    const hit = found === null ? undefined : scene.spots[found]
    if (found === null || !hit) return
    // A point lies on its cell, whose link is not meant then.
    event.preventDefault()
    event.stopPropagation()
    setCurrent(found)
    onPoint(hit.point)
  }
  return (
    <>
      <div
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: no element of HTML takes the arrow keys for what is drawn in it.
        tabIndex={0}
        aria-label={m.map_drawing()}
        aria-describedby={hint}
        className={styles.drawing}
        onKeyDown={onKeyDown}
        onFocus={(event) => setFocused(event.target === event.currentTarget)}
        onBlur={() => setFocused(false)}
        onClickCapture={open}
      >
        <svg
          viewBox={`0 0 ${scene.width} ${scene.height}`}
          className={styles.sheet}
          {...group}
          aria-label={m.map_title()}
        >
          {chart.cells.map((cell, i) => (
            <Cell
              key={cell.id}
              cell={cell}
              box={scene.cells[i]}
              nameSize={scene.nameSize}
              picked={picked.cell === cell.id}
              href={addressOf(cell.id)}
              onOpen={() => onCell(cell.id)}
            />
          ))}
          {chart.cells.map((cell, i) => (
            <CellRows key={cell.id} cell={cell} box={scene.cells[i]} nameSize={scene.nameSize} />
          ))}
          <MapMarks chart={chart} spots={scene.spots} />
          {spot && (focused || picked.point === spot.point) && (
            <circle {...decoration} cx={spot.x} cy={spot.y} r={spot.r + 4} className={styles.ring} />
          )}
        </svg>
      </div>
      <p id={hint} className={styles.hint}>
        {scene.spots.length === 0 ? m.map_no_points() : m.map_keys()}
      </p>
      <p role="status" className={styles.here}>
        {focused && here ? pointWords(here, chart) : ''}
      </p>
    </>
  )
}

/** How many rows a cell has, beside its link: the link says it in full. */
function CellRows({ cell: { counts }, box, nameSize }: Pick<CellProps, 'cell' | 'box' | 'nameSize'>) {
  if (!box) return null
  const rows = counts && Object.values(counts).reduce((all, count) => all + count, 0)
  return (
    <text {...decoration} x={box.x + 12} y={box.y + nameSize * 1.5 + 18} fontSize={13} className={styles.rows}>
      {rows === null ? '—' : m.count_of({ count: rows })}
    </text>
  )
}

interface CellProps {
  readonly cell: MapCell
  readonly box: Scene['cells'][number] | undefined
  readonly nameSize: number
  readonly picked: boolean
  readonly href: string
  readonly onOpen: () => void
}

function Cell({ cell, box, nameSize, picked, href, onOpen }: CellProps) {
  if (!box) return null
  const { x, y, width, height } = box
  const name = say(cell.label)
  return (
    <a
      href={href}
      aria-label={`${name} ${cellWords(cell)}`}
      className={styles.cell}
      data-picked={picked || undefined}
      onClick={(event) => {
        event.preventDefault()
        onOpen()
      }}
    >
      <rect x={x} y={y} width={width} height={height} />
      <text x={x + 12} y={y + nameSize * 1.5} fontSize={nameSize} className={styles.name}>
        {name}
      </text>
    </a>
  )
}
