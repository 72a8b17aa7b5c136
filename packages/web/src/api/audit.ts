import type { AuditCheckpoints, AuditPage } from '@guatu/contract'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { address, change, get } from './client.ts'
import { saveFile } from './file.ts'
import { uuid } from './uuid.ts'

export interface AuditAsked {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly person: string | undefined
  readonly route: string | undefined
  readonly object: string | undefined
  readonly outcome: string | undefined
  readonly problem: string | undefined
}

// Each look is on record: it is asked for by a person, never again because somebody else has changed something.
const onlyWhenAsked = {
  gcTime: 0,
  meta: { live: false },
  refetchOnWindowFocus: false,
  staleTime: Number.POSITIVE_INFINITY,
}

/** The records that fit, the newest first, a page at a time. */
export const auditQuery = (asked: AuditAsked) =>
  infiniteQueryOptions({
    ...onlyWhenAsked,
    queryKey: ['audit', asked],
    queryFn: ({ pageParam, signal }) => get<AuditPage>('/api/audit', { ...asked, before: pageParam }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.before ?? undefined,
  })

export const saveSheet = (asked: AuditAsked, format: 'csv' | 'xlsx'): Promise<void> =>
  saveFile(address('/api/audit/sheet', { ...asked, format }))

/** The whole log, to be verified anywhere. */
export const saveLog = (): Promise<void> =>
  saveFile('/api/audit/export', { method: 'POST', headers: { 'idempotency-key': uuid() } })

export const saveCheckpoints = (): Promise<void> => saveFile('/api/audit/checkpoints/file')

export const checkpointsQuery = infiniteQueryOptions({
  queryKey: ['checkpoints'],
  queryFn: ({ pageParam, signal }) => get<AuditCheckpoints>('/api/audit/checkpoints', { before: pageParam }, signal),
  initialPageParam: undefined as number | undefined,
  getNextPageParam: (page) => page.before ?? undefined,
})

export const makeCheckpoint = (): Promise<{ size: number | null }> =>
  change({ method: 'POST', path: '/api/audit/checkpoints' })

export const notePrinted = (size: number): Promise<unknown> =>
  change({ method: 'POST', path: `/api/audit/checkpoints/${size}/printed` })
