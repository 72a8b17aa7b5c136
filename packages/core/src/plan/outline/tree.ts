import { bareHeadingsOf } from './bare-headings.ts'
import { type Block, wordsOf } from './blocks.ts'
import { isHeadingOnly, openingOf, opensAnnex } from './headings.ts'
import { barePartRank, documentRank, rankOfLevel, rankUnder } from './ranks.ts'
import { opensPlan, sectionOf } from './sections.ts'

/** A numbered item or a heading, with the paragraphs, table rows and items under it. */
export interface Node {
  readonly block: Block | null
  readonly rank: number
  readonly parent: Node | null
  readonly children: Node[]
  /** Unnumbered paragraphs directly below, before the first child. */
  readonly paragraphs: Block[]
  readonly rows: Block[]
  /** Whether it is nothing but a heading; an item with a sentence of its own is not. */
  readonly heading: boolean
  /** Whether it is a heading that carries no number. */
  readonly bare: boolean
}

/** The document itself, what stands on top of it, and everything below. */
export interface Tree {
  readonly root: Node
  /** The title and the lines that belong to it. */
  readonly title: readonly Block[]
}

/** Builds the tree of headings and items. The root stands for the document and holds what comes before any heading. */
export function treeOf(text: string, blocks: readonly Block[]): Tree {
  const { titles, bare } = bareHeadingsOf(text, blocks)
  const root = nodeOf(null, documentRank, null, { heading: true, bare: false })
  let top = root
  blocks.forEach((block, i) => {
    if (i < titles) return
    if (block.row !== null) {
      top = headingAbove(top)
      top.rows.push(block)
    } else if (bare[i]) top = openBare(text, top, block)
    else if (block.mark) top = open(top, block, block.mark.rank, { heading: isHeadingOnly(text, block), bare: false })
    else (framesAll(text, block) ? root : top).paragraphs.push(block)
  })
  return { root, title: blocks.slice(0, titles) }
}

/** 工作要求：各单位…, behind the last item, is about all of them. */
function framesAll(text: string, block: Block): boolean {
  const { head, rest } = openingOf(wordsOf(text, block))
  return rest !== '' && sectionOf(head, null) === 'frame'
}

type Sort = Pick<Node, 'heading' | 'bare'>

const nodeOf = (block: Block | null, rank: number, parent: Node | null, sort: Sort): Node => ({
  block,
  rank,
  parent,
  children: [],
  paragraphs: [],
  rows: [],
  ...sort,
})

function open(top: Node, block: Block, rank: number, sort: Sort): Node {
  let parent = top
  while (parent.rank >= rank && parent.parent) parent = parent.parent
  const node = nodeOf(block, rank, parent, sort)
  parent.children.push(node)
  return node
}

const sortOfBare: Sort = { heading: true, bare: true }

/**
 * A heading without a number that opens a part of the report stands on its own; any other stands beside the last one
 * of its kind, else under the heading that is open.
 */
function openBare(text: string, top: Node, block: Block): Node {
  const words = wordsOf(text, block)
  if (block.level !== null) return open(top, block, rankOfLevel(block.level), sortOfBare)
  if (opensAnnex(words) || opensPlan(words)) return open(top, block, barePartRank, sortOfBare)
  const beside = bareAbove(top)
  if (beside) return open(top, block, beside.rank, sortOfBare)
  const under = headingAbove(top)
  return open(under, block, rankUnder(under.rank), sortOfBare)
}

function bareAbove(top: Node): Node | null {
  for (let node: Node | null = top; node; node = node.parent) if (node.bare && node.rank !== barePartRank) return node
  return null
}

/** An item that says something of its own cannot have an unnumbered heading or a table under it. */
function headingAbove(top: Node): Node {
  let node = top
  while (node.parent && !node.heading) node = node.parent
  return node
}
