import type * as contract from '@guatu/contract'
import { type MapMark, mapMarkOf, schematicOf } from '@guatu/core/document'
import { communityWords, outsideTheOffice, streetLevel } from '@guatu/core/fact'
import type { Within } from '@guatu/core/office'
import type { AsOf, Words } from '@guatu/core/shared'
import { communityMapOf, type Layer, type RowOnMap, rowsOnMap } from '../fact/index.ts'
import { isOpenUnit, unitsOf } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'

/** How many points one map takes; what is beyond is counted and said. Our own figure: a browser draws so many at once. */
const mapPointsMax = 20_000

export interface MapAsked {
  readonly officeId: string
  readonly asOf: AsOf
  /** What the policy table lets whoever asks see. */
  readonly reach: Within
  readonly layers: readonly Layer[]
  /** The layers to be drawn; null for all of them. */
  readonly wanted: readonly string[] | null
}

interface Drawn {
  readonly layer: Layer
  readonly row: RowOnMap
  readonly mark: MapMark
}

const marked = (layer: Layer, row: RowOnMap): Drawn => {
  const { lifecycle } = layer.register
  const ended = lifecycle?.states[row.status ?? '']?.end ?? false
  return { layer, row, mark: mapMarkOf({ ...row, status: lifecycle ? row.status : null, ended }) }
}

const pointOf = ({ layer: { register }, row, mark }: Drawn): contract.MapPoint[] => {
  const { id, number, name, status, community, place } = row
  if (place === null) return []
  return [
    {
      id,
      layer: register.id,
      number,
      name,
      mark,
      status: register.lifecycle?.states[status ?? '']?.label ?? null,
      cell: community,
      shape: place.shape,
      places: place.points.map(([lon, lat]) => [Number(lon), Number(lat)]),
    },
  ]
}

/** Where rows belong that belong to no community, in this order behind the communities. */
const besides: readonly (readonly [id: string, label: Words])[] = [
  [streetLevel, { zh: communityWords(streetLevel), en: 'the whole sub-district' }],
  [outsideTheOffice, { zh: communityWords(outsideTheOffice), en: 'outside the sub-district' }],
  ['', { zh: '未填社区', en: 'no community named' }],
]

interface Named {
  readonly id: string
  readonly label: Words
  readonly unitId: string | null
}

/** The communities that there were that day, and what else the rows name. A community that was closed stays with its rows. */
async function namedCells(tx: Tx, { officeId, asOf }: MapAsked, used: ReadonlySet<string>): Promise<readonly Named[]> {
  const units = (await unitsOf(tx, officeId)).filter(({ kind }) => kind === 'community')
  const there = units.filter((unit) => isOpenUnit(unit, asOf.on) || used.has(unit.name))
  return [
    ...there.map(({ id, name }) => ({ id: name, label: { zh: name, en: name }, unitId: id })),
    ...besides.filter(([id]) => used.has(id)).map(([id, label]) => ({ id, label, unitId: null })),
  ]
}

function countsOf(rows: readonly Drawn[]): Partial<Record<MapMark, number>> {
  const counts: Partial<Record<MapMark, number>> = {}
  for (const { mark } of rows) counts[mark] = (counts[mark] ?? 0) + 1
  return counts
}

/** ⑧ 一张图 of one day as known then: the rows that whoever asks may see, by where they belong. Nothing is placed by guess. */
export async function mapOf(tx: Tx, asked: MapAsked): Promise<contract.MapChart> {
  const { layers, wanted, reach, asOf } = asked
  const drawn: Drawn[] = []
  for (const layer of layers)
    if (wanted === null || wanted.includes(layer.register.id))
      for (const row of await rowsOnMap(tx, layer, asked)) drawn.push(marked(layer, row))
  const byCell = Map.groupBy(drawn, ({ row }) => row.community)
  const named = await namedCells(tx, asked, new Set(byCell.keys()))
  const partial = !reach.all || layers.some(({ within }) => !within.all)
  const isOwn = (unitId: string | null) => unitId !== null && reach.units.includes(unitId)
  const { columns, rows, cells } = schematicOf(named.map(({ id }) => id))
  const points = drawn.flatMap(pointOf)
  const kept = await communityMapOf(tx, asked.officeId, asOf.knownAt)
  const ringsOf = (id: string) =>
    kept?.communities
      .find(({ name }) => name === id)
      ?.rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat]))
  return {
    ...asOf,
    partial,
    layers: layers.map(({ register: { id, label } }) => ({
      id,
      label,
      rows:
        wanted === null || wanted.includes(id) ? drawn.filter(({ layer }) => layer.register.id === id).length : null,
    })),
    drawn: kept && { version: kept.seq, source: kept.source, at: kept.at },
    schematic: { columns, rows },
    cells: named.map(({ id, label, unitId }, i) => {
      const here = byCell.get(id) ?? []
      return {
        id,
        label,
        column: cells[i]?.column ?? 0,
        row: cells[i]?.row ?? 0,
        rings: ringsOf(id) ?? null,
        counts: partial && here.length === 0 && !isOwn(unitId) ? null : countsOf(here),
        unplaced: here.filter(({ row }) => row.place === null).length,
      }
    }),
    points: points.slice(0, mapPointsMax),
    omitted: Math.max(0, points.length - mapPointsMax),
  }
}
