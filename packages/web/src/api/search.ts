import type { SearchFound } from '@guatu/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'

/**
 * What is found for what was typed. While it is looked for, what was found before stays; an older answer that comes late is
 * dropped. Nothing of it is kept, and it is asked by a person only, who types on where it failed: some looks are on record.
 */
export const searchQuery = (typed: string) =>
  queryOptions({
    queryKey: ['search', typed],
    queryFn: ({ signal }) => get<SearchFound>('/api/search', { q: typed }, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
    meta: { live: false },
    refetchOnWindowFocus: false,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
