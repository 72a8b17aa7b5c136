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

/** What the name of a chosen file fills in. */
export interface Given {
  readonly title: string
  readonly year: string
}

/** The title and year that a file's name says; the year is empty where it says none. */
export const givenBy = (fileName: string): Given => ({
  title: titleFrom(fileName),
  year: yearFrom(fileName) ?? '',
})

/** A field after another file is chosen: what a person wrote stays, what the file before gave makes room. */
export const followed = (shown: string, before: string, after: string): string =>
  shown.trim() === '' || shown === before ? after : shown
