import type { SourceRow } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from '../../api/client.ts'
import type { SourceKind } from '../../words/source.ts'

export const sourcesQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['sources', year],
    queryFn: ({ signal }) => get<{ sources: readonly SourceRow[] }>('/api/sources', { year }, signal),
  })

export interface SourceDraft {
  readonly file: File
  readonly year: string
  readonly sourceKind: SourceKind
  readonly title: string
  readonly datedOn: string
  readonly series: string
}

/** Hands in a document. It is read at once; what was read waits for its review. */
export function sendSource(draft: SourceDraft): Promise<SourceRow> {
  const form = new FormData()
  // The fields stand before the file: a server that reads as it receives knows what is coming.
  form.set('year', draft.year)
  form.set('sourceKind', draft.sourceKind)
  form.set('title', draft.title.trim())
  form.set('datedOn', draft.datedOn)
  form.set('series', draft.series.trim())
  form.set('file', draft.file, draft.file.name)
  return change<SourceRow>({ method: 'POST', path: '/api/sources', body: form })
}
