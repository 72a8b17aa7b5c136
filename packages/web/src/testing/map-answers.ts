import type { MapChart, MapMark } from '@guatu/contract'

const marks: readonly MapMark[] = ['late', 'waiting', 'running', 'ended', 'standing']
const names = ['示例甲社区', '示例乙社区', '示例丙社区', '示例丁社区', '示例戊社区', '示例己社区', '示例庚社区']

/** A map of seven communities with as many invented points as asked for. */
export const mapOf = (points: number): MapChart => ({
  on: '2023-08-15',
  knownAt: '2023-08-15T02:00:00.000Z',
  partial: false,
  layers: [{ id: 'facility', label: { zh: '设施台账', en: 'Facilities' }, rows: points }],
  drawn: null,
  schematic: { columns: 4, rows: 2 },
  cells: names.map((name, i) => ({
    id: name,
    label: { zh: name, en: name },
    column: i % 4,
    row: Math.floor(i / 4),
    rings: null,
    counts: { running: Math.ceil(points / names.length) },
    unplaced: i,
  })),
  points: Array.from({ length: points }, (_, i) => ({
    id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
    layer: 'facility',
    number: `SS-2023-${String(i + 1).padStart(5, '0')}`,
    name: `示例设施${i + 1}`,
    mark: marks[i % marks.length] ?? 'standing',
    status: null,
    cell: names[i % names.length] ?? '',
    shape: 'point' as const,
    places: [[113.76, 22.71]],
  })),
  omitted: 0,
})
