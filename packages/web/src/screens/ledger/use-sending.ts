import type { Entry, Problem } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import { type Conflict, conflictOf } from '../../ui/forms/conflict.ts'

export interface Sending {
  readonly busy: boolean
  readonly problem: Problem | null
  /** Others were faster: what they did, for a form to show. */
  readonly conflict: Conflict | null
  /** The row that stood when both versions were last shown: the next try is against it. */
  readonly standing: Entry | undefined
  /** Sends, and calls `onDone` when it was taken; refused, keeps the reason for the form to show. */
  readonly send: (act: () => Promise<unknown>, onDone: () => void) => Promise<void>
}

export function useSending(): Sending {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [standing, setStanding] = useState<Entry>()
  const send = async (act: () => Promise<unknown>, onDone: () => void) => {
    setBusy(true)
    try {
      await act()
      setProblem(null)
      onDone()
      await queries.invalidateQueries()
    } catch (error) {
      const refused = problemOf(error)
      const found = conflictOf(refused)
      setProblem(refused)
      if (!found) return
      setStanding((found.standing as Entry | undefined) ?? standing)
      await queries.invalidateQueries()
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, conflict: conflictOf(problem), standing, send }
}
