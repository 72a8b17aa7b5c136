import type { Span } from '../../shared/index.ts'

/** 第3页, — 3 —, 3/4: a line that only numbers a page. */
export const isPageFurniture = (text: string, at: Span): boolean =>
  at.end - at.start <= 24 &&
  /^[\s\u3000\f—–-]*(?:第?\s?\d{1,4}\s?页?(?:\s?[/,，(（]?\s?共?\s?\d{1,4}\s?页?[)）]?)?|—)[\s\u3000\f—–-]*$/u.test(
    text.slice(at.start, at.end),
  )

const closes = /[。！？!?；;：:”"’》】」）)…]$/
const leans = /[,，、]$/
const cannotOpen = /^[，,。；;、：:）)”》】」%％]/

/**
 * Whether a line goes on with the sentence of the line before it. `paragraph` is what has been joined so far, `before`
 * its last line. `wrapped` is the width at which the text was broken; `parted` says that an empty line stands between;
 * `item` what kind of number the paragraph carries: an item's own title holds no comma, a heading's may.
 */
export function runsOn(
  text: string,
  paragraph: Span,
  before: Span,
  line: Span,
  {
    wrapped,
    parted,
    item,
  }: { readonly wrapped: number; readonly parted: boolean; readonly item: 'none' | 'heading' | 'item' },
): boolean {
  const ahead = text.slice(Math.max(before.start, before.end - 400), before.end)
  if (cannotOpen.test(text.slice(line.start, line.start + 1))) return true
  if (leans.test(ahead)) return true
  if (hasOpenBracket(text, paragraph)) return true
  if (closes.test(ahead) || parted) return false
  return saysASentence(text, paragraph, item) || widthOf(text, before) >= wrapped
}

/** A heading holds no full stop and is short; what holds one, or is long, was broken off in the middle. */
const saysASentence = (text: string, at: Span, item: 'none' | 'heading' | 'item'): boolean =>
  at.end - at.start > (item === 'none' ? bareMax : headMax) ||
  (item === 'item' ? /[。；;,，]/ : /[。；;]/).test(text.slice(at.start, at.end))

const bareMax = 32
const headMax = 60

/** A bracket left open in the last stretch of the paragraph: its other half is on the next line. */
function hasOpenBracket(text: string, at: Span): boolean {
  const tail = text.slice(Math.max(at.start, at.end - 200), at.end)
  const opened = Math.max(tail.lastIndexOf('（'), tail.lastIndexOf('('), tail.lastIndexOf('《'))
  if (opened < 0) return false
  return !/[）)》]/.test(tail.slice(opened))
}

/** In em: a half-width character takes half the room. */
export function widthOf(text: string, at: Span): number {
  let width = 0
  for (let i = at.start; i < at.end; i++) width += text.charCodeAt(i) < 0x2000 ? 0.5 : 1
  return width
}
