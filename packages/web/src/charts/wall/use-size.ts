import { type RefObject, useLayoutEffect, useState } from 'react'
import { useOnPaper } from '../../ui/use-on-paper.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** A3, landscape, in millimetres; only the ratio matters to the layout. */
const paper: Size = { width: 420, height: 297 }

/** The size of an element in CSS pixels, and of the paper while the page is being printed. */
export function useSize(element: RefObject<HTMLElement | null>): {
  readonly size: Size | null
  readonly onPaper: boolean
} {
  const [size, setSize] = useState<Size | null>(null)
  const onPaper = useOnPaper()
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return
    const measure = () => setSize({ width: target.clientWidth, height: target.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return { size: onPaper ? paper : size, onPaper }
}
