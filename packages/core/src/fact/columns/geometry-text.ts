import { type Decimal, decimal, isDecimal } from '../../shared/index.ts'
import type { Coordinates, Shape } from './value.ts'

type Point = Coordinates['points'][number]

const geometryTypes: Readonly<Record<string, Shape>> = { Point: 'point', LineString: 'line', Polygon: 'polygon' }
const typeOf = (shape: Shape): string => Object.entries(geometryTypes).find(([, one]) => one === shape)?.[0] ?? 'Point'

const pair = ([lon, lat]: Point): string => `[${lon},${lat}]`

/** A ring says its first corner again at its end, as GeoJSON asks. */
const closed = (points: readonly Point[]): readonly Point[] => [...points, ...points.slice(0, 1)]

/**
 * Places as text: a point `113.76,22.70`, longitude first; a line or an area as GeoJSON, its digits exact. Those of a
 * map on a phone say so in front.
 */
export function geometryText(place: Coordinates): string {
  const { system, shape, points } = place
  const mark = system === 'CGCS2000' ? '' : `${system} `
  return shape === 'point' ? `${mark}${points[0]?.join(',') ?? ''}` : `${mark}${geometryJson(place)}`
}

/** A place as the geometry of GeoJSON, its digits exact. */
export function geometryJson({ shape, points }: Coordinates): string {
  const listed = (shape === 'polygon' ? closed(points) : points).map(pair).join(',')
  const lists = { point: listed, line: `[${listed}]`, polygon: `[[${listed}]]` }
  return `{"type":"${typeOf(shape)}","coordinates":${lists[shape]}}`
}

/** A degree as written in JSON: `113.760` and `1.1376e2` are the places of a figure, never of a word. */
const degreeOf = (value: unknown): Decimal | null => {
  const text = typeof value === 'string' ? value.trim() : String(value)
  return isDecimal(text) ? decimal(text) : null
}

function pointOf(value: unknown): Point | null {
  if (!Array.isArray(value) || value.length < 2 || value.length > 3) return null
  const [lon, lat] = [degreeOf(value[0]), degreeOf(value[1])]
  return lon !== null && lat !== null ? [lon, lat] : null
}

function pointsOf(value: unknown): readonly Point[] | null {
  if (!Array.isArray(value)) return null
  const points = value.map(pointOf)
  return points.every((point) => point !== null) ? points : null
}

const isSame = (one: Point | undefined, other: Point | undefined): boolean =>
  one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1]

/** The corners of a ring without the first said again at its end. */
const opened = (points: readonly Point[]): readonly Point[] =>
  points.length > 1 && isSame(points[0], points.at(-1)) ? points.slice(0, -1) : points

// Figures stay the digits that were written: a reviver is told them where the runtime can tell.
const exact = (_key: string, value: unknown, told?: { readonly source?: string }): unknown =>
  typeof value === 'number' ? (told?.source ?? value) : value

function parsed(text: string): unknown {
  try {
    return JSON.parse(text, exact as (key: string, value: unknown) => unknown)
  } catch {
    return null
  }
}

function fromGeoJson(text: string): Pick<Coordinates, 'shape' | 'points'> | null {
  const read = parsed(text)
  const found = typeof read === 'object' && read !== null && 'geometry' in read ? read.geometry : read
  if (typeof found !== 'object' || found === null || !('type' in found) || !('coordinates' in found)) return null
  const shape = Object.hasOwn(geometryTypes, String(found.type)) ? geometryTypes[String(found.type)] : undefined
  const listed = Array.isArray(found.coordinates) ? (found.coordinates as readonly unknown[]) : []
  if (!shape) return null
  if (shape === 'point') {
    const point = pointOf(listed)
    return point && { shape, points: [point] }
  }
  // An area with a hole has a second ring, which no column can keep.
  if (shape === 'polygon' && listed.length !== 1) return null
  const points = pointsOf(shape === 'polygon' ? listed[0] : listed)
  return points && { shape, points: shape === 'polygon' ? opened(points) : points }
}

function fromPair(text: string): Pick<Coordinates, 'shape' | 'points'> | null {
  const parts = text
    .replace(/[()（）[\]°东经北纬EN]/g, ' ')
    .split(/[\s,，、;；]+/)
    .filter((part) => part !== '')
  const point = parts.length === 2 ? pointOf(parts) : null
  return point && { shape: 'point', points: [point] }
}

const shifted = /^\s*(?:GCJ-?02|高德|腾讯|火星)(?:坐标)?[\s:：]*/i
const shiftedTwice = /^\s*(?:BD-?09|百度)(?:坐标)?[\s:：]*/i
const national = /^\s*(?:CGCS-?2000|国家(?:2000)?|WGS-?84)(?:坐标)?[\s:：]*/i

/** Reads places as `geometryText` writes them, also with their system named in front; null where the words are none. */
export function geometryFrom(text: string): Coordinates | null {
  const system = shifted.test(text) ? 'GCJ-02' : shiftedTwice.test(text) ? 'BD-09' : 'CGCS2000'
  const plain = text.replace(shifted, '').replace(shiftedTwice, '').replace(national, '').normalize('NFKC').trim()
  const read = plain.startsWith('{') ? fromGeoJson(plain) : fromPair(plain)
  return read && { system, ...read }
}
