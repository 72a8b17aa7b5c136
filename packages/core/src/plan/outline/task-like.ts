import { type Block, wordsOf } from './blocks.ts'
import { openingOf, saysOnlyWhoAnswers } from './headings.ts'
import { itemRank, rankOfMark } from './ranks.ts'
import type { Node } from './tree.ts'

const subItemRank = rankOfMark.arabicInBrackets
const ownHeadMax = 30

/** Whether paragraphs under an item open with a heading sentence of their own (加快项目建设。全年…). */
const selfHeaded = (text: string, paragraphs: readonly Block[]): boolean =>
  paragraphs.every((block) => {
    const { head, rest } = openingOf(wordsOf(text, block))
    return head.length <= ownHeadMax && rest !== ''
  })

/**
 * Which children of a heading are tasks. A task is an item with a sentence of its own; a heading that is the item's
 * own title, with one paragraph under it; or a line of a list in which nothing stands under any line.
 * `livelihood` says that the report is a list of 实事, whose 一、二、 number the items.
 */
export function taskLike(text: string, node: Node, livelihood: boolean): Set<Node> {
  const leaves = node.children.filter((child) => child.children.length === 0 && child.rows.length === 0)
  const tasks = new Set(leaves.filter((leaf) => isTask(text, leaf, livelihood)))
  const empty = leaves.filter((leaf) => leaf.heading && !leaf.bare && leaf.paragraphs.length === 0)
  const parents = node.children.filter((child) => child.children.length > 0)
  if (parents.length === 0 && empty.length + tasks.size === node.children.length)
    for (const leaf of empty) tasks.add(leaf)
  if (holdSubItems(parents) && tasks.size >= parents.length) for (const parent of parents) tasks.add(parent)
  return tasks
}

function isTask(text: string, leaf: Node, livelihood: boolean): boolean {
  if (leaf.bare || !leaf.block) return false
  const said = leaf.paragraphs.filter((block) => !saysOnlyWhoAnswers(wordsOf(text, block)))
  if (!leaf.heading) return !(leaf.rank < itemRank && said.length > 0 && selfHeaded(text, said))
  const answered = said.length < leaf.paragraphs.length
  if (said.length === 0) return leaf.rank >= itemRank || answered
  const ownTitle = /[。.]$/.test(wordsOf(text, leaf.block).trim())
  return leaf.rank >= itemRank || (said.length === 1 && (ownTitle || livelihood || answered))
}

/** Sub-items of a few of the tasks, (1) (2) or 一是二是 on lines of their own, do not make the others less of a task. */
const holdSubItems = (parents: readonly Node[]): boolean =>
  parents.length > 0 &&
  parents.every(
    (parent) =>
      parent.rank >= rankOfMark.chineseInBrackets && parent.children.every((child) => child.rank >= subItemRank),
  )
