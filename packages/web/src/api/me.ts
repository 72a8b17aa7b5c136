import type { Me } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'

/** Who is asking, in which office, and which routes they may use. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => get<Me>('/api/me', undefined, signal),
  staleTime: 60_000,
})

/** Sits down as another officer, in another post, or in another office. */
export const takeSeat = (seat: { officeId: string; officerId?: string; postId?: string }): Promise<{ ok: true }> =>
  change<{ ok: true }>({ method: 'POST', path: '/api/session', body: seat })

/** Whether a button may be shown: `may(me, 'POST /api/sources')`, by the rows the server checks. */
export const may = (me: Me, route: string): boolean => me.may.includes(route)
