import type { Place } from './slots.ts'

/** A mark on the map, by the place of its point in the answer. */
export interface Spot extends Place {
  readonly point: number
  readonly r: number
}

const between = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.y - b.y)

// The width of a finger is forgiven, as far as nothing else lies nearer.
const forgiven = 12

function nearest(spots: readonly Spot[], distance: (spot: Spot) => number | null): number | null {
  let found: number | null = null
  let least = Number.POSITIVE_INFINITY
  for (const [i, spot] of spots.entries()) {
    const far = distance(spot)
    if (far !== null && far < least) [found, least] = [i, far]
  }
  return found
}

/** The spot that a click means: the nearest, where it is near enough. */
export const spotAt = (spots: readonly Spot[], at: Place): number | null =>
  nearest(spots, (spot) => {
    const far = between(spot, at)
    return far <= Math.max(spot.r, forgiven) ? far : null
  })

const ways: Readonly<Record<string, Place>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
}

const pageOf: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1 }

/**
 * The spot that a key leads to from another: with an arrow the nearest that lies more that way than aside; with Page Up
 * and Page Down the one before or behind it in order, by which every spot is reached; with Home and End the first and
 * the last. Null where there is none, or the key is another.
 */
export function spotBeside(spots: readonly Spot[], from: number, key: string): number | null {
  const here = spots[from]
  if (!here) return null
  if (key === 'Home') return 0
  if (key === 'End') return spots.length - 1
  const page = pageOf[key]
  if (page !== undefined) return spots[from + page] ? from + page : null
  const way = ways[key]
  if (!way) return null
  return nearest(spots, (spot) => {
    const [x, y] = [spot.x - here.x, spot.y - here.y]
    const along = x * way.x + y * way.y
    const aside = Math.abs(x * way.y) + Math.abs(y * way.x)
    // What lies straight on is nearer than what lies as far to the side.
    return along > 0.5 && aside <= along ? along + 2 * aside : null
  })
}
