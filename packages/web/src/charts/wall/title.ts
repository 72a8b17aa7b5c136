/** How a title stands under its slip: one column of characters, or two side by side. */
export interface TitleFit {
  readonly lines: readonly string[]
  readonly size: number
}

/** Height of one character of an upright title, as a share of its size: the size and a little space. */
export const characterPitch = 1.05

/** Height of a character that is read from five metres on an 86-inch screen, in drawing units. */
export const legibleSize = 29

/** Width of one of two columns, as a share of the pitch: less than half, so that they are nearer to each other than to the next title. */
export const columnShare = 0.43

/** Fits a title into a slip: as one column if that is not smaller, otherwise as two. All lengths in drawing units. */
export function fitTitle(title: string, room: number, pitch: number, sizeMax: number): TitleFit {
  const characters = [...title]
  // A missing number has no title; it still has one character's room.
  const count = Math.max(1, characters.length)
  const half = Math.ceil(count / 2)
  const one = Math.min(sizeMax, pitch * 0.86, room / (count * characterPitch))
  const two = Math.min(sizeMax, pitch * columnShare, room / (half * characterPitch))
  // One column reads better, so it may be a little smaller, and need not be larger than is read.
  if (count < 4 || one >= Math.min(two, legibleSize) * 0.94) return { lines: [title], size: one }
  return { lines: [characters.slice(0, half).join(''), characters.slice(half).join('')], size: two }
}
