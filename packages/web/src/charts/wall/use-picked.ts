import type { WallArea, WallChart, WallTask } from '@guatu/contract'
import { useCallback, useEffect, useState } from 'react'

export interface Picked {
  readonly area: WallArea
  readonly task: WallTask
  readonly close: () => void
}

const numberInHash = (): string | null =>
  location.hash.startsWith('#t') ? decodeURIComponent(location.hash.slice(2)) : null

/** The task whose slip was followed: `#t15` in the address, so that Back closes it and a link opens it. */
export function usePicked(chart: WallChart): Picked | null {
  const [number, setNumber] = useState(numberInHash)
  useEffect(() => {
    const read = () => setNumber(numberInHash())
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
  const close = useCallback(() => {
    history.pushState(null, '', location.pathname + location.search)
    setNumber(null)
  }, [])
  for (const area of chart.areas) {
    const task = area.tasks.find((one) => one.number === number && one.id !== null)
    if (task) return { area, task, close }
  }
  return null
}
