import type { batchResult, Entry, entryPage, Problem, RegisterShape } from '@guatu/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { change, get } from './client.ts'

export type EntryPage = z.infer<typeof entryPage>
export type BatchResult = z.infer<typeof batchResult>
export type RowValues = Readonly<Record<string, string>>

export const registersQuery = queryOptions({
  queryKey: ['registers'],
  queryFn: ({ signal }) => get<{ registers: readonly RegisterShape[] }>('/api/registers', undefined, signal),
  staleTime: 300_000,
})

export interface EntriesAsked {
  readonly target: string | undefined
  readonly state: string | undefined
  readonly text: string | undefined
  readonly on: string | undefined
  readonly known: string | undefined
}

/** The rows of a register, newest first, a page at a time. */
export const entriesQuery = (register: string, asked: EntriesAsked) =>
  infiniteQueryOptions({
    queryKey: ['entries', register, asked],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...asked, limit: 200, after: pageParam }
      return get<EntryPage>(`/api/registers/${register}/entries`, query, signal)
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const enterRow = (register: string, values: RowValues): Promise<Entry> =>
  change<Entry>({ method: 'POST', path: `/api/registers/${register}/entries`, body: { values } })

export const enterRows = (register: string, rows: readonly RowValues[], preview: boolean): Promise<BatchResult> =>
  change<BatchResult>({ method: 'POST', path: `/api/registers/${register}/batch`, body: { rows, preview } })

export interface Verified {
  readonly verified: number
  readonly refused: readonly { readonly id: string; readonly problem: Problem }[]
}
export const verifyRows = (register: string, ids: readonly string[]): Promise<Verified> =>
  change<Verified>({ method: 'POST', path: `/api/registers/${register}/verify`, body: { ids } })

type Seen = Pick<Entry, 'id' | 'version'>

const onEntry = (verb: 'return' | 'withdraw' | 'correct') => (entry: Seen, body: object) =>
  change<Entry>({ method: 'POST', path: `/api/entries/${entry.id}/${verb}`, body, version: entry.version })

export const returnRow = (entry: Seen, because: string): Promise<Entry> => onEntry('return')(entry, { because })
export const withdrawRow = (entry: Seen, because: string): Promise<Entry> => onEntry('withdraw')(entry, { because })
export const correctRow = (entry: Seen, values: RowValues, because: string): Promise<Entry> =>
  onEntry('correct')(entry, { values, because })
