import type { Bindings, BoundTargets } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'

/** Which indicator gives the number of which target of a year, with what is proposed and the whole catalogue. */
export const bindingsQuery = (year: number) =>
  queryOptions({
    queryKey: ['bindings', year],
    queryFn: ({ signal }) => get<Bindings>(`/api/plans/${year}/bindings`, undefined, signal),
  })

export interface Wish {
  readonly target: string
  /** Null ends what stands. */
  readonly indicator: string | null
}

/** Binds against the version that was seen; what cannot be bound comes back with its reason. */
export const bindTargets = ({ year, version }: Bindings, wishes: readonly Wish[]): Promise<BoundTargets> =>
  change({
    method: 'POST',
    path: `/api/plans/${year}/bindings`,
    body: { bindings: wishes, because: '' },
    version,
  })
