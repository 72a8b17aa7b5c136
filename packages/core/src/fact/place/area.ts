/** Longitude and latitude in degrees, CGCS2000 unless said otherwise. */
export type LonLat = readonly [lon: number, lat: number]

/** 辖区范围: the office's own boundary, and how far outside it a place may still lie. */
export interface OfficeArea {
  /** Corners in order; the last joins the first. */
  readonly ring: readonly LonLat[]
  readonly marginM: number
}

/** Whether degrees can be a place in China at all. */
export const isInChina = ([lon, lat]: LonLat): boolean => lon > 73 && lon < 136 && lat > 3 && lat < 54

const metresPerDegree = 111_320

// A sub-district is a few kilometres wide: a plane at its own latitude is exact to centimetres there.
function metresFrom([lon, lat]: LonLat): (place: LonLat) => readonly [number, number] {
  const eastward = metresPerDegree * Math.cos((lat * Math.PI) / 180)
  return (place) => [(place[0] - lon) * eastward, (place[1] - lat) * metresPerDegree]
}

function edges(ring: readonly LonLat[]): readonly (readonly [LonLat, LonLat])[] {
  return ring.flatMap((from, at) => {
    const to = ring[(at + 1) % ring.length]
    return to ? [[from, to] as const] : []
  })
}

function encloses(ring: readonly LonLat[], [lon, lat]: LonLat): boolean {
  const crossed = edges(ring).filter(
    ([from, to]) =>
      from[1] > lat !== to[1] > lat && lon < ((to[0] - from[0]) * (lat - from[1])) / (to[1] - from[1]) + from[0],
  )
  return crossed.length % 2 === 1
}

function metresToEdge(place: LonLat, [from, to]: readonly [LonLat, LonLat]): number {
  const plane = metresFrom(place)
  const [ax, ay] = plane(from)
  const [bx, by] = plane(to)
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length))
  return Math.hypot(ax + along * dx, ay + along * dy)
}

/** Whether a place lies inside the boundary or within its margin. */
export const liesIn = ({ ring, marginM }: OfficeArea, place: LonLat): boolean =>
  encloses(ring, place) || edges(ring).some((edge) => metresToEdge(place, edge) <= marginM)
