import { openingOf, withoutOwnerTail } from './outline/headings.ts'
import { shortTitle, titleMax } from './short-title.ts'

const headSentenceMax = 40

/**
 * Proposes a task's short title, at most twelve characters: its heading sentence, or its first clause where it has
 * none, shortened. A person may change it.
 */
export function titleOf(words: string): string {
  const plain = withoutOwnerTail(words).replace(/[\s\u3000]+/g, '')
  const { head } = openingOf(plain)
  const clause = head.length <= headSentenceMax ? head : (head.split(/[,，;；]/)[0] as string)
  return shortTitle(clause)
}

/** Titles that are unique among the tasks of an area, where a further part of the sentence can tell them apart. */
export function titlesOf(tasks: readonly { readonly words: string; readonly area: number | null }[]): string[] {
  const taken = new Map<string, number>()
  return tasks.map(({ words, area }) => {
    const own = titleOf(words)
    const isFree = (title: string): boolean => title.length >= 2 && !taken.has(`${area}/${title}`)
    const chosen = isFree(own) ? own : (laterClauses(words).find(isFree) ?? numbered(own, taken, area, isFree))
    taken.set(`${area}/${chosen}`, 1)
    return chosen
  })
}

const laterClauses = (words: string): string[] =>
  words
    .slice(0, 200)
    .split(/[。，,；;]/)
    .slice(1, 4)
    .map(shortTitle)

/** The last resort; it goes on counting where it stopped, so that a thousand tasks alike cost no more than one each. */
function numbered(
  own: string,
  taken: Map<string, number>,
  area: number | null,
  isFree: (title: string) => boolean,
): string {
  const stem = own.slice(0, titleMax - 6) || '任务'
  const counter = `${area}#${stem}`
  for (let n = (taken.get(counter) ?? 1) + 1; ; n++) {
    taken.set(counter, n)
    if (isFree(`${stem}${n}`)) return `${stem}${n}`
  }
}
