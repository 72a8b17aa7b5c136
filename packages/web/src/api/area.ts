import type { CommunityMap, DrawArea, DrawCommunities, OfficeArea } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'

export const areaQuery = queryOptions({
  queryKey: ['area'],
  queryFn: ({ signal }) => get<OfficeArea>('/api/area', undefined, signal),
})

/** Draws the boundary anew, against the one that was seen. */
export const drawArea = ({ version }: Pick<OfficeArea, 'version'>, body: DrawArea): Promise<OfficeArea> =>
  change({ method: 'POST', path: '/api/area', body, version })

export const communityMapQuery = queryOptions({
  queryKey: ['area', 'communities'],
  queryFn: ({ signal }) => get<CommunityMap>('/api/area/communities', undefined, signal),
})

/** Puts the office's own boundaries of its communities on the map, against those that were seen. */
export const drawCommunities = (
  { version }: Pick<CommunityMap, 'version'>,
  body: DrawCommunities,
): Promise<CommunityMap> => change({ method: 'POST', path: '/api/area/communities', body, version })
