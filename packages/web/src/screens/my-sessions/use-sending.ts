import type { Problem } from '@guatu/contract'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../api/problem.ts'

export interface Sending {
  readonly busy: boolean
  readonly problem: Problem | null
  readonly send: (event: FormEvent) => void
}

/** Sends a form once at a time and keeps what refuses it. */
export function useSending(act: () => Promise<void>): Sending {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async () => {
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
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) void run()
  }
  return { busy, problem, send }
}
