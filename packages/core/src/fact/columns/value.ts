import type { Day, Decimal } from '../../shared/index.ts'
import type { OfficeArea } from '../place/area.ts'

/**
 * 佐证等级: E1 official or transaction document · E2 export of an official system · E3 dated, located photo · E4 record
 * made by the work itself · E5 own statement, never enough alone.
 */
export const evidenceClasses = ['E1', 'E2', 'E3', 'E4', 'E5'] as const
export type EvidenceClass = (typeof evidenceClasses)[number]

/** A file that stands behind a row, by its id, and what kind of proof it is. */
export interface EvidenceMark {
  readonly id: string
  readonly class: EvidenceClass
}

export const coordinateSystems = ['CGCS2000', 'GCJ-02', 'BD-09'] as const
export const shapes = ['point', 'line', 'polygon'] as const
export type Shape = (typeof shapes)[number]

/** Where something is: longitude and latitude in degrees, exact as received. A polygon closes by itself. */
export interface Coordinates {
  readonly system: (typeof coordinateSystems)[number]
  readonly shape: Shape
  readonly points: readonly (readonly [lon: Decimal, lat: Decimal])[]
}

/** What a column may hold. Days, months, moments, decimals, codes and ids are text in their canonical form. */
export type Value = string | boolean | readonly string[] | Coordinates | readonly EvidenceMark[]

/** A row with its values by column id; what is left out or null is empty. */
export type RowValues = Readonly<Record<string, Value | null | undefined>>

/** What a row is checked against besides its declaration; all of it handed in, so that the check stays pure. */
export interface OfficeContext {
  readonly today: Day
  readonly units: ReadonlySet<string>
  readonly communities: ReadonlySet<string>
  readonly targets: ReadonlySet<string>
  /** Null while the office has not drawn its boundary: then no place lies outside. */
  readonly area: OfficeArea | null
  readonly hasRow: (register: string, id: string) => boolean
}

export const isText = (value: Value): value is string => typeof value === 'string'
export const isTextList = (value: Value): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** Whether a cell holds something. Blanks alone and an empty list are nothing. */
export const isFilled = (value: Value | null | undefined): value is Value =>
  value !== undefined && value !== null && (typeof value === 'string' ? value.trim() !== '' : !isEmptyList(value))

const isEmptyList = (value: Value): boolean => Array.isArray(value) && value.length === 0
