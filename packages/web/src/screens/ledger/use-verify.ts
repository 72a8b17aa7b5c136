import { useState } from 'react'
import { type Verified, verifyRows } from '../../api/registers.ts'
import { everything, useDoing } from '../../api/use-doing.ts'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'

/** Verifies rows together; those that are refused stay as they were, each with its reason. */
export function useVerify(register: string, onDone: () => void) {
  const { busy, problem, run } = useDoing(everything)
  const [refused, setRefused] = useState<Verified['refused']>([])
  const verify = (ids: readonly string[]) =>
    run(
      () => verifyRows(register, ids),
      (done) => {
        setRefused(done.refused)
        if (done.verified > 0) toast(m.ledger_verified({ count: done.verified }))
        onDone()
      },
    )
  return { verify, busy, problem, refused }
}
