import { type Chunk, printed } from '../report-builder.ts'
import { child, elements, numberAt, valueAt, type XmlNode } from '../xml.ts'
import type { Lists, Numbered, Numbering } from './numbering.ts'
import { makeNumbering } from './numbering.ts'
import type { Styles } from './styles.ts'
import { headingOf, markIsGone, type PrintedLines, type StoryState, trimmed, wordsOf } from './words.ts'

export interface StoryContext {
  readonly styles: Styles
  readonly lists: Lists
}

/** A paragraph as it is printed: its automatic number, and its lines. */
export interface PrintedParagraph {
  readonly number: string | null
  readonly level: number | null
  readonly isContents: boolean
  readonly lines: PrintedLines
}

// These only wrap what stands in a document: a control, a custom tag, an insertion.
const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])

/** The paragraphs, tables and so on inside a node, with wrappers opened. */
export const unwrapped = (node: XmlNode): XmlNode[] =>
  elements(node).flatMap((each) => (wrappers.has(each.name) ? unwrapped(each) : [each]))

/** Where a list numbers this paragraph, as it says itself or as its style says. */
function numberedBy(paragraph: XmlNode, styleId: string, styles: Styles, numbering: Numbering): Numbered | null {
  const own = child(paragraph, 'w:pPr', 'w:numPr')
  const ownLevel = numberAt(own, 'w:ilvl')
  const style = styles.numberingOf(styleId)
  const numId = valueAt(own, 'w:numId') ?? style?.numId
  if (numId === undefined || numId === '0') return null
  const tied = style && numbering.levelOfStyle(numId, style.styleId)
  return { numId, level: ownLevel ?? tied ?? style?.level ?? 0 }
}

/** Joins what a paragraph without its mark left over to the paragraph behind it. */
function joined(before: PrintedLines, after: PrintedLines): PrintedLines {
  if (before.length === 0) return after
  return [...before.slice(0, -1), [...(before.at(-1) ?? []), ...(after[0] ?? [])], ...after.slice(1)]
}

/** Reads a run of paragraphs and tables, in order, into lines; the body of a document, a cell, or a note. */
export function makeStory({ styles, lists }: StoryContext, part: string) {
  const numbering = makeNumbering(lists)
  const state: StoryState = { fields: [], textboxes: [], hiddenCharacters: 0 }
  let paragraphs = 0

  function print(paragraph: XmlNode, lines: PrintedLines): PrintedParagraph {
    const styleId = valueAt(paragraph, 'w:pPr', 'w:pStyle') ?? styles.defaultParagraph
    const numbered = numberedBy(paragraph, styleId, styles, numbering)
    return {
      number: numbered && numbering.next(numbered),
      level: headingOf(paragraph, styleId, styles),
      isContents: styles.isContents(styleId),
      lines,
    }
  }

  /** Reads the paragraphs among these nodes; a table among them goes to `onTable`. */
  function makeReader(onParagraph: (paragraph: PrintedParagraph) => void, onTable: (table: XmlNode) => void) {
    let left: PrintedLines = []
    /** What a last paragraph without its mark still holds: nothing can join it to a table, or to the end. */
    function end() {
      if (left.length > 0) onParagraph({ number: null, level: null, isContents: false, lines: left })
      left = []
    }
    return {
      read(node: XmlNode) {
        if (node.name === 'w:tbl') {
          end()
          onTable(node)
        }
        if (node.name !== 'w:p') return
        const lines = joined(left, wordsOf(node, paragraphs++, part, styles, state))
        left = markIsGone(node) ? lines : []
        if (left.length === 0) onParagraph(print(node, lines))
      },
      end,
    }
  }

  return { makeReader, state }
}

export type Story = ReturnType<typeof makeStory>

/** The lines of a paragraph ready to be laid down: blanks trimmed, the number before the first that has words. */
export function printedLines({ number, lines }: PrintedParagraph): Chunk[][] {
  const kept = lines.map(trimmed).filter((line) => printed(line) !== '')
  const [first, ...rest] = kept
  return first ? [[...(number ? [{ text: number }] : []), ...first], ...rest] : []
}
