import { type KeyboardEvent, useState } from 'react'
import { type Spot, spotBeside } from './spots.ts'

/** Which point the keyboard is at, of those that are drawn; Enter and the space bar open it. */
export function useSpotKeys(spots: readonly Spot[], onOpen: (point: number) => void) {
  const [last, setLast] = useState(0)
  // After a layer was switched off there are fewer.
  const current = Math.min(last, spots.length - 1)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // The cells inside are links of their own.
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter' || event.key === ' ') {
      const spot = spots[current]
      if (spot) onOpen(spot.point)
      event.preventDefault()
      return
    }
    const to = spotBeside(spots, current, event.key)
    if (to === null) return
    event.preventDefault()
    setLast(to)
  }
  return { current, setCurrent: setLast, onKeyDown }
}
