import { useSyncExternalStore } from 'react'

/** Whether the window is at most `widthMax` pixels wide, now and as it changes. */
export function useNarrow(widthMax: number): boolean {
  const query = `(max-width: ${widthMax}px)`
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    () => matchMedia(query).matches,
  )
}
