import type { OfficeDraft } from '../../api/offices.ts'

/** What a person has typed about a new office: its name, and its units one a line. */
export interface Typed {
  readonly name: string
  readonly units: string
}

const longest = 40
const unitsMax = 200

/** The office to make: names trimmed, empty lines and units named twice left out. */
export const draftOf = ({ name, units }: Typed): OfficeDraft => ({
  name: name.trim(),
  units: [...new Set(units.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== ''),
})

export type Wrong =
  | { readonly field: 'name' }
  | { readonly field: 'units'; readonly longUnit: string }
  | { readonly field: 'units'; readonly tooMany: number }

/** The first thing that stands in the way of making it, or null. */
export function wrongIn({ name, units }: OfficeDraft): Wrong | null {
  if (name.length < 2 || name.length > longest) return { field: 'name' }
  const longUnit = units.find((unit) => unit.length > longest)
  if (longUnit !== undefined) return { field: 'units', longUnit }
  return units.length > unitsMax ? { field: 'units', tooMany: units.length } : null
}
