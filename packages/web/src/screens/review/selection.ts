import type { Span } from '@guatu/core/shared'

/** On every element of the report that holds words: the offset of its first character in the source's text. */
export const startAttribute = 'data-start'

interface Point {
  readonly node: Node
  readonly offset: number
}

/** The offset in the source's text of a place in the page; null where the place is outside the report's words. */
function offsetOf({ node, offset }: Point): number | null {
  if (node.nodeType !== Node.TEXT_NODE) {
    const next = node.childNodes[offset]
    if (next instanceof Element) return startOf(next) ?? startOf(next.querySelector(`[${startAttribute}]`))
    const last = node.childNodes[offset - 1]
    return last ? offsetOf({ node: last, offset: last.textContent?.length ?? 0 }) : null
  }
  const start = startOf(node.parentElement?.closest(`[${startAttribute}]`) ?? null)
  return start === null ? null : start + offset
}

const startOf = (element: Element | null): number | null => {
  const written = element?.getAttribute(startAttribute)
  return written == null ? null : Number(written)
}

/** The span of the selected words, blanks at its ends left out; null where nothing of the report is selected. */
export function selectedSpan(selection: Selection | null, text: string): Span | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = offsetOf({ node: range.startContainer, offset: range.startOffset })
  const end = offsetOf({ node: range.endContainer, offset: range.endOffset })
  return start === null || end === null ? null : trimmed({ start, end }, text)
}

export function trimmed(span: Span, text: string): Span | null {
  const words = text.slice(span.start, span.end)
  const kept = words.trim()
  if (kept === '') return null
  const start = span.start + words.indexOf(kept)
  return { start, end: start + kept.length }
}

const moves: Readonly<Record<string, readonly ['forward' | 'backward', 'character' | 'line']>> = {
  ArrowRight: ['forward', 'character'],
  ArrowLeft: ['backward', 'character'],
  ArrowDown: ['forward', 'line'],
  ArrowUp: ['backward', 'line'],
}

/** Selects one character of a paragraph, moves that selection, or makes it longer. For those without a mouse. */
export function selectByKey(paragraph: Element, key: string, extend: boolean): boolean {
  const [way, step] = moves[key] ?? []
  const selection = getSelection()
  if (!way || !step || !selection || (step === 'line' && !extend)) return false
  if (!selection.anchorNode || !paragraph.contains(selection.anchorNode)) startAt(paragraph, selection)
  else if (extend) selection.modify('extend', way, step)
  else moveOn(selection, way)
  return true
}

function startAt(paragraph: Element, selection: Selection) {
  const first = paragraph.querySelector(`[${startAttribute}]`)?.firstChild
  if (!first) return
  selection.collapse(first, 0)
  selection.modify('extend', 'forward', 'character')
}

function moveOn(selection: Selection, way: 'forward' | 'backward') {
  if (way === 'forward') selection.collapseToEnd()
  else {
    selection.collapseToStart()
    selection.modify('move', 'backward', 'character')
  }
  selection.modify('extend', 'forward', 'character')
}
