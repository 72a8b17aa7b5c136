import type { Evidence, EvidenceBrought, EvidenceList } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'

/** What stands behind a row. */
export const evidenceQuery = (entryId: string) =>
  queryOptions({
    queryKey: ['evidence', entryId],
    queryFn: ({ signal }) => get<EvidenceList>(`/api/entries/${entryId}/evidence`, undefined, signal),
  })

/** Brings files to the server, all at once; the answer tells of each. They stand behind no row yet. */
export function bringFiles(files: readonly File[]): Promise<EvidenceBrought> {
  const form = new FormData()
  for (const file of files) form.append('file', file, file.name)
  return change<EvidenceBrought>({ method: 'POST', path: '/api/evidence', body: form })
}

export const attachEvidence = (entryId: string, ids: readonly string[]): Promise<EvidenceList> =>
  change<EvidenceList>({ method: 'POST', path: `/api/entries/${entryId}/evidence`, body: { ids } })

export const evidenceAddress = ({ id }: Pick<Evidence, 'id'>): string => `/api/evidence/${id}`
