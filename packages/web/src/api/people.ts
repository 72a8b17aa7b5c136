import type { Holding, People, PolicyPage } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'

/** Units, posts, and who holds them. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => get<People>('/api/people', undefined, signal),
})

/** The policy table in words. */
export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: ({ signal }) => get<PolicyPage>('/api/policy', undefined, signal),
})

/** Confirms a holding as it was seen. */
export const confirmHolding = ({ id, version }: Holding): Promise<unknown> =>
  change({ method: 'POST', path: `/api/holdings/${id}/confirm`, body: {}, version })
