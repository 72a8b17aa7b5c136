import { mapMarks } from '@guatu/core/document'
import { z } from 'zod'
import { asOfQuery, day, id, instant, words } from './common.ts'

/** 超时限, 待核实, 在办, 已结束 or 在册: how a row is marked. */
export const mapMark = z.enum(mapMarks)
export type MapMark = z.infer<typeof mapMark>

const lonLat = z.tuple([z.number(), z.number()])

/** A row that lies on the map: in degrees of CGCS2000, longitude first. */
export const mapPoint = z
  .object({
    /** Of the row as it stands. */
    id,
    layer: z.string(),
    number: z.string(),
    /** What people call it; empty where nothing names it. */
    name: z.string(),
    mark: mapMark,
    /** Where it stands in its lifecycle. */
    status: words.nullable(),
    /** The cell that it belongs to. */
    cell: z.string(),
    shape: z.enum(['point', 'line', 'polygon']),
    places: z.array(lonLat),
  })
  .meta({ id: 'MapPoint' })
export type MapPoint = z.infer<typeof mapPoint>

/** A community, or where a row belongs that belongs to none: 街道本级, 辖区外, 未填社区. */
export const mapCell = z
  .object({
    /** As rows name it. */
    id: z.string(),
    label: words,
    /** Its place in the schematic, counted from the upper left. */
    column: z.int(),
    row: z.int(),
    /** Its boundary as the office has brought it in, holes as rings of their own; null where it has none. */
    rings: z.array(z.array(lonLat)).nullable(),
    /** The rows that whoever asks may see, by mark; null where none of them are theirs to see. */
    counts: z.partialRecord(mapMark, z.int()).nullable(),
    /** How many of these have no coordinates and lie nowhere on the map. */
    unplaced: z.int(),
  })
  .meta({ id: 'MapCell' })
export type MapCell = z.infer<typeof mapCell>

/** 一张图 of one day as known then. */
export const mapChart = z
  .object({
    on: day,
    knownAt: instant,
    /** Whether whoever asks sees only some of the office's rows. */
    partial: z.boolean(),
    /** The registers that lie on the map, and how many rows were found of those that were asked for. */
    layers: z.array(z.object({ id: z.string(), label: words, rows: z.int().nullable() })),
    /** The office's own boundaries of the communities as known then; null while the map is a schematic. */
    drawn: z.object({ version: z.int(), source: z.string(), at: instant }).nullable(),
    /** The cells of the schematic across and down. */
    schematic: z.object({ columns: z.int(), rows: z.int() }),
    cells: z.array(mapCell),
    points: z.array(mapPoint),
    /** How many points more there are than one map takes. */
    omitted: z.int(),
  })
  .meta({ id: 'MapChart' })
export type MapChart = z.infer<typeof mapChart>

/** `layers`: registers by id, divided by commas; left out, all of them. */
export const mapQuery = asOfQuery.extend({ layers: z.string().max(2000).optional() })
