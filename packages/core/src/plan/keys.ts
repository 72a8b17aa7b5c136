import type { OutlineArea } from './outline/outline.ts'

/** A task before it has a key: the number printed before it, and the place of its area among the areas. */
export interface Unkeyed {
  readonly number: string | null
  readonly area: number | null
}

/**
 * The printed number of each task and a key that is unique in the plan. Where numbering starts anew in each area the
 * number is `area-number`; a task without a number is `p12`; a number printed twice gets `.2` in its key.
 * `elsewhere` holds the numbers of items that are no tasks, such as those of a review in the same report.
 */
export function keysOf(
  tasks: readonly Unkeyed[],
  areas: readonly OutlineArea[],
  elsewhere: ReadonlySet<string>,
): { key: string; number: string | null }[] {
  const restarts = startsAnew(tasks, elsewhere)
  const areaNumbers = numbersOf(areas)
  const taken = new Map<string, number>()
  return tasks.map(({ number, area }, i) => {
    const inArea = restarts && number !== null && area !== null && /^\d+$/.test(number)
    const full = inArea ? `${areaNumbers[area as number]}-${number}` : number
    const key = full ?? `p${i + 1}`
    const times = (taken.get(key) ?? 0) + 1
    taken.set(key, times)
    return { key: times === 1 ? key : `${key}.${times}`, number: full }
  })
}

/** Whether the same number stands in two areas, or in an area and in a section that holds no tasks. */
function startsAnew(tasks: readonly Unkeyed[], elsewhere: ReadonlySet<string>): boolean {
  const areaOf = new Map<string, number | null>()
  return tasks.some(({ number, area }) => {
    if (number === null) return false
    const other = areaOf.get(number)
    areaOf.set(number, area)
    return (other !== undefined && other !== area) || (area !== null && elsewhere.has(number))
  })
}

/** What the headings print where that tells them apart, else their place in the report. */
function numbersOf(areas: readonly OutlineArea[]): number[] {
  const printed = areas.map(({ ordinal }) => ordinal)
  if (printed.every((each) => each !== null) && new Set(printed).size === printed.length) return printed as number[]
  const places = areas.map(({ place }) => place)
  const placed = places.every((each) => each !== null) && new Set(places).size === places.length
  return placed ? (places as number[]) : areas.map((_, i) => i + 1)
}
