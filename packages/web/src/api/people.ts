import type { HandedOver, Holding, People, PolicyPage, Post } from '@guatu/contract'
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

export interface NewPost {
  readonly unitId: string
  readonly title: string
  readonly duties: readonly Post['duties'][number][]
  readonly line: readonly string[]
  readonly wholeLine: boolean
}
export const makePost = (post: NewPost): Promise<unknown> => change({ method: 'POST', path: '/api/posts', body: post })

export interface NewHolding {
  readonly postId: string
  /** Somebody who is there, by id, or somebody new, by name. */
  readonly officer: { readonly id: string } | { readonly name: string }
  readonly kind: Holding['kind']
  readonly from: string
  readonly until: string | null
}
export const appoint = (holding: NewHolding): Promise<unknown> =>
  change({ method: 'POST', path: '/api/holdings', body: holding })

/** Ends a holding as it was seen, and says what the one who leaves has not ended. */
export const endHolding = ({ id, version }: Holding, body: { until: string; to: string | null }): Promise<HandedOver> =>
  change({ method: 'POST', path: `/api/holdings/${id}/end`, body, version })

export const closePost = (id: string, on: string): Promise<unknown> =>
  change({ method: 'POST', path: `/api/posts/${id}/close`, body: { on } })

export const closeUnit = (id: string, on: string): Promise<unknown> =>
  change({ method: 'POST', path: `/api/units/${id}/close`, body: { on } })

/** Confirms a holding as it was seen. */
export const confirmHolding = ({ id, version }: Holding): Promise<unknown> =>
  change({ method: 'POST', path: `/api/holdings/${id}/confirm`, body: {}, version })
