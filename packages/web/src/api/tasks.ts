import { queryOptions } from '@tanstack/react-query'
import { getExplanation, getTask } from './wall.ts'

interface AsOf {
  readonly on: string | undefined
  readonly known: string | undefined
}

/** A task with the lights of its targets, for a day as known then. */
export const taskQuery = (id: string, asOf: AsOf) =>
  queryOptions({ queryKey: ['task', id, asOf], queryFn: ({ signal }) => getTask(id, asOf, signal) })

/** The whole working of one target's light, for a day as known then. */
export const workingQuery = (id: string, asOf: AsOf) =>
  queryOptions({ queryKey: ['working', id, asOf], queryFn: ({ signal }) => getExplanation(id, asOf, signal) })
