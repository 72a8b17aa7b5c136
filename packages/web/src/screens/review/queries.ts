import type { Decision, Problem, Review } from '@guatu/contract'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { change, get } from '../../api/client.ts'
import { problemOf } from '../../api/problem.ts'

export const reviewQuery = (sourceId: string) =>
  queryOptions({
    queryKey: ['review', sourceId],
    queryFn: ({ signal }) => get<Review>(`/api/sources/${sourceId}`, undefined, signal),
  })

export interface Decide {
  /**
   * Sends one decision; null when it was taken, else what stood in its way. `against` is the version that was shown
   * beside it, where somebody else was faster; else it goes against the newest that this page knows.
   */
  readonly decide: (decision: Decision, against?: number) => Promise<Problem | null>
  readonly busy: boolean
}

/**
 * Decisions go one after the other, each against the version the one before has made: a person at the keyboard is
 * quicker than the wire. After somebody else's change the newest review is fetched, and the decision is not repeated.
 */
export function useDecide(sourceId: string): Decide {
  const queries = useQueryClient()
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const [waiting, setWaiting] = useState(0)
  const { queryKey } = reviewQuery(sourceId)
  const send = async (decision: Decision, against?: number): Promise<Problem | null> => {
    const version = against ?? queries.getQueryData(queryKey)?.version ?? 0
    const path = `/api/sources/${sourceId}/decisions`
    try {
      const next = await change<Review>({ method: 'POST', path, body: decision, version })
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, next)
      return null
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code === 'request.version_conflict') await queries.refetchQueries({ queryKey })
      return problem
    }
  }
  const decide = (decision: Decision, against?: number) => {
    setWaiting((n) => n + 1)
    const turn = line.current.then(() => send(decision, against)).finally(() => setWaiting((n) => n - 1))
    line.current = turn
    return turn
  }
  return { decide, busy: waiting > 0 }
}
