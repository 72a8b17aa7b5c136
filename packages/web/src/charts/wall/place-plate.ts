/** Where the plate with the days overdue hangs in its own slip, and what stands on it. */
export interface PlatePlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly cells: readonly { readonly words: string; readonly y: number; readonly size: number }[]
}

interface PlateAsked {
  readonly x: number
  readonly pitch: number
  readonly top: number
  readonly base: number
  /** Height of the time line, and its width. */
  readonly lineY: number
  readonly lineWidth: number
}

/**
 * Hangs just above the time line, or below it late in the year when there is no room above. Three cells (逾 / 46 / 天)
 * where there is room, otherwise two. `words` are what goes before and behind the number.
 */
export function placePlate(days: number, words: readonly [string, string], asked: PlateAsked): PlatePlace {
  const { x, top, base, lineY, lineWidth } = asked
  const width = Math.min(asked.pitch * 0.94, 64)
  const roomAbove = lineY - top - lineWidth * 3
  const above = roomAbove >= width * 0.7
  const room = above ? roomAbove : base - lineY - lineWidth * 3
  const tall = above && words[0] !== '' && room > width * 2.9
  const height = Math.min(room, width * (tall ? 2.7 : 1.62))
  const y = above ? lineY - lineWidth * 2.4 - height : lineY + lineWidth * 2.4
  const fit = Math.min(1, 3 / Math.max(2, String(days).length + 0.4))
  return {
    x: x - width / 2,
    y,
    width,
    height,
    cells: tall ? threeCells(days, words, y, height, fit) : twoCells(days, words[1], y, height, fit),
  }
}

const threeCells = (days: number, words: readonly [string, string], y: number, height: number, fit: number) => {
  const size = (height / 3) * 0.82
  return [words[0], String(days), words[1]].map((cell, i) => ({
    words: cell,
    y: y + (height * (i + 0.5)) / 3 + size * 0.36,
    size: i === 1 ? size * 1.12 * fit : size,
  }))
}

const twoCells = (days: number, word: string, y: number, height: number, fit: number) => [
  { words: String(days), y: y + height * 0.52, size: height * 0.5 * fit },
  { words: word, y: y + height * 0.89, size: height * 0.32 },
]
