import type { Chunk } from '../report-builder.ts'
import { child, elements, numberAt, switchAt, textOf, valueAt, type XmlNode } from '../xml.ts'
import type { Styles } from './styles.ts'
import { symbolOf } from './symbols.ts'

/** The words of a paragraph, line by line: a page break or a hard line end begins a new one. */
export type PrintedLines = readonly (readonly Chunk[])[]

/** What a story remembers from one paragraph to the next: the fields that are open, and what it leaves out. */
export interface StoryState {
  /** For every open field, whether its instruction is being read: only its cached value is words. */
  readonly fields: boolean[]
  readonly textboxes: XmlNode[]
  hiddenCharacters: number
}

// Instructions, deletions, the old place of a move, and properties hold no words that are printed.
const silent = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'w:rt',
  'w:softHyphen',
])

/** Reads the words of one paragraph as they are printed: insertions accepted, deletions dropped, fields by their value. */
export function wordsOf(paragraph: XmlNode, index: number, part: string, styles: Styles, state: StoryState) {
  const lines: Chunk[][] = [[]]
  let text = ''
  let start = 0
  let offset = 0
  const styleHides = styles.isHidden(valueAt(paragraph, 'w:pPr', 'w:pStyle') ?? styles.defaultParagraph)

  function close() {
    if (text !== '') lines.at(-1)?.push({ text, from: { part, paragraph: index, offset: start } })
    text = ''
    start = offset
  }

  function add(words: string) {
    if (state.fields.includes(true)) return
    text += words
    offset += words.length
  }

  function breakLine() {
    if (state.fields.includes(true)) return
    close()
    offset += 1
    start = offset
    lines.push([])
  }

  function readField(type: string | undefined) {
    if (type === 'begin') state.fields.push(true)
    if (type === 'separate' && state.fields.length > 0) state.fields[state.fields.length - 1] = false
    if (type === 'end') state.fields.pop()
  }

  function readRun(run: XmlNode, hiddenAbove: boolean) {
    const runStyle = valueAt(run, 'w:rPr', 'w:rStyle')
    const own = switchAt(run, 'w:rPr', 'w:vanish')
    const hidden = own ?? (hiddenAbove || (runStyle !== undefined && styles.isHidden(runStyle)))
    for (const part of elements(run)) read(part, hidden)
  }

  function readText(node: XmlNode, hidden: boolean) {
    const kept = node.attributes['xml:space'] === 'preserve' ? textOf(node) : textOf(node).trim()
    const words = kept.replace(/[\t\r\n]/g, ' ').replaceAll('\u00AD', '')
    if (hidden && !state.fields.includes(true)) state.hiddenCharacters += words.length
    if (!hidden) add(words)
  }

  function read(node: XmlNode, hidden: boolean) {
    if (silent.has(node.name)) return
    if (node.name === 'w:r') return readRun(node, hidden)
    if (node.name === 'w:t' || node.name === 'm:t') return readText(node, hidden)
    if (node.name === 'w:fldChar') return readField(node.attributes['w:fldCharType'])
    if (node.name === 'w:txbxContent') return void state.textboxes.push(node)
    if (node.name === 'mc:AlternateContent') return readAlternative(node, hidden)
    if (!hidden && readSign(node)) return
    for (const each of elements(node)) read(each, hidden)
  }

  /** The same content for newer and for older programs: the newer is read, and the other is not read again. */
  function readAlternative(node: XmlNode, hidden: boolean) {
    const chosen = child(node, 'mc:Choice') ?? child(node, 'mc:Fallback')
    for (const each of elements(chosen)) read(each, hidden)
  }

  function readSign(node: XmlNode): boolean {
    if (node.name === 'w:tab' || node.name === 'w:ptab') add('\t')
    else if (node.name === 'w:br' || node.name === 'w:cr') breakLine()
    else if (node.name === 'w:noBreakHyphen') add('-')
    else if (node.name === 'w:sym') {
      const code = Number.parseInt(node.attributes['w:char'] ?? '', 16)
      if (Number.isInteger(code)) add(symbolOf(node.attributes['w:font'] ?? '', code))
    } else return false
    return true
  }

  for (const each of elements(paragraph)) read(each, styleHides)
  close()
  return lines as PrintedLines
}

/** Whether the mark at the end of a paragraph is gone: deleted, moved away or hidden. What follows then joins it. */
export function markIsGone(paragraph: XmlNode): boolean {
  const mark = child(paragraph, 'w:pPr', 'w:rPr')
  const hidden = switchAt(mark, 'w:vanish') ?? switchAt(mark, 'w:specVanish') ?? false
  return hidden || child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined
}

/** One printed line without the blanks at its ends; the origins of the words that stay keep pointing at them. */
export function trimmed(line: readonly Chunk[]): Chunk[] {
  const chunks = [...line]
  while (chunks[0] && chunks[0].text.trim() === '') chunks.shift()
  while (chunks.length > 0 && chunks.at(-1)?.text.trim() === '') chunks.pop()
  const first = chunks[0]
  if (first) {
    const blanks = first.text.length - first.text.trimStart().length
    const from = first.from && { ...first.from, offset: first.from.offset + blanks }
    chunks[0] = { text: first.text.slice(blanks), ...(from && { from }) }
  }
  const last = chunks.at(-1)
  if (last) chunks[chunks.length - 1] = { ...last, text: last.text.trimEnd() }
  return chunks
}

/** Heading level of a paragraph: its own, or its style's; null for body text. */
export function headingOf(paragraph: XmlNode, styleId: string, styles: Styles): number | null {
  const own = numberAt(paragraph, 'w:pPr', 'w:outlineLvl')
  if (own !== undefined) return own < 9 ? own + 1 : null
  return styles.headingOf(styleId)
}
