import type { Problem } from '@guatu/contract'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from './problem.ts'

export interface Doing {
  readonly busy: boolean
  readonly problem: Problem | null
  /** Does it, unless something is under way, and hands on what it gave; refused, keeps what refused it. */
  readonly run: <Made>(act: () => Promise<Made>, done?: (made: Made) => void) => Promise<void>
}

/** Whatever the page shows. */
export const everything: readonly QueryKey[] = [[]]

/** Changes something once at a time. What may stand otherwise afterwards is asked for anew, also where it was refused. */
export function useDoing(changed: readonly QueryKey[] = []): Doing {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run: Doing['run'] = async (act, done) => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      const made = await act()
      done?.(made)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
      for (const queryKey of changed) await queries.invalidateQueries({ queryKey })
    }
  }
  return { busy, problem, run }
}
