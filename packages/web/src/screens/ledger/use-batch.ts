import type { Entry, Problem } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../../api/problem.ts'

export interface Outcome {
  readonly entry: Entry
  /** Null where it went through. */
  readonly problem: Problem | null
}

/** Does one thing to many rows, one after the other: each is its own change, refused or taken by itself. */
export function useBatch() {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const run = async (
    entries: readonly Entry[],
    act: (entry: Entry) => Promise<unknown>,
  ): Promise<readonly Outcome[]> => {
    setBusy(true)
    const done: Outcome[] = []
    for (const entry of entries) {
      const problem = await act(entry).then(
        () => null,
        (error: unknown) => problemOf(error),
      )
      done.push({ entry, problem })
      setOutcomes([...done])
    }
    setBusy(false)
    await queries.invalidateQueries()
    return done
  }
  return { run, busy, outcomes }
}
