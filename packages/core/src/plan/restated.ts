import type { PlannedTarget } from './adopt.ts'

const pairsOf = (subject: string): string[] =>
  Array.from({ length: Math.max(subject.length - 1, 0) }, (_, i) => subject.slice(i, i + 2))

/** Whether two subjects share two characters in a row: 打造精品展会 and 展会 do, 新建公园 and 改造小区 do not. */
function speakAlike(one: string, other: string): boolean {
  if (one === other) return true
  const pairs = new Set(pairsOf(one))
  return pairsOf(other).some((pair) => pairs.has(pair))
}

/**
 * Whether a later source says once more what a task promises already: the same figure in the same unit, or the same
 * event, of a thing called alike. A task table repeats its report in fewer words; that promises nothing new.
 */
export function restates(later: PlannedTarget, standing: PlannedTarget): boolean {
  if (later.kind !== standing.kind || !speakAlike(later.subject, standing.subject)) return false
  if (!later.words || !standing.words) return later.event === standing.event
  const { value, valueTo, unit } = later.words
  return value === standing.words.value && valueTo === standing.words.valueTo && unit === standing.words.unit
}

/** The targets of a later source that are not yet among those standing. Each standing one is restated once at most. */
export function notRestated(later: readonly PlannedTarget[], standing: readonly PlannedTarget[]): PlannedTarget[] {
  const left = [...standing]
  return later.filter((target) => {
    const at = left.findIndex((held) => restates(target, held))
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
}
