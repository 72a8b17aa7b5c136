// A Chinese character and full-width punctuation take two columns of a terminal; these are the ranges that do.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1f64f}\u{20000}-\u{3fffd}]/u
const mark = /\p{Mark}/u

const widthOfCharacter = (character: string): number => (mark.test(character) ? 0 : wide.test(character) ? 2 : 1)

/** How many columns of a terminal a text takes. */
export const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + widthOfCharacter(c), 0)

/** Cuts a text to so many columns, an ellipsis in place of what did not fit. */
export function fit(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let kept = ''
  let width = 0
  for (const character of text) {
    width += widthOfCharacter(character)
    if (width > columns - 1) break
    kept += character
  }
  return `${kept}…`
}

const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - widthOf(text)))

const columnMax = 48

/** Rows under a head, each column as wide as its widest cell and no wider than `columnMax`. Cells hold no line ends. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((row) => row.map((cell) => fit(cell.replace(/\s+/g, ' '), columnMax)))
  const widths = head.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))))
  const drawn = lines.map((line) =>
    widths
      .map((width, column) => padded(line[column] ?? '', width))
      .join('  ')
      .trimEnd(),
  )
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [drawn[0], rule, ...drawn.slice(1)].join('\n')
}
