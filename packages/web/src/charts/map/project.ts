import type { Box, Place } from './slots.ts'

type LonLat = readonly [lon: number, lat: number]

/** Both ends of a list of figures, without handing thousands of them to one call. */
function span(values: readonly number[]): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)]
  return [least, most]
}

export interface Projection {
  readonly width: number
  readonly height: number
  readonly place: (lonLat: LonLat) => Place
}

/**
 * Lays degrees on a plane as wide as asked for, north above. A sub-district is a few kilometres wide: the plane at its own
 * latitude is true to a pixel there, and whichever way round a ring goes, it encloses what lies within.
 */
export function projectionOf(
  all: readonly LonLat[],
  width: number,
  { inset, heightMax }: { inset: number; heightMax: number },
): Projection {
  const [west, east] = span(all.map(([lon]) => lon))
  const [south, north] = span(all.map(([, lat]) => lat))
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const [across, up] = [(east - west) * narrowing, north - south]
  const room: Pick<Box, 'width' | 'height'> = { width: width - 2 * inset, height: heightMax - 2 * inset }
  const least = 1e-9
  const scale = Math.min(room.width / Math.max(across, least), room.height / Math.max(up, least))
  const left = inset + (room.width - across * scale) / 2
  return {
    width,
    height: up * scale + 2 * inset,
    place: ([lon, lat]) => ({
      x: left + (lon - west) * narrowing * scale,
      y: inset + (north - lat) * scale,
    }),
  }
}

/** Places as a closed path. */
export const closedPath = (places: readonly Place[]): string =>
  places.length === 0 ? '' : `M${places.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`

/** Where the weight of a ring lies; the middle of its corners where it has no area. */
export function middleOf(ring: readonly Place[]): Place {
  const [first = { x: 0, y: 0 }] = ring
  let [area, x, y] = [0, 0, 0]
  for (const [i, a] of ring.entries()) {
    const b = ring[(i + 1) % ring.length] ?? first
    // From the first corner, so that large figures do not swallow small ones.
    const [ax, ay, bx, by] = [a.x - first.x, a.y - first.y, b.x - first.x, b.y - first.y]
    const twice = ax * by - bx * ay
    area += twice
    x += (ax + bx) * twice
    y += (ay + by) * twice
  }
  if (Math.abs(area) > 1e-6) return { x: first.x + x / (3 * area), y: first.y + y / (3 * area) }
  const count = Math.max(1, ring.length)
  return {
    x: ring.reduce((all, place) => all + place.x, 0) / count,
    y: ring.reduce((all, place) => all + place.y, 0) / count,
  }
}
