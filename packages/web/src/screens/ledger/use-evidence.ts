import type { Evidence, Problem } from '@guatu/contract'
import { useState } from 'react'
import { bringFiles } from '../../api/evidence.ts'
import { problemOf } from '../../api/problem.ts'

/** The files brought in a form so far: those the server has, and why it refused others. */
export function useEvidence() {
  const [brought, setBrought] = useState<readonly Evidence[]>([])
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [busy, setBusy] = useState(false)
  const bring = async (files: readonly File[]) => {
    if (files.length === 0) return
    setBusy(true)
    try {
      const told = (await bringFiles(files)).files
      setBrought((before) => [...before, ...told.flatMap(({ evidence }) => evidence ?? [])])
      setProblems(told.flatMap(({ problem }) => problem ?? []))
    } catch (error) {
      setProblems([problemOf(error)])
    } finally {
      setBusy(false)
    }
  }
  const leaveOut = (id: string) => setBrought((before) => before.filter((one) => one.id !== id))
  return { brought, problems, busy, bring, leaveOut }
}

export type BroughtEvidence = ReturnType<typeof useEvidence>
