import { accept, type Decimal, decimal, isDecimal, type Problem, type Result, reject } from '../../shared/index.ts'
import { type LonLat, liesIn, type OfficeArea } from '../place/area.ts'
import { fromBd09 } from '../place/bd09.ts'
import { fromGcj02 } from '../place/gcj02.ts'
import { rowProblems } from '../row-problems.ts'
import type { ColumnBase, ColumnKind, ColumnMore } from './base.ts'
import { geometryFrom, geometryText } from './geometry-text.ts'
import {
  type Coordinates,
  coordinateSystems,
  isText,
  type OfficeContext,
  type Shape,
  shapes,
  type Value,
} from './value.ts'

/** 坐标: a point, a line or an area of the office's ground, kept in CGCS2000. */
export interface CoordinatesColumn extends ColumnBase {
  readonly kind: 'coordinates'
  readonly shapes: readonly Shape[]
}

export const coordinates = (
  label: CoordinatesColumn['label'],
  allowed: readonly Shape[],
  more: ColumnMore = {},
): CoordinatesColumn => ({ kind: 'coordinates', label, shapes: allowed, ...more })

const pointsMin: Readonly<Record<Shape, number>> = { point: 1, line: 2, polygon: 3 }
const pointsMax = 5_000

// Seven places are a centimetre, finer than any survey of an office.
const places = 7
const degrees = (value: number): Decimal => decimal(value.toFixed(places))

const isPoint = (point: unknown): point is readonly [Decimal, Decimal] =>
  Array.isArray(point) &&
  point.length === 2 &&
  point.every((degree) => typeof degree === 'string' && isDecimal(degree)) &&
  Math.abs(Number(point[0])) <= 180 &&
  Math.abs(Number(point[1])) <= 180

function isCoordinates(value: Value): value is Coordinates {
  if (isText(value) || typeof value === 'boolean' || !('points' in value)) return false
  const { points, shape, system } = value
  return (
    coordinateSystems.includes(system) &&
    shapes.includes(shape) &&
    Array.isArray(points) &&
    points.length >= pointsMin[shape] &&
    points.length <= (shape === 'point' ? 1 : pointsMax) &&
    points.every(isPoint)
  )
}

type Move = (place: LonLat) => LonLat
const swapped: Move = ([lon, lat]) => [lat, lon]

/** 换算: what places were read as before they are said in CGCS2000. */
export const placeConversions = ['GCJ-02', 'BD-09', 'swapped'] as const
export type PlaceConversion = (typeof placeConversions)[number]
const moves: Readonly<Record<PlaceConversion, Move>> = { 'GCJ-02': fromGcj02, 'BD-09': fromBd09, swapped }

const movedBy = ({ shape, points }: Coordinates, move: Move): Coordinates => ({
  system: 'CGCS2000',
  shape,
  points: points.map((point) => {
    const [lon, lat] = move(placeOf(point))
    return [degrees(lon), degrees(lat)]
  }),
})

const placeOf = ([lon, lat]: readonly [Decimal, Decimal]): LonLat => [Number(lon), Number(lat)]

const allIn = (area: OfficeArea, { points }: Coordinates): boolean =>
  points.every((point) => liesIn(area, placeOf(point)))

const mapNames = { 'GCJ-02': ['手机地图', 'a map on a phone'], 'BD-09': ['百度地图', 'a map of Baidu'] } as const

function shiftedOn(
  system: keyof typeof mapNames,
  offer: { column: string; offered: Coordinates; offeredText: string },
) {
  const [map, mapEn] = mapNames[system]
  return rowProblems('fact.place_shifted', { ...offer, system, map, mapEn })
}

/**
 * Why places do not lie in the office, with the places that were probably meant: those of a map in China undone, or
 * longitude and latitude the right way round. A shift inside the boundary cannot be seen, so the system is asked for.
 */
function astray(column: CoordinatesColumn, value: Coordinates, area: OfficeArea): Problem {
  const facts = { column: column.label.zh }
  for (const by of placeConversions) {
    const offered = movedBy(value, moves[by])
    if (!allIn(area, offered)) continue
    const offer = { ...facts, offered, offeredText: geometryText(offered) }
    return by === 'swapped' ? rowProblems('fact.place_swapped', offer) : shiftedOn(by, offer)
  }
  return rowProblems('fact.place_outside', { ...facts, metres: area.marginM })
}

function check(column: CoordinatesColumn, value: Value, { area }: OfficeContext): Result<Value> {
  const facts = { column: column.label.zh }
  if (!isCoordinates(value)) return reject(rowProblems('fact.place_unreadable', facts))
  if (!column.shapes.includes(value.shape)) return reject(rowProblems('fact.place_shape', facts))
  if (value.system !== 'CGCS2000') {
    const offered = movedBy(value, moves[value.system])
    return reject(shiftedOn(value.system, { ...facts, offered, offeredText: geometryText(offered) }))
  }
  if (area && !allIn(area, value)) return reject(astray(column, value, area))
  return accept({
    system: value.system,
    shape: value.shape,
    points: value.points.map(([lon, lat]) => [decimal(lon), decimal(lat)] as const),
  })
}

export const coordinatesKind: ColumnKind<CoordinatesColumn> = {
  read: ({ label }, typed) => {
    const read = geometryFrom(typed)
    return read ? accept(read) : reject(rowProblems('fact.place_unreadable', { column: label.zh }))
  },
  mistakes: (column) =>
    column.shapes.length === 0
      ? [{ zh: '点、线、面一种也不收，请写明一种', en: 'allows no shape; name point, line or polygon' }]
      : [],
  check,
}

/** A place as it was typed, said in CGCS2000 by a conversion that somebody has chosen; what is none stays as it is. */
function convertedPlace(typed: string, by: PlaceConversion): string {
  const read = geometryFrom(typed)
  return read ? geometryText(movedBy(read, moves[by])) : typed
}

/** A row with the places of some columns converted, as somebody has chosen by column; the others stay as typed. */
export const withPlaces = (
  row: Readonly<Record<string, string>>,
  by: Readonly<Record<string, PlaceConversion>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(row).map(([id, typed]) => {
      const conversion = Object.hasOwn(by, id) ? by[id] : undefined
      return [id, conversion ? convertedPlace(typed, conversion) : typed]
    }),
  )
