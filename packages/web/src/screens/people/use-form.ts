import type { Holding, Problem } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { peopleQuery } from '../../api/people.ts'
import { problemOf } from '../../api/problem.ts'
import { conflictOf } from '../../ui/forms/conflict.ts'
import { useForget } from '../../ui/forms/use-kept.ts'

const standingIn = (problem: Problem | null) => conflictOf(problem)?.standing as Holding | undefined

/**
 * Sends a form once at a time, and forgets what was kept of it once it was taken. Refused, it stays with what was typed,
 * and the people are shown as they stand now. `first` is a refusal that came before the form was there.
 */
export function useForm(form: string, first: Problem | null = null) {
  const queries = useQueryClient()
  const forget = useForget(form)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState(first)
  const [standing, setStanding] = useState(standingIn(first))
  const send = async <T>(act: () => Promise<T>, done: (value: T) => void) => {
    setBusy(true)
    try {
      const value = await act()
      setProblem(null)
      forget()
      done(value)
    } catch (error) {
      const refused = problemOf(error)
      setProblem(refused)
      setStanding(standingIn(refused) ?? standing)
    } finally {
      setBusy(false)
      await queries.invalidateQueries({ queryKey: peopleQuery.queryKey })
    }
  }
  /** `standing` is the holding as it was shown since others were faster with it: the next try is against that. */
  return { busy, problem, standing, send }
}
