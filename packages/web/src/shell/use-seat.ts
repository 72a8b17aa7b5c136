import type { Me } from '@guatu/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { meQuery } from '../api/me.ts'
import { hasNoSeat } from '../api/problem.ts'
import { onSeatLost } from '../api/seat-lost.ts'

/** Who is asking, undefined until known; null where one has no seat, as when the office one sat in was removed. */
export function useSeat(): Me | null | undefined {
  const { data, error } = useQuery(meQuery)
  return hasNoSeat(error) ? null : data
}

/** Asks again who one is when any answer says that nobody sits here: the seat was lost while the page stood open. */
export function useLostSeat(): void {
  const queries = useQueryClient()
  useEffect(
    () =>
      onSeatLost(() => {
        const asked = queries.getQueryState(meQuery.queryKey)
        // That very question is what may have been answered so.
        if (asked?.status === 'success' && asked.fetchStatus === 'idle')
          void queries.invalidateQueries({ queryKey: meQuery.queryKey })
      }),
    [queries],
  )
}
