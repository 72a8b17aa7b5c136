import { scaleLinear } from 'd3-scale'

/** A day of the curve: planned and verified amounts as exact text, null where there is none. */
export interface CurvePoint {
  readonly on: string
  readonly planned: string | null
  readonly actual: string | null
}

/** The first and the last day of the curve, each at an end of a year. */
export interface CurveSpan {
  readonly from: string
  readonly to: string
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Place {
  readonly x: number
  readonly y: number
}

export interface CurveGeometry {
  readonly planned: readonly Place[]
  readonly actual: readonly Place[]
  readonly today: number
  /** Amounts along the left, in the stored unit. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
  /** Ends of quarters; over more than one year ends of halves, each with its year. */
  readonly months: readonly { readonly year: number | null; readonly month: number; readonly x: number }[]
  readonly ground: number
  readonly left: number
  readonly right: number
}

export const margin = { top: 18, right: 24, bottom: 30, left: 64 }

const dayNumber = (on: string): number => Date.parse(`${on}T00:00:00Z`) / 86_400_000

/** Where everything of the curve stands. Places are for drawing only; nothing is compared by them. */
export function curveGeometry(curve: readonly CurvePoint[], on: string, span: CurveSpan, size: Size): CurveGeometry {
  const left = margin.left
  const right = size.width - margin.right
  const ground = size.height - margin.bottom
  const x = scaleLinear([dayNumber(span.from), dayNumber(span.to)], [left, right]).clamp(true)
  const amounts = curve.flatMap((point) => [point.planned, point.actual]).map((value) => Number(value ?? 0))
  const y = scaleLinear([0, Math.max(1, ...amounts)], [ground, margin.top]).nice(4)
  const line = (of: 'planned' | 'actual'): Place[] => {
    const known = curve.filter((point) => point[of] !== null)
    const places = known.map((point) => ({ x: x(dayNumber(point.on)), y: y(Number(point[of])) }))
    return places.length === 0 ? [] : [{ x: left, y: ground }, ...places]
  }
  return {
    planned: line('planned'),
    actual: line('actual'),
    today: x(dayNumber(on)),
    ticks: y.ticks(Math.min(4, Math.max(1, ...amounts))).map((value) => ({ value, y: y(value) })),
    months: monthsOf(span).map((one) => ({ ...one.label, x: x(dayNumber(monthEnd(one.year, one.label.month))) })),
    ground,
    left,
    right,
  }
}

function monthsOf({ from, to }: CurveSpan) {
  const first = Number(from.slice(0, 4))
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, i) => first + i)
  const isOne = years.length === 1
  return years.flatMap((year) =>
    (isOne ? [3, 6, 9, 12] : [6, 12]).map((month) => ({ year, label: { year: isOne ? null : year, month } })),
  )
}

const monthEnd = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

/** Places as the points of a polyline. */
export const pointsOf = (places: readonly Place[]): string =>
  places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
