import { accept, catalogue, type Problem, type Result, reject } from '../../shared/index.ts'
import { isInChina, type LonLat, liesIn, type OfficeArea } from './area.ts'
import { fromBd09 } from './bd09.ts'
import { fromGcj02 } from './gcj02.ts'

/** A community on the map: its rings, holes as rings of their own. */
export interface CommunityArea {
  readonly name: string
  readonly rings: readonly (readonly LonLat[])[]
}

/** What may be wrong with a map of the communities that somebody brings in. */
export const communityMapProblems = catalogue({
  'community_map.no_communities': {
    kind: 'conflict',
    says: () => ({ zh: '本单位还没有社区，画不了社区边界。', en: 'The office has no communities to be drawn.' }),
    next: { zh: '请先在「人员和岗位」里加上社区。', en: 'Add them on the page of people and posts first.' },
  },
  'community_map.unreadable': {
    kind: 'invalid',
    says: () => ({ zh: '看不懂这份社区边界。', en: 'The boundaries of the communities cannot be read.' }),
    next: {
      zh: '请用 GeoJSON 的 FeatureCollection，一个社区一个要素，都是面（Polygon 或 MultiPolygon）。',
      en: 'Use a FeatureCollection of GeoJSON, one feature a community, each a Polygon or MultiPolygon.',
    },
  },
  'community_map.system': {
    kind: 'invalid',
    says: (f: { system: string }) => ({
      zh: `坐标系写的是${f.system}，不是经纬度的 CGCS2000。`,
      en: `Its coordinates are in ${f.system}, not in degrees of CGCS2000.`,
    }),
    next: {
      zh: '请在导出时选 CGCS2000 经纬度（EPSG:4490）。',
      en: 'Export it in degrees of CGCS2000 (EPSG:4490).',
    },
  },
  'community_map.too_fine': {
    kind: 'invalid',
    says: (f: { corners: number; cornersMax: number }) => ({
      zh: `边界一共${f.corners}个角，最多${f.cornersMax}个。`,
      en: `The boundaries have ${f.corners} corners; at most ${f.cornersMax} are taken.`,
    }),
    next: { zh: '请在导出时简化边界。', en: 'Simplify the boundaries on export.' },
  },
  'community_map.unnamed': {
    kind: 'invalid',
    says: (f: { position: number }) => ({
      zh: `第${f.position}个要素没有写是哪个社区，或写的不是本单位的社区。`,
      en: `Feature ${f.position} does not say which community of the office it is.`,
    }),
    next: {
      zh: '请在属性里写社区的名字，和「人员和岗位」里的一样；新的社区先在那里加上。',
      en: 'Give each a property with the name of the community as on the page of people and posts.',
    },
  },
  'community_map.twice': {
    kind: 'invalid',
    says: (f: { name: string }) => ({ zh: `「${f.name}」有两个要素。`, en: `“${f.name}” is there twice.` }),
    next: { zh: '请合成一个要素（MultiPolygon）。', en: 'Join them to one feature (MultiPolygon).' },
  },
  'community_map.missing': {
    kind: 'invalid',
    says: (f: { names: string }) => ({ zh: `少了${f.names}。`, en: `${f.names} is not there.` }),
    next: { zh: '请把每个社区都画上。', en: 'Draw every community.' },
  },
  'community_map.swapped': {
    kind: 'invalid',
    says: (f: { name: string }) => ({
      zh: `「${f.name}」的度数不在国内，经度和纬度像是反了。`,
      en: `The degrees of “${f.name}” lie outside China; longitude and latitude seem exchanged.`,
    }),
    next: { zh: '请先写经度，再写纬度。', en: 'Write longitude first.' },
  },
  'community_map.shifted': {
    kind: 'invalid',
    says: (f: { name: string; map: string; mapEn: string }) => ({
      zh: `「${f.name}」的边界出了辖区范围，像是${f.map}的坐标。`,
      en: `“${f.name}” lies outside the boundary; its coordinates look like those of ${f.mapEn}.`,
    }),
    next: { zh: '请换算成 CGCS2000 再上传。', en: 'Convert it to CGCS2000 first.' },
  },
  'community_map.outside': {
    kind: 'invalid',
    says: (f: { name: string; metres: number }) => ({
      zh: `「${f.name}」的边界出了辖区范围${f.metres}米以外。`,
      en: `“${f.name}” lies more than ${f.metres} m outside the boundary of the office.`,
    }),
    next: { zh: '请核对边界；范围画得不对的，先改范围。', en: 'Check it, or mend the boundary of the office first.' },
  },
})

// As many as the boundary of an office itself may have; each of them is held against that.
const cornersMax = 5_000

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function parsed(text: string): Json | null {
  try {
    const read: unknown = JSON.parse(text)
    return isObject(read) && read.type === 'FeatureCollection' ? read : null
  } catch {
    return null
  }
}

