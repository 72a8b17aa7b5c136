import { type RefObject, useEffect, useRef } from 'react'

/** Brings what has just come up into view: in a long form it may be far from the button that was pressed. */
export function useIntoView<T extends HTMLElement>(): RefObject<T | null> {
  const seen = useRef<T>(null)
  useEffect(() => {
    // Newer browsers answer with a promise, which is nothing to clean up with.
    seen.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return seen
}
