import type { LonLat } from './area.ts'
import { fromGcj02 } from './gcj02.ts'

// Maps of Baidu shift GCJ-02 once more, BD-09. Baidu publishes a service and no formula; this is the one that has been
// known since 2013 (wandergis/coordtransform carries its vectors).
const turns = (Math.PI * 3000) / 180
const eastBy = 0.0065
const northBy = 0.006

/** Where a map of Baidu shows what other maps in China show there. */
export function toBd09([lon, lat]: LonLat): LonLat {
  const far = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * turns)
  const angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * turns)
  return [far * Math.cos(angle) + eastBy, far * Math.sin(angle) + northBy]
}

// Each round leaves a hundredth of the error of the one before.
const rounds = 6

/** The place that a map of Baidu shows there: both shifts undone, to less than a centimetre. */
export function fromBd09(shown: LonLat): LonLat {
  let other: LonLat = [shown[0] - eastBy, shown[1] - northBy]
  for (let round = 0; round < rounds; round++) {
    const [lon, lat] = toBd09(other)
    other = [other[0] + shown[0] - lon, other[1] + shown[1] - lat]
  }
  return fromGcj02(other)
}
