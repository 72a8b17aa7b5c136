import type { LonLat } from './area.ts'

// Maps in China show GCJ-02, which shifts every place by 100 to 700 m. No standard publishes the shift; the formula is
// the one that has been known since 2013 (emq, Converter.java; googollee/eviltransform carries its vectors), on the
// Krasovsky ellipsoid of 1940. CGCS2000 and WGS 84 differ by centimetres, so one shift serves both.
const semiMajorAxisM = 6_378_245
const eccentricitySquared = 0.006_693_421_622_965_943

const sine = (halfTurns: number): number => Math.sin(halfTurns * Math.PI)

/** How far the shift moves a place, as the formula gives it on its own plane. */
function plainShift(x: number, y: number): LonLat {
  const ripple = 20 * sine(6 * x) + 20 * sine(2 * x)
  const slope = Math.sqrt(Math.abs(x))
  const east = 20 * sine(x) + 40 * sine(x / 3) + 150 * sine(x / 12) + 300 * sine(x / 30)
  const north = 20 * sine(y) + 40 * sine(y / 3) + 160 * sine(y / 12) + 320 * sine(y / 30)
  return [
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * slope + ((ripple + east) * 2) / 3,
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * slope + ((ripple + north) * 2) / 3,
  ]
}

function shiftAt([lon, lat]: LonLat): LonLat {
  const [east, north] = plainShift(lon - 105, lat - 35)
  const radians = (lat * Math.PI) / 180
  const flattened = 1 - eccentricitySquared * Math.sin(radians) ** 2
  const meridian = (semiMajorAxisM * (1 - eccentricitySquared)) / flattened ** 1.5
  const parallel = (semiMajorAxisM / Math.sqrt(flattened)) * Math.cos(radians)
  return [(east * 180) / (parallel * Math.PI), (north * 180) / (meridian * Math.PI)]
}

/** Where a map in China shows a place. */
export function toGcj02(place: LonLat): LonLat {
  const [east, north] = shiftAt(place)
  return [place[0] + east, place[1] + north]
}

// Each round leaves less than a thousandth of the error of the one before.
const rounds = 5

/** The place that a map in China shows there: the shift undone, to less than a centimetre. */
export function fromGcj02(shown: LonLat): LonLat {
  let place = shown
  for (let round = 0; round < rounds; round++) {
    const [east, north] = shiftAt(place)
    place = [shown[0] - east, shown[1] - north]
  }
  return place
}
