import type { DrawArea, OfficeArea } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'

export const areaQuery = queryOptions({
  queryKey: ['area'],
  queryFn: ({ signal }) => get<OfficeArea>('/api/area', undefined, signal),
})

/** Draws the boundary anew, against the one that was seen. */
export const drawArea = ({ version }: Pick<OfficeArea, 'version'>, body: DrawArea): Promise<OfficeArea> =>
  change({ method: 'POST', path: '/api/area', body, version })
