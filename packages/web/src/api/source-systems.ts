import type { IssuedKey, NewSeries, NewSourceSystem, SourceSystems } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'

interface AsOf {
  readonly on: string | undefined
  readonly known: string | undefined
}

/** The systems with their series and keys, and how far each series had come on a day as known then. */
export const sourceSystemsQuery = (asOf: AsOf) =>
  queryOptions({
    queryKey: ['source-systems', asOf],
    queryFn: ({ signal }) => get<SourceSystems>('/api/source-systems', { ...asOf }, signal),
  })

export const declareSystem = (system: NewSourceSystem, key: string): Promise<unknown> =>
  change({ method: 'POST', path: '/api/source-systems', body: system, key })

export const declareSeries = (systemId: string, series: NewSeries, key: string): Promise<unknown> =>
  change({ method: 'POST', path: `/api/source-systems/${systemId}/series`, body: series, key })

export const endSeries = (id: string): Promise<unknown> =>
  change({ method: 'POST', path: `/api/source-series/${id}/end`, body: {} })

/** Gives a system a key; it is in this answer and in no other. */
export const issueKey = (systemId: string, key: string): Promise<IssuedKey> =>
  change<IssuedKey>({ method: 'POST', path: `/api/source-systems/${systemId}/keys`, body: {}, key })

export const revokeKey = (id: string): Promise<unknown> =>
  change({ method: 'POST', path: `/api/source-keys/${id}/revoke`, body: {} })
