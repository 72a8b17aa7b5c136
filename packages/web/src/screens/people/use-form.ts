import type { Problem } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { peopleQuery } from '../../api/people.ts'
import { problemOf } from '../../api/problem.ts'

/** Sends a form once at a time. Refused, it stays with what was typed, and the people are shown as they stand now. */
export function useForm() {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async <T>(act: () => Promise<T>, done: (value: T) => void) => {
    setBusy(true)
    setProblem(null)
    try {
      done(await act())
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
      await queries.invalidateQueries({ queryKey: peopleQuery.queryKey })
    }
  }
  return { busy, problem, send }
}
