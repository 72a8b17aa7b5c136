import type { Problem } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import { type Verified, verifyRows } from '../../api/registers.ts'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'

/** Verifies rows together; those that are refused stay as they were, each with its reason. */
export function useVerify(register: string, onDone: () => void) {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [refused, setRefused] = useState<Verified['refused']>([])
  const verify = async (ids: readonly string[]) => {
    setBusy(true)
    try {
      const done = await verifyRows(register, ids)
      setProblem(null)
      setRefused(done.refused)
      if (done.verified > 0) toast(m.ledger_verified({ count: done.verified }))
      onDone()
      await queries.invalidateQueries()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { verify, busy, problem, refused }
}
