import type { MapChart } from '@guatu/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'

interface MapAsked {
  readonly on: string | undefined
  readonly known: string | undefined
  /** Registers by id, divided by commas; undefined is all of them. */
  readonly layers: string | undefined
}

/** 一张图; while other layers are fetched, the map stays as it was. */
export const mapQuery = (asked: MapAsked) =>
  queryOptions({
    queryKey: ['map', asked],
    queryFn: ({ signal }) => get<MapChart>('/api/map', { ...asked }, signal),
    placeholderData: keepPreviousData,
  })
