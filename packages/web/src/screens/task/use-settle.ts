import type { Problem, settle } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { change } from '../../api/client.ts'
import { problemOf } from '../../api/problem.ts'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'

export type Settle = z.input<typeof settle>

/**
 * Settles a target against the version of the plan that is on the page, or the one it was compared with since. Null when it was taken, else what stood in its
 * way; after somebody else's change everything is fetched anew, so that the next try is against what is shown.
 */
export function useSettle(
  targetId: string,
  version: number,
): (to: Settle, against?: number) => Promise<Problem | null> {
  const queries = useQueryClient()
  return async (body, against = version) => {
    try {
      const path = `/api/targets/${targetId}/settle`
      const made = await change<{ version: number }>({ method: 'POST', path, body, version: against })
      toast(m.settle_done({ version: made.version }), m.settle_done_next())
      await queries.invalidateQueries()
      return null
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code === 'request.version_conflict') await queries.invalidateQueries()
      return problem
    }
  }
}
