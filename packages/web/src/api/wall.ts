import type { Explanation, PlanTask, WallChart } from '@guatu/contract'
import { get } from './client.ts'

export interface WallAsked {
  readonly year?: number | undefined
  readonly on?: string | undefined
  readonly known?: string | undefined
}

export const getWall = (asked: WallAsked, signal?: AbortSignal): Promise<WallChart> =>
  get<WallChart>('/api/wall', { ...asked }, signal)

type AsOf = Pick<WallAsked, 'on' | 'known'>

/** The day and moment as the end of an address: `?on=2023-06-30`; empty for today as known now. */
export function asOfSearch(asOf: AsOf): string {
  const said = (['on', 'known'] as const).flatMap((name) => (asOf[name] === undefined ? [] : [[name, asOf[name]]]))
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`
}

export const getTask = (id: string, asOf: AsOf, signal?: AbortSignal): Promise<PlanTask> =>
  get<PlanTask>(`/api/tasks/${id}`, { ...asOf }, signal)

export const getExplanation = (targetId: string, asOf: AsOf, signal?: AbortSignal): Promise<Explanation> =>
  get<Explanation>(`/api/targets/${targetId}/working`, { ...asOf }, signal)
