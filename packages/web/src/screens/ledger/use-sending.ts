import type { Problem } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../../api/problem.ts'

export interface Sending {
  readonly busy: boolean
  readonly problem: Problem | null
  /** Sends, and calls `onDone` when it was taken; refused, keeps the reason for the form to show. */
  readonly send: (act: () => Promise<unknown>, onDone: () => void) => Promise<void>
}

export function useSending(): Sending {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async (act: () => Promise<unknown>, onDone: () => void) => {
    setBusy(true)
    try {
      await act()
      setProblem(null)
      onDone()
      await queries.invalidateQueries()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, send }
}
