import { type Block, wordsOf } from './blocks.ts'
import { looksLikeBareHeading, opensAnnex } from './headings.ts'
import { opensPlan } from './sections.ts'

const subtitle =
  /^[（(—–]|^(?:二〇|20\d\d年\d)|报告人|^——|(?:长|主任|书记|主席)[\s\u3000]+[一-龥某][\s\u3000]*[一-龥某]{1,3}$/
const titleLineMax = 60

/** A headline may hold a figure (票决产生10件民生实事), which a heading inside the report may not. */
const couldBeTitle = (text: string, block: Block, next: Block | undefined): boolean =>
  next !== undefined &&
  !block.mark &&
  block.row === null &&
  wordsOf(text, block).length <= titleLineMax &&
  !/[。；;：:，,、]$|[。；;]/.test(wordsOf(text, block).trim())

/** A title broken over two lines. */
const goesOnBelow = /(?:年|的|和|及|与|关于|[、,，])$/
/** Two headings may stand one above the other; more short lines in a row are a list without numbers. */
const runMax = 2
const bulletHeadingMax = 20

/** How many blocks at the top are the title, and which of the others are headings that carry no number. */
export function bareHeadingsOf(text: string, blocks: readonly Block[]): { titles: number; bare: boolean[] } {
  const looks = blocks.map((block) => looksLikeBareHeading(text, block))
  const bare = headingsAmong(text, blocks, looks)
  return { titles: titlesAt(text, blocks, looks, bare), bare }
}

function headingsAmong(text: string, blocks: readonly Block[], looks: readonly boolean[]): boolean[] {
  const bare = blocks.map(() => false)
  for (let i = 0; i < blocks.length; ) {
    if (!looks[i]) {
      i++
      continue
    }
    const first = i
    while (i < blocks.length && looks[i] && (blocks[i] as Block).level === (blocks[first] as Block).level) i++
    const run = blocks.slice(first, i)
    const next = blocks[i]
    const heads = next !== undefined && headsSomething(text, next)
    run.forEach((block, n) => {
      const near = n >= run.length - runMax && (first === 0 || run.length <= runMax)
      bare[first + n] = isHeading(text, block, next, heads && near)
    })
  }
  return bare
}

function isHeading(text: string, block: Block, next: Block | undefined, heads: boolean): boolean {
  const words = wordsOf(text, block)
  if (opensAnnex(words) || block.level !== null) return true
  if (!block.mark) return heads
  return heads && words.length <= bulletHeadingMax && next?.mark?.kind !== 'bullet'
}

const headsSomething = (text: string, next: Block): boolean =>
  next.row !== null || next.mark !== null || /[。；;：:]/.test(wordsOf(text, next))

/**
 * The first line is the title where it looks like one, with the lines below it that date or sign it. The last of
 * several such lines is already a heading where more headings like it follow, or where it opens the year's plan.
 */
function titlesAt(text: string, blocks: readonly Block[], looks: readonly boolean[], bare: readonly boolean[]): number {
  const lines = titleLines(text, blocks, looks, bare)
  const below = blocks[lines]
  return lines > 0 && below && saysWhere(wordsOf(text, below), below) ? lines + 1 : lines
}

/** ——在某次会议上: the dash under a title opens no list. */
export const saysWhere = (words: string, { mark }: Pick<Block, 'mark'>): boolean =>
  mark?.kind === 'bullet' && words.length <= titleLineMax && /(?:会议?|大会)(?:上|[)）])$/.test(words.trim())

function titleLines(
  text: string,
  blocks: readonly Block[],
  looks: readonly boolean[],
  bare: readonly boolean[],
): number {
  const first = blocks[0]
  if (first && !looks[0] && couldBeTitle(text, first, blocks[1])) return 1
  let run = 0
  while (run < blocks.length && looks[run] && !(blocks[run] as Block).mark) run++
  if (run <= 1) return run
  if (run === 2 && goesOnBelow.test(wordsOf(text, blocks[0] as Block))) return run
  const isSubtitle = (i: number): boolean => subtitle.test(wordsOf(text, blocks[i] as Block).trim())
  if (isSubtitle(run - 1)) return run
  const more = bare.some((is, i) => is && i >= run)
  return more || opensPlan(wordsOf(text, blocks[run - 1] as Block)) ? run - 1 : run
}
