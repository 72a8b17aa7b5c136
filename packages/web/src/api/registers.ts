import type {
  AlikeRows,
  BatchSteps,
  batchResult,
  CheckedDraft,
  Entry,
  EntryDetail,
  EntryTargets,
  entryPage,
  LedgerCounts,
  LedgerView,
  PlaceConversion,
  Problem,
  RegisterShape,
  SavedViews,
} from '@guatu/contract'
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

/** What of a register is asked for, as the server reads it. */
export type EntriesAsked = Readonly<Record<string, string | undefined>>

/** The rows of a register, newest first or as asked, a page at a time. */
export const entriesQuery = (register: string, asked: EntriesAsked) =>
  infiniteQueryOptions({
    queryKey: ['entries', register, asked],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...asked, each: 'row', limit: 200, after: pageParam }
      return get<EntryPage>(`/api/registers/${register}/entries`, query, signal)
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const ledgersQuery = queryOptions({
  queryKey: ['ledgers'],
  queryFn: ({ signal }) => get<LedgerCounts>('/api/ledgers', undefined, signal),
})

export const entryQuery = (id: string, asOf: EntriesAsked = {}) =>
  queryOptions({
    queryKey: ['entry', id, asOf],
    queryFn: ({ signal }) => get<EntryDetail>(`/api/entries/${id}`, asOf, signal),
  })

/** Where the facts of a row lead on, up to the sentences of the report. */
export const entryTargetsQuery = (id: string, asOf: EntriesAsked = {}) =>
  queryOptions({
    queryKey: ['entry', id, 'targets', asOf],
    queryFn: ({ signal }) => get<EntryTargets>(`/api/entries/${id}/targets`, asOf, signal),
  })

export const alikeQuery = (id: string) =>
  queryOptions({
    queryKey: ['alike', id],
    queryFn: ({ signal }) => get<AlikeRows>(`/api/entries/${id}/alike`, undefined, signal),
  })

/** The rows of a register that hold some words, as many as a list to choose from has. */
export const rowsFoundQuery = (register: string, text: string) =>
  queryOptions({
    queryKey: ['entries', register, 'found', text],
    queryFn: ({ signal }) => {
      const query = { each: 'row', state: 'verified', limit: 50, text: text.trim() === '' ? undefined : text.trim() }
      return get<EntryPage>(`/api/registers/${register}/entries`, query, signal)
    },
    enabled: register !== '',
  })

const viewsPath = (register: string) => `/api/registers/${register}/views`

export const viewsQuery = (register: string) =>
  queryOptions({
    queryKey: ['views', register],
    queryFn: ({ signal }) => get<SavedViews>(viewsPath(register), undefined, signal),
  })
export const saveView = (register: string, name: string, view: LedgerView): Promise<SavedViews> =>
  change<SavedViews>({ method: 'POST', path: viewsPath(register), body: { name, view } })
export const dropView = (id: string): Promise<SavedViews> =>
  change<SavedViews>({ method: 'POST', path: `/api/views/${id}/drop`, body: {} })

export const enterRow = (register: string, values: RowValues, status?: string): Promise<Entry> =>
  change<Entry>({ method: 'POST', path: `/api/registers/${register}/entries`, body: { values, status } })

/** The columns of coordinates whose cells somebody wants converted, by column. */
export type Conversions = Readonly<Record<string, PlaceConversion>>

export const enterRows = (
  register: string,
  rows: readonly RowValues[],
  { preview, convert = {} }: { readonly preview: boolean; readonly convert?: Conversions },
): Promise<BatchResult> =>
  change<BatchResult>({ method: 'POST', path: `/api/registers/${register}/batch`, body: { rows, preview, convert } })

export interface Verified {
  readonly verified: number
  readonly refused: readonly { readonly id: string; readonly problem: Problem }[]
}
export const verifyRows = (register: string, ids: readonly string[]): Promise<Verified> =>
  change<Verified>({ method: 'POST', path: `/api/registers/${register}/verify`, body: { ids } })

type Seen = Pick<Entry, 'id' | 'version'>

/** What the register says of a draft; nothing is kept. */
export const checkDraft = (register: string, draft: Draft): Promise<CheckedDraft> =>
  change<CheckedDraft>({ method: 'POST', path: `/api/registers/${register}/check`, body: draft, beside: true })

export interface Draft {
  readonly values: RowValues
  readonly status?: string | undefined
  readonly move?: string | undefined
  readonly entryId?: string | undefined
}

/** One thing to do to many rows of a register, as they were seen. */
export interface Batch {
  readonly entries: readonly Seen[]
  readonly because: string
  readonly preview: boolean
}

const onMany =
  (verb: 'return' | 'correct' | 'move') =>
  (register: string, { entries, ...batch }: Batch & object) => {
    const seen = entries.map(({ id, version }) => ({ id, version }))
    return change<BatchSteps>({
      method: 'POST',
      path: `/api/registers/${register}/${verb}`,
      body: { ...batch, entries: seen },
    })
  }

/** Sends rows back with one reason. */
export const returnRows = (register: string, batch: Batch): Promise<BatchSteps> => onMany('return')(register, batch)
/** Corrects rows, each by the same values. */
export const correctRows = (register: string, batch: Batch & { readonly values: RowValues }): Promise<BatchSteps> =>
  onMany('correct')(register, batch)
/** Takes rows further, each by the same move with what it brings. */
export const moveRows = (
  register: string,
  batch: Batch & { readonly move: string; readonly values: RowValues },
): Promise<BatchSteps> => onMany('move')(register, batch)

const onEntry = (verb: 'return' | 'withdraw' | 'correct' | 'move') => (entry: Seen, body: object) =>
  change<Entry>({ method: 'POST', path: `/api/entries/${entry.id}/${verb}`, body, version: entry.version })

export const returnRow = (entry: Seen, because: string): Promise<Entry> => onEntry('return')(entry, { because })
export const withdrawRow = (entry: Seen, because: string): Promise<Entry> => onEntry('withdraw')(entry, { because })
export const correctRow = (entry: Seen, values: RowValues, because: string): Promise<Entry> =>
  onEntry('correct')(entry, { values, because })

/** Takes a row further in its lifecycle, with what the move brings. */
export const moveRow = (entry: Seen, move: string, values: RowValues, because: string): Promise<Entry> =>
  onEntry('move')(entry, { move, values, because })
