import type { MapCell, MapChart, MapMark, MapPoint } from '@guatu/contract'
import { m, say } from '../../words/index.ts'
import { marks } from './marks.ts'

const names: Readonly<Record<MapMark, () => string>> = {
  late: m.map_mark_late,
  waiting: m.map_mark_waiting,
  running: m.map_mark_running,
  ended: m.map_mark_ended,
  standing: m.map_mark_standing,
}

export const markName = (mark: MapMark): string => names[mark]()

/** What a row is called: by its name, else by its number. */
export const pointName = ({ name, number }: MapPoint): string => (name === '' ? number : name)

/** A point in one line: what it is, of which register, and how it stands. */
export function pointWords(point: MapPoint, { layers }: Pick<MapChart, 'layers'>): string {
  const layer = layers.find(({ id }) => id === point.layer)
  const parts = [pointName(point), layer ? say(layer.label) : '', markName(point.mark)]
  return [...parts, point.status ? say(point.status) : ''].filter((part) => part !== '').join(' · ')
}

/** The rows of a cell in words; what is not theirs to see is said as that, and what has no coordinates is counted. */
export function cellWords({ counts, unplaced }: MapCell): string {
  if (counts === null) return m.map_cell_closed()
  const told = marks.flatMap((mark) => {
    const count = counts[mark] ?? 0
    return count > 0 ? [m.map_cell_count({ mark: markName(mark), count })] : []
  })
  const all = told.length === 0 ? m.map_cell_none() : told.join(m.map_comma())
  return unplaced > 0 ? `${all}${m.map_comma()}${m.map_cell_unplaced({ count: unplaced })}` : all
}
