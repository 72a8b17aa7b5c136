/** A run of a flat text, by its offsets. */
export interface Run {
  readonly from: number
  readonly to: number
}

const opening = '(《“‘【「'
const closing = ')》”’】」'

/** Cuts a run at marks that stand outside brackets and quotation marks. Straight quotes open and close in turn. */
function cutAt(words: string, run: Run, isCut: (at: number) => boolean): Run[] {
  const runs: Run[] = []
  let depth = 0
  let quoted = false
  let from = run.from
  for (let i = run.from; i < run.to; i++) {
    const c = words[i] as string
    if (c === '"') quoted = !quoted
    else if (opening.includes(c)) depth++
    else if (closing.includes(c)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && !quoted && isCut(i)) {
      if (i > from) runs.push({ from, to: i })
      from = i + 1
    }
  }
  if (run.to > from) runs.push({ from, to: run.to })
  return runs
}

const sentenceMarks = '。！？!?；;'

export const sentencesOf = (words: string): Run[] =>
  cutAt(words, { from: 0, to: words.length }, (i) => sentenceMarks.includes(words[i] as string))

export const phrasesOf = (words: string, run: Run): Run[] =>
  cutAt(words, run, (i) => words[i] === ',' || words[i] === ':' || words[i] === '，')

export const itemsOf = (words: string, run: Run): Run[] => cutAt(words, run, (i) => words[i] === '、')

/** 和平, 及时, 普及 and the like hold the sign of a list and are none. */
const holdsNoList =
  /^(?:和(?:平|谐|美|睦|悦|顺|融)|及(?:时|格|其|周边|配套|附属|相关)|与(?:会|时)|与(?=[^、,]*(?:衔接|对接|联动)))/
const behindNoList = /(?:普|涉|以|共|饱|缓|温|参|给|总|祥|人|中|义|永|太|泰|嘉)$/

/** Cuts a list at its 和, 及, 与 or 以及 where a thing stands on both sides. */
export function coordinated(words: string, run: Run): Run[] {
  const runs: Run[] = []
  let from = run.from
  for (const part of cutAt(words, run, (i) => isAnd(words, i, from, run.to))) {
    const to = words[part.to - 1] === '以' && words[part.to] === '及' ? part.to - 1 : part.to
    if (to > part.from) runs.push({ from: part.from, to })
    from = part.to + 1
  }
  return runs
}

function isAnd(words: string, i: number, from: number, end: number): boolean {
  const c = words[i]
  if (c !== '和' && c !== '及' && c !== '与') return false
  const begins = Math.max(from, words.lastIndexOf('的', i) + 1)
  if (i - begins < 2 || end - i < 3) return false
  if (holdsNoList.test(words.slice(i, Math.min(end, i + 12)))) return false
  return (c === '及' && words[i - 1] === '以') || !behindNoList.test(words.slice(i - 1, i))
}
