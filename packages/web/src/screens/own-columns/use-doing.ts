import type { OwnColumns, Problem } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ownColumnsQuery } from '../../api/own-columns.ts'
import { problemOf } from '../../api/problem.ts'
import { registersQuery } from '../../api/registers.ts'

export interface Doing {
  readonly busy: boolean
  readonly problem: Problem | null
  readonly run: (act: () => Promise<OwnColumns>, done: (columns: OwnColumns) => void) => Promise<void>
}

/** Changes the columns of a register once at a time; forms and tables ask for the register again. */
export function useDoing(register: string): Doing {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run: Doing['run'] = async (act, done) => {
    setBusy(true)
    setProblem(null)
    try {
      done(await act())
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
      for (const { queryKey } of [ownColumnsQuery(register), registersQuery])
        await queries.invalidateQueries({ queryKey })
    }
  }
  return { busy, problem, run }
}
