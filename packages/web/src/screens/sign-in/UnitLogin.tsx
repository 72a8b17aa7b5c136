import type { Problem } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { goToUnitLogin, offeredQuery } from '../../api/oidc.ts'
import { problemOf } from '../../api/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { keepBack } from './on-the-way.ts'
import styles from './sign-in.module.css'

interface UnitLoginProps {
  readonly officeId: string
  readonly back: string | undefined
}

/** The way in by the unit's own login, where the office has one in use; the password stays beside it. */
export function UnitLogin({ officeId, back }: UnitLoginProps) {
  const { data } = useQuery(offeredQuery)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const offer = data?.offered.find((one) => one.officeId === officeId)
  if (!offer) return null
  const go = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const way = await goToUnitLogin(officeId)
      keepBack(back)
      location.assign(way.location)
    } catch (error) {
      setProblem(problemOf(error))
      setBusy(false)
    }
  }
  return (
    <div className={styles.form}>
      {problem && <ProblemNote problem={problem} />}
      <div>
        <Button busy={busy} onClick={() => void go()}>
          {offer.label}
        </Button>
      </div>
    </div>
  )
}
