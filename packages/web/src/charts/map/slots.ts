export interface Place {
  readonly x: number
  readonly y: number
}

export interface Box extends Place {
  readonly width: number
  readonly height: number
}

export interface Slots {
  /** How far apart two neighbours stand. */
  readonly pitch: number
  readonly places: readonly Place[]
}

const across = (length: number, pitch: number): number => Math.max(0, Math.floor(length / pitch))

/** Room for so many marks in a box, in reading order, as far apart as they can be and no further than `pitchMax`. */
export function slotsIn({ x, y, width, height }: Box, count: number, pitchMax: number): Slots {
  if (count === 0 || width <= 0 || height <= 0) return { pitch: pitchMax, places: [] }
  let pitch = Math.min(pitchMax, width, height, Math.sqrt((width * height) / count))
  // Whole columns and rows hold a little less than the area says.
  while (across(width, pitch) * across(height, pitch) < count) pitch *= 0.98
  const columns = across(width, pitch)
  return {
    pitch,
    places: Array.from({ length: count }, (_, i) => ({
      x: x + pitch * ((i % columns) + 0.5),
      y: y + pitch * (Math.floor(i / columns) + 0.5),
    })),
  }
}