// RFC 7946 knows degrees of WGS 84 alone; older files name their system, these three are the same to a decimetre.
const degreesSystems = /(?:CRS:?84|EPSG:{1,2}4326|EPSG:{1,2}4490)$/i

function otherSystem({ crs }: Json): string | null {
  const named = isObject(crs) && isObject(crs.properties) ? String(crs.properties.name ?? '') : ''
  return named === '' || degreesSystems.test(named) ? null : named
}

const cornerOf = (value: unknown): LonLat | null => {
  const [lon, lat] = listOf(value)
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null
}

/** A ring without its first corner said again; null where it is none. */
function ringOf(value: unknown): readonly LonLat[] | null {
  const corners = listOf(value).map(cornerOf)
  if (!corners.every((corner) => corner !== null)) return null
  const [first] = corners
  const last = corners.at(-1)
  const open = first && last && first[0] === last[0] && first[1] === last[1] ? corners.slice(0, -1) : corners
  return open.length < 3 ? null : open
}

function ringsOf(geometry: unknown): readonly (readonly LonLat[])[] | null {
  if (!isObject(geometry)) return null
  const { type, coordinates } = geometry
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? listOf(coordinates) : []
  const rings = polygons.flatMap((polygon) => listOf(polygon).map(ringOf))
  return rings.length > 0 && rings.every((ring) => ring !== null) ? rings : null
}

const shortName = (name: string): string => name.trim().replace(/社区$/, '')

/** The community that the properties of a feature name, with or without 社区 behind; null where they name none or two. */
function nameIn(properties: unknown, names: readonly string[]): string | null {
  const byShort = new Map(names.map((name) => [shortName(name), name]))
  const said = isObject(properties) ? Object.values(properties) : []
  const found = new Set(
    said.flatMap((value) => (typeof value === 'string' ? (byShort.get(shortName(value)) ?? []) : [])),
  )
  const [only] = found
  return found.size === 1 ? (only ?? null) : null
}

const shifts = [
  [fromGcj02, '手机地图', 'a map on a phone'],
  [fromBd09, '百度地图', 'a map of Baidu'],
] as const

function astray({ name, rings }: CommunityArea, area: OfficeArea | null): Problem | null {
  const corners = rings.flat()
  if (!corners.every(isInChina)) return communityMapProblems('community_map.swapped', { name })
  if (!area || corners.every((corner) => liesIn(area, corner))) return null
  const shift = shifts.find(([undone]) => corners.every((corner) => liesIn(area, undone(corner))))
  if (!shift) return communityMapProblems('community_map.outside', { name, metres: area.marginM })
  const [, map, mapEn] = shift
  return communityMapProblems('community_map.shifted', { name, map, mapEn })
}

interface Against {
  /** The communities of the office; each has to be there once. */
  readonly names: readonly string[]
  /** Null while the office has drawn no boundary: then nothing lies outside. */
  readonly area: OfficeArea | null
}

function named(features: readonly unknown[], names: readonly string[]): Result<readonly CommunityArea[]> {
  const found = new Map<string, CommunityArea>()
  for (const [i, feature] of features.entries()) {
    const rings = isObject(feature) ? ringsOf(feature.geometry) : null
    if (!isObject(feature) || !rings) return reject(communityMapProblems('community_map.unreadable', {}))
    const name = nameIn(feature.properties, names)
    if (name === null) return reject(communityMapProblems('community_map.unnamed', { position: i + 1 }))
    if (found.has(name)) return reject(communityMapProblems('community_map.twice', { name }))
    found.set(name, { name, rings })
  }
  const missing = names.filter((name) => !found.has(name))
  if (missing.length > 0) return reject(communityMapProblems('community_map.missing', { names: missing.join('、') }))
  return accept(names.flatMap((name) => found.get(name) ?? []))
}

/** Reads the boundaries of the communities from GeoJSON, in degrees of CGCS2000 and the order of `names`. */
export function communitiesFrom(text: string, { names, area }: Against): Result<readonly CommunityArea[]> {
  if (names.length === 0) return reject(communityMapProblems('community_map.no_communities', {}))
  const read = parsed(text)
  const features = listOf(read?.features)
  if (!read || features.length === 0) return reject(communityMapProblems('community_map.unreadable', {}))
  const system = otherSystem(read)
  if (system !== null) return reject(communityMapProblems('community_map.system', { system }))
  const all = named(features, names)
  if (!all.ok) return all
  const corners = all.value.reduce((sum, { rings }) => sum + rings.flat().length, 0)
  if (corners > cornersMax) return reject(communityMapProblems('community_map.too_fine', { corners, cornersMax }))
  const wrong = all.value.map((one) => astray(one, area)).find((problem) => problem !== null)
  return wrong ? reject(wrong) : all
}
