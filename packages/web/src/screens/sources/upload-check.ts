import type { Problem } from '@guatu/contract'
import { textProblems } from '@guatu/core/text'

/** What a person has typed about a document, before it is sent. */
export interface Typed {
  readonly fileName: string | null
  readonly year: string
  readonly title: string
  readonly datedOn: string
}

export type Missing = Partial<Record<keyof Typed, 'missing' | 'year'>>

/** What has still to be filled in, by field. The server looks at the document itself. */
export function missingIn(typed: Typed): Missing {
  const missing: Missing = {}
  if (typed.fileName === null) missing.fileName = 'missing'
  if (!/^20\d\d$/.test(typed.year)) missing.year = 'year'
  if (typed.title.trim() === '') missing.title = 'missing'
  if (typed.datedOn === '') missing.datedOn = 'missing'
  return missing
}

/** A title to start from: the file's name without its ending. */
export const titleFrom = (fileName: string): string => fileName.replace(/\.[^.]+$/, '').trim()

const bytesMax = 12 * 1_048_576
const read = ['docx', 'txt', 'xlsx']
const withMacros = ['docm', 'xlsm', 'dotm', 'xltm']
const ofOldOffice = ['doc', 'xls', 'wps', 'et']

/** What is known of a file before anything of it is read: its ending and its size. The server judges its content. */
export function refusalOf({ name, size }: Pick<File, 'name' | 'size'>): Problem | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (withMacros.includes(ending)) return textProblems('text.macro', {})
  if (ofOldOffice.includes(ending)) return textProblems('text.legacy_office', {})
  if (ending === 'pdf') return textProblems('text.pdf_unsupported', {})
  if (!read.includes(ending)) return textProblems('text.unknown_kind', {})
  if (size > bytesMax) return textProblems('text.too_large', { bytes: size, bytesMax })
  return size === 0 ? textProblems('text.empty', {}) : null
}

// A year of four digits that no other digit touches; a second one is another year only where it differs.
const yearIn = /(?<!\d)20\d\d(?!\d)/g

/** The year that a file's name or a title says, where it says one and only one; else nothing, and a person writes it. */
export function yearFrom(...words: readonly string[]): string | null {
  for (const said of words) {
    const years = new Set(said.match(yearIn))
    if (years.size === 1) return [...years][0] ?? null
  }
  return null
}
