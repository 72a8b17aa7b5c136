import type { MapChart } from '@guatu/contract'
import { type MouseEvent, useId, useMemo, useRef, useState } from 'react'
import { m, say } from '../../words/index.ts'
import { decoration, group } from '../wall/svg-roles.ts'
import { useSize } from '../wall/use-size.ts'
import { MapCanvas } from './MapCanvas.tsx'
import { MapMarks } from './MapMarks.tsx'
import styles from './map.module.css'
import { type CellDrawing, type Scene, sceneOf } from './scene.ts'
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

/** So many points are elements of the page; more are painted on a canvas. On paper they are always drawn as lines. */
const svgSpotsMax = 3000

/** The drawing on a sheet of A3, whatever the screen was: heading, legend and list stand beside it. */
const paper = { width: 1000, height: 640 }

/** The map as a drawing: cells are links, and the arrow keys go from point to point. */
export function MapView(props: MapViewProps) {
  const frame = useRef<HTMLDivElement>(null)
  const { size, onPaper } = useSize(frame)
  const width = onPaper ? paper.width : (size?.width ?? 0)
  const scene = useMemo(
    () => sceneOf(props.chart, width, onPaper ? paper.height : undefined),
    [props.chart, width, onPaper],
  )
  return (
    <div ref={frame} className={styles.frame}>
      {width > 0 && <Drawing {...props} scene={scene} onCanvas={!onPaper && scene.spots.length > svgSpotsMax} />}
    </div>
  )
}

function Drawing({
  chart,
  picked,
  onCell,
  onPoint,
  addressOf,
  scene,
  onCanvas,
}: MapViewProps & { readonly scene: Scene; readonly onCanvas: boolean }) {
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
          {scene.cells.map((drawing) => (
            <Cell
              key={drawing.cell.id}
              drawing={drawing}
              picked={picked.cell === drawing.cell.id}
              href={addressOf(drawing.cell.id)}
              onOpen={() => onCell(drawing.cell.id)}
            />
          ))}
          <g {...decoration} className={styles.outlines}>
            {scene.outlines.map((path) => (
              <path key={path} d={path} />
            ))}
          </g>
          {!onCanvas && <MapMarks chart={chart} spots={scene.spots} />}
          {scene.cells.map((drawing) => (
            <CellWords key={drawing.cell.id} drawing={drawing} scene={scene} />
          ))}
          {spot && (focused || picked.point === spot.point) && (
            <circle {...decoration} cx={spot.x} cy={spot.y} r={spot.r + 4} className={styles.ring} />
          )}
        </svg>
        {onCanvas && <MapCanvas points={chart.points} scene={scene} />}
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

interface CellProps {
  readonly drawing: CellDrawing
  readonly scene: Scene
}

/** The name of a cell and how many rows it has, over the points; its link says it in full. */
function CellWords({ drawing: { cell, name }, scene }: CellProps) {
  const rows = cell.counts && Object.values(cell.counts).reduce((all, count) => all + count, 0)
  return (
    <g {...decoration} className={styles.words} textAnchor={scene.middle ? 'middle' : 'start'}>
      <text x={name.x} y={name.y} fontSize={scene.nameSize} className={styles.name}>
        {say(cell.label)}
      </text>
      <text x={name.x} y={name.y + 18} fontSize={13} className={styles.rows}>
        {rows === null ? '—' : m.count_of({ count: rows })}
      </text>
    </g>
  )
}

interface CellLinkProps extends Pick<CellProps, 'drawing'> {
  readonly picked: boolean
  readonly href: string
  readonly onOpen: () => void
}

function Cell({ drawing: { cell, path }, picked, href, onOpen }: CellLinkProps) {
  return (
    <a
      href={href}
      aria-label={`${say(cell.label)} ${cellWords(cell)}`}
      className={styles.cell}
      data-picked={picked || undefined}
      onClick={(event) => {
        event.preventDefault()
        onOpen()
      }}
    >
      <path d={path} fillRule="evenodd" />
    </a>
  )
}
