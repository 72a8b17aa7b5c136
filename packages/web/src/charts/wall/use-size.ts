import { type RefObject, useLayoutEffect, useState } from 'react'
import { useOnPaper } from '../../ui/use-on-paper.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** A3, landscape, in millimetres; only the ratio matters to the layout. */
const paper: Size = { width: 420, height: 297 }

/** The size of an element in CSS pixels, no higher than the window, and of the paper while the page is being printed. */
export function useSize(element: RefObject<HTMLElement | null>): {
  readonly size: Size | null
  readonly onPaper: boolean
} {
  const [size, setSize] = useState<Size | null>(null)
  const onPaper = useOnPaper()
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return
    // What grows with its content would stay tall for ever: it counts as far as the window shows it.
    const measure = () =>
      setSize({ width: target.clientWidth, height: Math.min(target.clientHeight, window.innerHeight) })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(target)
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [element])
  return { size: onPaper ? paper : size, onPaper }
}
