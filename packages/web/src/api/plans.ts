import type { Plan } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'

/** The years that have an adopted plan, each with its newest version. */
export const planYearsQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: ({ signal }) =>
    get<{ years: readonly { year: number; version: number }[] }>('/api/plans', undefined, signal),
})

export interface PlanAsked {
  readonly year: number
  readonly on: string | undefined
  readonly known: string | undefined
}

/** The plan of a year with the lights of its tasks, for a day as known then. */
export const planQuery = ({ year, on, known }: PlanAsked) =>
  queryOptions({
    queryKey: ['plan', year, on, known],
    queryFn: ({ signal }) => get<Plan>(`/api/plans/${year}`, { on, known }, signal),
  })
