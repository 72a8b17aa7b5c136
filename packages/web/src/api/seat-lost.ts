const lost = new EventTarget()

/** Tells whoever listens that an answer said that nobody sits here any more. */
export const tellSeatLost = (): boolean => lost.dispatchEvent(new Event('lost'))

/** Calls back whenever a seat was lost; returns how to stop. */
export function onSeatLost(heard: () => void): () => void {
  lost.addEventListener('lost', heard)
  return () => lost.removeEventListener('lost', heard)
}
