import type { Problem } from '@guatu/contract'
import { useState } from 'react'
import { problemOf } from '../../api/problem.ts'

export interface Doing {
  readonly busy: boolean
  readonly problem: Problem | null
  /** Runs it once at a time; what refuses it is kept to be shown where it was asked for. */
  readonly run: (act: () => Promise<unknown>) => Promise<void>
}

export function useDoing(): Doing {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async (act: () => Promise<unknown>) => {
    setBusy(true)
    setProblem(null)
    try {
      await act()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run }
}
