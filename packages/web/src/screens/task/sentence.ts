import type { PlanTask } from '@guatu/contract'
import type { Span } from '@guatu/core/shared'

/** The phrases of a task inside its sentence: spans of the source's text moved to where the sentence begins. */
export function phrasesOf(task: Pick<PlanTask, 'at' | 'sentence' | 'targets'>): { at: Span; code: string }[] {
  const { at: whole, sentence } = task
  if (whole === null) return []
  return task.targets.flatMap(({ at, code }) => {
    if (at === null) return []
    const start = at.start - whole.start
    const end = at.end - whole.start
    // A target completed by a later source was read from other words.
    return start >= 0 && end <= sentence.length ? [{ at: { start, end }, code }] : []
  })
}
