import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether the page is being printed, known before the browser draws the paper. */
export function useOnPaper(): boolean {
  const [onPaper, setOnPaper] = useState(false)
  useLayoutEffect(() => {
    // The browser draws the paper at once after this event, so the new layout cannot wait for React's next turn.
    const before = () => flushSync(() => setOnPaper(true))
    const after = () => setOnPaper(false)
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  return onPaper
}
