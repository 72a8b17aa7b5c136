import type { MapChart } from '@guatu/contract'
import { type Box, slotsIn } from './slots.ts'
import type { Spot } from './spots.ts'

/** The map laid out for a width: what stands where, in CSS pixels. */
export interface Scene {
  readonly width: number
  readonly height: number
  /** The cells in the order of the answer. */
  readonly cells: readonly Box[]
  /** Where the name of a cell begins, and how large it is. */
  readonly nameSize: number
  readonly spots: readonly Spot[]
}

const gap = 6
const pitchMax = 24

/** The part of a cell below its name and its counts. */
const roomIn = ({ x, y, width, height }: Box, nameSize: number): Box => {
  const inset = Math.min(12, width / 12)
  const head = nameSize * 2.9
  return { x: x + inset, y: y + head, width: width - 2 * inset, height: height - head - inset }
}

/** Equal cells; the points of each stand in the order of the answer, for nobody knows from here where they lie in it. */
export function sceneOf({ schematic, cells, points }: MapChart, width: number): Scene {
  const pitch = schematic.columns === 0 ? 0 : width / schematic.columns
  const cellHeight = Math.max(150, pitch * 0.72)
  const nameSize = Math.min(24, Math.max(14, pitch / 8))
  const boxes = cells.map(({ column, row }) => ({
    x: column * pitch + gap / 2,
    y: row * cellHeight + gap / 2,
    width: pitch - gap,
    height: cellHeight - gap,
  }))
  const byCell = Map.groupBy(points.keys(), (i) => points[i]?.cell ?? '')
  const spots = cells.flatMap(({ id }, i) => {
    const here = byCell.get(id) ?? []
    const box = boxes[i]
    if (!box) return []
    const slots = slotsIn(roomIn(box, nameSize), here.length, pitchMax)
    return slots.places.map((place, at): Spot => ({ ...place, point: here[at] ?? 0, r: slots.pitch * 0.38 }))
  })
  return { width, height: schematic.rows * cellHeight, cells: boxes, nameSize, spots }
}
