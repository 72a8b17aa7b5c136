import type { NewFormalOffice, ThreeNames } from '@guatu/contract'

/** What a person has typed: an office on trial, or the name and units of a new one, and three people. */
export interface Typed extends ThreeNames {
  /** Empty for a new office. */
  readonly officeId: string
  readonly name: string
  readonly units: string
}

export const sides = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const
type Side = (typeof sides)[number]

export interface Wrong {
  readonly field: 'name' | Side
  readonly why: 'missing' | 'twice'
}

/** The request to make, names trimmed and empty lines left out. */
export function draftOf({ officeId, name, units, ...three }: Typed): NewFormalOffice {
  const administrators = {
    systemAdmin: three.systemAdmin.trim(),
    securityAdmin: three.securityAdmin.trim(),
    auditAdmin: three.auditAdmin.trim(),
  }
  if (officeId !== '') return { officeId, administrators }
  const named = units.split(/\r?\n/).map((line) => line.trim())
  return { name: name.trim(), units: [...new Set(named)].filter((line) => line !== ''), administrators }
}

/** The first thing that stands in the way, or null. */
export function wrongIn(draft: NewFormalOffice): Wrong | null {
  if ('name' in draft && draft.name.length < 2) return { field: 'name', why: 'missing' }
  const { administrators } = draft
  const missing = sides.find((side) => administrators[side] === '')
  if (missing) return { field: missing, why: 'missing' }
  const twice = sides.find((side, at) => sides.slice(0, at).some((one) => administrators[one] === administrators[side]))
  return twice ? { field: twice, why: 'twice' } : null
}
