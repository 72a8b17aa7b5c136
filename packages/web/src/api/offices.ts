import type { Me } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'

export type OfficeRow = Me['office']

/** Every office of this server; answered to somebody without a seat too. */
export const officesQuery = queryOptions({
  queryKey: ['offices'],
  queryFn: ({ signal }) => get<{ offices: readonly OfficeRow[] }>('/api/offices', undefined, signal),
})

export interface OfficeDraft {
  readonly name: string
  readonly units: readonly string[]
}

/** Makes an office of one's own. The same `key` again finds the office that the first request made. */
export const makeOffice = (draft: OfficeDraft, key: string): Promise<{ officeId: string }> =>
  change<{ officeId: string }>({ method: 'POST', path: '/api/offices', body: draft, key })

/** Makes the sample anew, or for the first time, and sits down in it. */
export const resetSample = (): Promise<{ officeId: string }> =>
  change<{ officeId: string }>({ method: 'POST', path: '/api/sample/reset' })

/** Removes the sample with all that was entered in it. It also ends one's own seat, wherever that was. */
export const deleteSample = (): Promise<{ ok: true }> => change<{ ok: true }>({ method: 'DELETE', path: '/api/sample' })
