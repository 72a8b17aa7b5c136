import { type RefObject, useEffect, useState } from 'react'

/** Where a scrolling part goes on out of sight. */
export interface More {
  readonly left: boolean
  readonly right: boolean
}

const none: More = { left: false, right: false }

// Widths on screen are broken numbers: a pixel is not worth scrolling for.
const slack = 2

const moreOf = ({ scrollLeft, clientWidth, scrollWidth }: HTMLElement): More => ({
  left: scrollLeft > slack,
  right: scrollLeft + clientWidth < scrollWidth - slack,
})

/** Follows how far a part is scrolled sideways, and how wide it and what is in it are. */
export function useMore(part: RefObject<HTMLElement | null>): More {
  const [more, setMore] = useState(none)
  useEffect(() => {
    const element = part.current
    if (!element) return
    const look = () => {
      const now = moreOf(element)
      setMore((was) => (was.left === now.left && was.right === now.right ? was : now))
    }
    const watch = new ResizeObserver(look)
    watch.observe(element)
    if (element.firstElementChild) watch.observe(element.firstElementChild)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [part])
  return more
}
