const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The words of a short phrase, as the language's own dictionary parts them. */
export const wordsIn = (phrase: string): string[] => Array.from(segmenter.segment(phrase), ({ segment }) => segment)

/** Whether a word of a short phrase begins before a place and goes on behind it: at 动 in 带动工业投资. */
export function beginsInsideWord(phrase: string, at: number): boolean {
  if (at === 0) return false
  return segmenter.segment(phrase).containing(at)?.index !== at
}
