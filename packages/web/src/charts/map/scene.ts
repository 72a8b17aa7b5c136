import type { MapCell, MapChart, MapMark, MapPoint } from '@guatu/contract'
import { marks } from './marks.ts'
import { closedPath, middleOf, projectionOf } from './project.ts'
import { type Box, type Place, slotsIn } from './slots.ts'
import type { Spot } from './spots.ts'

/** A cell as it is drawn: its outline, and where its name begins or has its middle. */
export interface CellDrawing {
  readonly cell: MapCell
  readonly path: string
  readonly name: Place
}

/** The map laid out for a width: what stands where, in CSS pixels. */
export interface Scene {
  readonly width: number
  readonly height: number
  readonly cells: readonly CellDrawing[]
  readonly nameSize: number
  /** Whether names stand in the middle of their cells. */
  readonly middle: boolean
  readonly spots: readonly Spot[]
  /** Lines and areas that rows lie along, as paths. */
  readonly outlines: readonly string[]
}

const nameSizeFor = (width: number): number => Math.min(24, Math.max(14, width / 8))

const gap = 6
const pitchMax = 24

/** The part of a cell below its name and its counts. */
const roomIn = ({ x, y, width, height }: Box, nameSize: number): Box => {
  const inset = Math.min(12, width / 12)
  const head = nameSize * 2.9
  return { x: x + inset, y: y + head, width: width - 2 * inset, height: height - head - inset }
}

const boxPath = ({ x, y, width, height }: Box): string =>
  closedPath([
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ])

/** Equal cells; the points of each stand in the order of the answer, for nobody knows from here where they lie in it. */
function schematicScene({ schematic, cells, points }: MapChart, width: number, heightMax: number): Scene {
  const pitch = schematic.columns === 0 ? 0 : width / schematic.columns
  const cellHeight = Math.min(Math.max(150, pitch * 0.72), heightMax / Math.max(1, schematic.rows))
  const nameSize = nameSizeFor(pitch)
  const byCell = Map.groupBy(points.keys(), (i) => points[i]?.cell ?? '')
  const laid = cells.map((cell) => ({
    cell,
    here: byCell.get(cell.id) ?? [],
    box: {
      x: cell.column * pitch + gap / 2,
      y: cell.row * cellHeight + gap / 2,
      width: pitch - gap,
      height: cellHeight - gap,
    },
  }))
  return {
    width,
    height: schematic.rows * cellHeight,
    nameSize,
    middle: false,
    cells: laid.map(({ cell, box }) => ({
      cell,
      path: boxPath(box),
      name: { x: box.x + 12, y: box.y + nameSize * 1.5 },
    })),
    spots: laid.flatMap(({ here, box }) => {
      const { pitch: apart, places } = slotsIn(roomIn(box, nameSize), here.length, pitchMax)
      return places.map((place, at): Spot => ({ ...place, point: here[at] ?? 0, r: apart * 0.38 }))
    }),
    outlines: [],
  }
}

/** The corner in the middle of a line, the weight of an area. */
function markPlace({ shape }: MapPoint, places: readonly Place[]): Place | undefined {
  return shape === 'polygon' ? middleOf(places) : places[Math.floor((places.length - 1) / 2)]
}

const linePath = (places: readonly Place[]): string => closedPath(places).replace(/Z$/, '')

/** How large a point is drawn: where many lie on one sheet smaller, but what is late or waits is not. */
function sizesFor(width: number, height: number, points: MapChart['points']): (mark: MapMark) => number {
  const usual = Math.min(8, Math.max(4, width / 130))
  const crowded = Math.max(3, Math.min(usual, Math.sqrt((width * height) / Math.max(1, points.length)) / 6))
  return (mark) => (marks.indexOf(mark) < marks.indexOf('running') ? usual : crowded)
}

/** The office's own boundaries, and every row where it lies. */
function drawnScene({ cells, points }: MapChart, width: number, heightMax: number): Scene {
  const rings = cells.flatMap((cell) => cell.rings ?? [])
  const corners = [...rings.flat(), ...points.flatMap(({ places }) => places)]
  const room = { inset: 14, heightMax: Math.min(heightMax, Math.max(420, width * 0.66)) }
  const { height, place } = projectionOf(corners, width, room)
  const placed = points.map((point) => ({ point, places: point.places.map(place) }))
  const sizeOf = sizesFor(width, height, points)
  return {
    width,
    height,
    nameSize: nameSizeFor(width / 4),
    middle: true,
    cells: cells.flatMap((cell): CellDrawing[] => {
      const shown = cell.rings?.map((ring) => ring.map(place)) ?? []
      const [largest] = shown.toSorted((a, b) => b.length - a.length)
      return largest ? [{ cell, path: shown.map(closedPath).join(''), name: middleOf(largest) }] : []
    }),
    spots: placed.flatMap(({ point, places }, i): Spot[] => {
      const at = markPlace(point, places)
      return at ? [{ ...at, point: i, r: sizeOf(point.mark) }] : []
    }),
    outlines: placed.flatMap(({ point: { shape }, places }) =>
      shape === 'point' ? [] : [shape === 'polygon' ? closedPath(places) : linePath(places)],
    ),
  }
}

const urgency = (points: MapChart['points'], { point }: Spot): number =>
  marks.indexOf(points[point]?.mark ?? 'standing')

/**
 * Lays the map out as wide as asked for and, where that matters, no higher than `heightMax`. Spots come by urgency, then
 * in the order of the answer: of several in one place the first is meant, and painted last.
 */
export function sceneOf(chart: MapChart, width: number, heightMax = Number.POSITIVE_INFINITY): Scene {
  const scene = chart.drawn ? drawnScene(chart, width, heightMax) : schematicScene(chart, width, heightMax)
  const spots = scene.spots.toSorted((a, b) => urgency(chart.points, a) - urgency(chart.points, b))
  return { ...scene, spots }
}
