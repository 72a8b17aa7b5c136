import type { MonthLocks, MonthPreview } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'

/** Which months are locked, and which may be. */
export const monthsQuery = queryOptions({
  queryKey: ['months'],
  queryFn: ({ signal }) => get<MonthLocks>('/api/months', undefined, signal),
})

/** What a month lacks before it is locked. */
export const monthPreviewQuery = (month: string) =>
  queryOptions({
    queryKey: ['months', month],
    queryFn: ({ signal }) => get<MonthPreview>(`/api/months/${month}`, undefined, signal),
  })

export const lockMonth = (month: string): Promise<MonthLocks> =>
  change<MonthLocks>({ method: 'POST', path: `/api/months/${month}/lock`, body: {} })
