import { accept, catalogue, type Result, reject } from '../../shared/index.ts'
import { geometryFrom } from '../columns/geometry-text.ts'
import { isInChina, type LonLat } from './area.ts'

/** What may be wrong with a boundary that somebody brings in. */
export const areaProblems = catalogue({
  'area.unreadable': {
    kind: 'invalid',
    says: () => ({ zh: '看不懂这份范围。', en: 'The boundary cannot be read.' }),
    next: {
      zh: '请贴一个面（GeoJSON 的 Polygon），或者写四个数：西、南、东、北，例如 113.74,22.68,113.80,22.74。',
      en: 'Paste one area (a GeoJSON Polygon), or four figures: west, south, east, north.',
    },
  },
  'area.several': {
    kind: 'invalid',
    says: () => ({ zh: '里面不止一个面。', en: 'There is more than one area in it.' }),
    next: { zh: '请只留一个面，没有洞，最多5000个角。', en: 'Leave one area without holes, of at most 5000 corners.' },
  },
  'area.swapped': {
    kind: 'invalid',
    says: () => ({
      zh: '这些度数不在国内，经度和纬度像是反了。',
      en: 'These degrees lie outside China; longitude and latitude seem exchanged.',
    }),
    next: { zh: '请先写经度，再写纬度。', en: 'Write longitude first.' },
  },
  'area.too_large': {
    kind: 'invalid',
    says: (f: { km: number }) => ({
      zh: `范围有${f.km}公里宽，不像一个街道。`,
      en: `It is ${f.km} km wide, too much for a sub-district.`,
    }),
    next: { zh: '请核对是不是贴了全区、全市的范围。', en: 'Check whether it is that of the district or the city.' },
  },
})

const kmPerDegree = 111.32
// The largest sub-districts and townships are some 100 km across; a prefecture is more. Our own figure.
const kmMax = 150

const box = /^\s*(-?\d+(?:\.\d+)?)[\s,，、]+(-?\d+(?:\.\d+)?)[\s,，、]+(-?\d+(?:\.\d+)?)[\s,，、]+(-?\d+(?:\.\d+)?)\s*$/

function boxFrom(text: string): readonly LonLat[] | null {
  const found = box.exec(text)
  if (!found) return null
  const [west = 0, south = 0, east = 0, north = 0] = found.slice(1).map(Number)
  if (west >= east || south >= north) return null
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
}

/** The one geometry of a collection of one, as text; else the text as it is. */
function onlyOne(text: string): string | null {
  if (!text.trim().startsWith('{')) return text
  try {
    const read = JSON.parse(text) as { readonly type?: unknown; readonly features?: unknown }
    if (read.type !== 'FeatureCollection') return text
    const features = Array.isArray(read.features) ? (read.features as readonly unknown[]) : []
    return features.length === 1 ? JSON.stringify(features[0]) : null
  } catch {
    return text
  }
}

function wideKm(ring: readonly LonLat[]): number {
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)]
  const span = (all: readonly number[]) => Math.max(...all) - Math.min(...all)
  const across = span(lons) * kmPerDegree * Math.cos((Math.min(...lats) * Math.PI) / 180)
  return Math.round(Math.max(across, span(lats) * kmPerDegree))
}

const cornersMax = 5_000

/** Reads a boundary, one area as GeoJSON or a box of four figures, as its corners in degrees of CGCS2000. */
export function areaFrom(text: string): Result<readonly LonLat[]> {
  const single = onlyOne(text)
  if (single === null || /"MultiPolygon"/.test(single)) return reject(areaProblems('area.several', {}))
  const read = geometryFrom(single)
  const ring =
    boxFrom(single) ??
    (read?.shape === 'polygon' ? read.points.map(([lon, lat]): LonLat => [Number(lon), Number(lat)]) : null)
  if (!ring || ring.length < 3) return reject(areaProblems('area.unreadable', {}))
  if (ring.length > cornersMax) return reject(areaProblems('area.several', {}))
  if (!ring.every(isInChina)) return reject(areaProblems('area.swapped', {}))
  const km = wideKm(ring)
  return km > kmMax ? reject(areaProblems('area.too_large', { km })) : accept(ring)
}
