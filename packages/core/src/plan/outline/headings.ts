import { type Block, wordsOf } from './blocks.ts'

/** The sentence a paragraph opens with, and what follows it there. */
export interface Opening {
  readonly head: string
  readonly rest: string
}

const headMax = 48

/** Parts a paragraph behind its first full stop or, where that comes early, its first colon. */
export function openingOf(words: string): Opening {
  const flat = words.trim()
  const stop = flat.search(/[。！!？?：:\n]/)
  if (stop < 0) return { head: flat, rest: '' }
  return { head: flat.slice(0, stop), rest: flat.slice(stop + 1).trim() }
}

const ownerTail = /\s*[（(【[〔](?:[^（()）【】[\]〔〕]|[（(][^（()）]{0,30}[)）]){0,300}[)）】\]〕][。.]?$/
const ownerWords = /牵头|责任|配合|负责|领导|协办|主办|落实单位|完成时[限间]|时限/

/** The words without a tail in brackets that says who answers for them. */
export function withoutOwnerTail(words: string): string {
  if (!/[)）】\]〕][。.]?$/.test(words)) return words
  const tail = ownerTail.exec(words.slice(-360))
  return tail && ownerWords.test(tail[0]) ? words.slice(0, words.length - tail[0].length) : words
}

/** Whether a paragraph is nothing but a heading: one short clause, closed by nothing or by a full stop. */
export function isHeadingOnly(text: string, block: Block): boolean {
  if (block.row !== null) return false
  if (block.level !== null) return true
  const words = withoutOwnerTail(wordsOf(text, block).trim())
  if (words.length > headMax * 2) return false
  const { head, rest } = openingOf(words)
  return rest === '' && head.length > 0 && head.length <= headMax && !/[；;,，、：:]$/.test(words)
}

/** A list's own numbers and quantities show that a short line is an item, not a heading. */
const measured = /\d(?:[\d.,]*)[万亿千]?(?:[个家处条套座项件场户名人台亩]|平方米|公里|亿?元|吨|%|％)/

/** 今年主要预期目标：, above the items that it heads. 重点抓好以下工作： only leads up to them. */
const opensGoals = (words: string): boolean =>
  /^[^。；;，,、：:]{2,28}(?:目标|任务|重点工作|工作安排|实事|清单)[：:]$/.test(words) &&
  !/以下|如下|下列|几|个方面/.test(words)

/** A heading that carries no number: short, not closed by a stop, holding no sentence and no measure. */
export function looksLikeBareHeading(text: string, block: Block): boolean {
  if (block.level !== null) return true
  if (block.row !== null || (block.mark && block.mark.kind !== 'bullet')) return false
  const words = wordsOf(text, block).trim()
  if (words.length < 2 || words.length > headMax) return false
  if (opensGoals(words)) return true
  return !/[。；;：:,，、.]$/.test(words) && !/[。；;：:]/.test(words) && !measured.test(words)
}

/** 附件:, 附表2: opens a part of the document and says nothing itself. */
export const opensAnnex = (words: string): boolean =>
  /^附[件表录]\s?[\d一二三四五六七八九十]{0,3}\s?[:：]?$/.test(words.trim())

const answering =
  /^[\s\u3000(（【[〔]*(?:牵头|责任|配合|主责|主办|承办|协办|落实|实施|分管|包保|联系|完成|时限)[一-龥]{0,8}[:：]/

/** 责任单位：区教育局, on a line of its own: it belongs to the item above and says nothing more of it. */
export const saysOnlyWhoAnswers = (words: string): boolean => answering.test(words) && !/。./.test(words.trim())
