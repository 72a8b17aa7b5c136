import type { Problem } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { linksQuery, providersQuery } from '../../api/oidc.ts'
import { problemOf } from '../../api/problem.ts'

export interface Doing {
  readonly busy: boolean
  readonly problem: Problem | null
  readonly run: (act: () => Promise<unknown>, done?: () => void) => Promise<void>
}

/** Changes something once at a time and shows how things stand then; refused, it keeps what refused it. */
export function useDoing(): Doing {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async (act: () => Promise<unknown>, done: () => void = () => {}) => {
    setBusy(true)
    setProblem(null)
    try {
      await act()
      done()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
      for (const { queryKey } of [providersQuery, linksQuery]) await queries.invalidateQueries({ queryKey })
    }
  }
  return { busy, problem, run }
}
