import type { BatchSteps, Problem } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../../api/problem.ts'

/** What was said of many rows: the whole request refused, or some of them by their ids. */
export interface Outcome {
  readonly problem: Problem | null
  readonly refused: ReadonlyMap<string, Problem>
}

/** Does one thing to many rows in one request; those that are refused stay as they were, each with its reason. */
export function useBatch() {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const run = async (act: () => Promise<BatchSteps>, keeps: boolean): Promise<BatchSteps | null> => {
    setBusy(true)
    try {
      const steps = await act()
      setOutcome({ problem: null, refused: new Map(steps.refused.map(({ id, problem }) => [id, problem])) })
      if (keeps) await queries.invalidateQueries()
      return steps
    } catch (error) {
      setOutcome({ problem: problemOf(error), refused: new Map() })
      return null
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, outcome, forget: () => setOutcome(null) }
}
