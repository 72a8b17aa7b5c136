// Word processors keep a sign of a symbol font as a number in the private use area: what it looks like depends on the
// font. Those that carry meaning in a report, or mark a list, are given here; the rest becomes a replacement sign.
/** `a3≤ b3≥`: a character code in hexadecimal, and the sign it shows. */
const signs = (pairs: string): ReadonlyMap<number, string> =>
  new Map(pairs.split(' ').map((pair) => [Number.parseInt(pair.slice(0, 2), 16), pair.slice(2)]))

const fonts: Readonly<Record<string, ReadonlyMap<number, string>>> = {
  symbol: signs('a3≤ b3≥ b1± b4× b8÷ b9≠ bb≈ b0° b7• 6dμ 25% ae→'),
  wingdings: signs('6c● 6e■ 6f□ 71□ 75◆ 76❖ a7▪ a8□ b2☆ d8➢ e0→ fc✓ fe☑'),
  'wingdings 2': signs('50✓ 52☑ 98● a3□'),
}

const replacement = '\uFFFD'
const isPrivate = (code: number) => code >= 0xe000 && code <= 0xf8ff

/** The sign that a symbol font shows for a character code. */
export function symbolOf(font: string, code: number): string {
  const known = fonts[font.toLowerCase()]?.get(code & 0xff)
  if (known && (isPrivate(code) || code < 0x100)) return known
  if (isPrivate(code) || code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return replacement
  return String.fromCodePoint(code)
}

/** A list mark as it is printed: the private signs of symbol fonts become signs that every font has. */
export const plainMark = (text: string, font: string): string =>
  [...text]
    .map((sign) =>
      isPrivate(sign.codePointAt(0) ?? 0) ? symbolOf(font || 'wingdings', sign.codePointAt(0) ?? 0) : sign,
    )
    .join('')
    .replaceAll(replacement, '•')
