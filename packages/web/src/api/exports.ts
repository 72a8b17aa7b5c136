import type { OfficeExport, OfficeExports } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'

/** Every export of all data that was asked for, the newest first. */
export const exportsQuery = queryOptions({
  queryKey: ['exports'],
  queryFn: ({ signal }) => get<OfficeExports>('/api/exports', undefined, signal),
})

export const askForExport = (): Promise<OfficeExport> => change({ method: 'POST', path: '/api/exports' })

export const confirmExport = ({ id, version }: OfficeExport): Promise<OfficeExport> =>
  change({ method: 'POST', path: `/api/exports/${id}/confirm`, version })

export const endExport = ({ id, version }: OfficeExport, because: string): Promise<OfficeExport> =>
  change({ method: 'POST', path: `/api/exports/${id}/end`, body: { because }, version })

/** Where the browser itself fetches the file: it may be larger than a page could hold. */
export const exportAddress = ({ id }: OfficeExport): string => `/api/exports/${id}/file`
