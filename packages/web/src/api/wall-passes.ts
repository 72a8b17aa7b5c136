import type { IssuedWallPass, NewWallPass, WallPasses } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'

/** Every pass that was issued, with what has become of it. */
export const wallPassesQuery = queryOptions({
  queryKey: ['wall-passes'],
  queryFn: ({ signal }) => get<WallPasses>('/api/wall-passes', undefined, signal),
})

/** Issues a pass; its code is in this answer and in no other. */
export const issueWallPass = (pass: NewWallPass, key: string): Promise<IssuedWallPass> =>
  change<IssuedWallPass>({ method: 'POST', path: '/api/wall-passes', body: pass, key })

export const revokeWallPass = (id: string): Promise<unknown> =>
  change({ method: 'POST', path: `/api/wall-passes/${id}/revoke` })

/** Makes this browser the screen of a pass. The same `key` again is the same browser. */
export const bindScreen = (officeId: string, code: string, key: string): Promise<unknown> =>
  change({ method: 'POST', path: '/api/wall-passes/bind', body: { officeId, code }, key })
