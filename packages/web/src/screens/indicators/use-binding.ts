import type { Bindings, Problem } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { bindTargets, type Wish } from '../../api/bindings.ts'
import { problemOf } from '../../api/problem.ts'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'

/** Binds some targets at once; what was refused stays beside its line with the reason. */
export function useBinding(bindings: Bindings) {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [refused, setRefused] = useState<ReadonlyMap<string, Problem>>(new Map())
  const bind = async (wishes: readonly Wish[]): Promise<void> => {
    setBusy(true)
    try {
      const done = await bindTargets(bindings, wishes)
      setProblem(null)
      setRefused(new Map(done.refused.map((one) => [one.target, one.problem])))
      const ended = wishes.every(({ indicator }) => indicator === null)
      const said = ended ? m.indicators_ended() : m.indicators_confirmed({ count: done.bound })
      toast(said, done.refused.length > 0 ? m.indicators_refused({ count: done.refused.length }) : undefined)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
      await queries.invalidateQueries()
    }
  }
  return { busy, problem, refused, bind }
}
