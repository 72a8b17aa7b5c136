import type { StartPage } from '@guatu/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'

interface StartAsked {
  readonly on: string | undefined
  readonly known: string | undefined
  /** The day that lights are compared with; undefined is a week before. */
  readonly since: string | undefined
}

/** 首页 of whoever asks. */
export const startQuery = (asked: StartAsked) =>
  queryOptions({
    queryKey: ['start', asked],
    queryFn: ({ signal }) => get<StartPage>('/api/start', { ...asked }, signal),
    placeholderData: keepPreviousData,
  })
