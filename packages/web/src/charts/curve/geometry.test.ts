import { expect, test } from 'vitest'
import { curveGeometry, margin, pointsOf } from './geometry.ts'

const size = { width: 700, height: 260 }
const year2023 = { from: '2023-01-01', to: '2023-12-31' }
const curve = [
  { on: '2023-01-31', planned: '58', actual: '40' },
  { on: '2023-06-30', planned: '350', actual: '300' },
  { on: '2023-08-15', planned: '436', actual: '330' },
  { on: '2023-12-31', planned: '700', actual: null },
]

test('both lines start at nothing on the first day; the verified one ends where knowledge does', () => {
  const { planned, actual, today, ground, left, right } = curveGeometry(curve, '2023-08-15', year2023, size)
  expect(planned[0]).toEqual({ x: left, y: ground })
  expect(planned.at(-1)?.x).toBe(right)
  expect(actual).toHaveLength(4)
  expect(actual.at(-1)?.x).toBe(today)
})

test('more is higher, later is further right, and all of it inside the frame', () => {
  const { planned, actual } = curveGeometry(curve, '2023-08-15', year2023, size)
  for (const line of [planned, actual]) {
    for (const [i, place] of line.slice(1).entries()) {
      expect(place.x).toBeGreaterThan(line[i]?.x ?? 0)
      expect(place.y).toBeLessThan(line[i]?.y ?? 0)
      expect(place.y).toBeGreaterThanOrEqual(margin.top)
    }
  }
})

test('without a plan or a fact there is no line, and the frame still stands', () => {
  const empty = curveGeometry([{ on: '2023-01-31', planned: null, actual: null }], '2023-02-10', year2023, size)
  expect(empty.planned).toEqual([])
  expect(empty.actual).toEqual([])
  expect(empty.months.map(({ month }) => month)).toEqual([3, 6, 9, 12])
})

test('over two years the ends of halves are named with their year, and each point stands in its own', () => {
  const span = { from: '2023-01-01', to: '2024-12-31' }
  const longer = [...curve, { on: '2024-06-30', planned: '900', actual: null }]
  const { months, planned, right } = curveGeometry(longer, '2023-08-15', span, size)
  expect(months.map(({ year, month }) => [year, month])).toEqual([
    [2023, 6],
    [2023, 12],
    [2024, 6],
    [2024, 12],
  ])
  expect(planned.at(-1)?.x).toBe(months[2]?.x)
  expect(planned.at(-1)?.x).toBeLessThan(right)
})

test('a day outside the year stands at its edge', () => {
  const { today, right } = curveGeometry(curve, '2024-02-01', year2023, size)
  expect(today).toBe(right)
})

test('places become the points of a line', () => {
  expect(
    pointsOf([
      { x: 1, y: 2.26 },
      { x: 3, y: 4 },
    ]),
  ).toBe('1.0,2.3 3.0,4.0')
})
