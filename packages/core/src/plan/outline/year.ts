import { yearsIn } from './sections.ts'

/** How much of the opening words may hold the year when no heading does. */
const openingMax = 3000

/**
 * The year a plan is for: the latest in its title, else the latest in a heading, else the one the opening words name
 * most often. Null where none is named.
 */
export function planYear(titles: readonly string[], headings: readonly string[], text: string): number | null {
  return latest(titles) ?? latest(headings) ?? mostNamed(yearsIn(text.slice(0, openingMax).replace(distant, '')))
}

/** 到2035年, 2019年以来 and the end of a plan of several years are not the year at hand. */
const distant = /(?:到|至|自)\s?20\d\d年|20\d\d年(?:以来|至今|远景)|20\d\d\s?[-—–至~～]\s?20\d\d年?/g

function latest(lines: readonly string[]): number | null {
  const years = lines.flatMap((line) => yearsIn(line.replace(distant, '')))
  return years.length > 0 ? years.reduce((a, b) => Math.max(a, b)) : null
}

function mostNamed(years: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || b - a)
  return best?.[0] ?? null
}
