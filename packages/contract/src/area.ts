import { z } from 'zod'
import { instant } from './common.ts'

const corner = z.tuple([z.number(), z.number()])

/** 辖区范围 as it stands, in degrees of CGCS2000, longitude first; null where the office has drawn none. */
export const officeArea = z
  .object({
    version: z.int(),
    area: z
      .object({
        ring: z.array(corner),
        /** How far outside a place may still lie, in metres. */
        marginM: z.int(),
        source: z.string(),
        by: z.string(),
        at: instant,
      })
      .nullable(),
  })
  .meta({ id: 'OfficeArea' })
export type OfficeArea = z.infer<typeof officeArea>

export const drawArea = z.object({
  /** One area as GeoJSON, or a box of four figures: west, south, east, north. */
  boundary: z.string().trim().min(1).max(500_000),
  marginM: z.int().min(0).max(5_000),
  /** Where it is from: a paper or a supplier. */
  source: z.string().trim().min(2).max(200),
})
export type DrawArea = z.infer<typeof drawArea>

/** 社区边界 as brought in; null while the map is a schematic. */
export const communityMap = z
  .object({
    version: z.int(),
    map: z
      .object({ communities: z.array(z.string()), corners: z.int(), source: z.string(), by: z.string(), at: instant })
      .nullable(),
  })
  .meta({ id: 'CommunityMap' })
export type CommunityMap = z.infer<typeof communityMap>

export const drawCommunities = z.object({
  /** A FeatureCollection of GeoJSON, one feature a community. */
  map: z.string().trim().min(1).max(900_000),
  /** Where it is from: a paper or a supplier. */
  source: z.string().trim().min(2).max(200),
})
export type DrawCommunities = z.infer<typeof drawCommunities>
