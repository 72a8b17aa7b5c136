import type { Plan } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'
import { ProblemError } from './problem.ts'

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

/** The plan that holds a task, of whichever year, for a day as known then; null where no plan of that day has it. */
export const planHoldingQuery = (taskId: string, { on, known }: Omit<PlanAsked, 'year'>) =>
  queryOptions({
    queryKey: ['plan', 'holding', taskId, on, known],
    queryFn: async ({ client, signal }): Promise<Plan | null> => {
      const { years } = await client.fetchQuery(planYearsQuery)
      for (const { year } of years) {
        const plan = await get<Plan>(`/api/plans/${year}`, { on, known }, signal).catch(noneThen)
        if (plan?.tasks.some((task) => task.id === taskId)) return plan
      }
      return null
    },
  })

/** A year without a plan on the day asked for is passed over; anything else went wrong. */
function noneThen(error: unknown): null {
  if (error instanceof ProblemError && error.problem.kind === 'notFound') return null
  throw error
}
