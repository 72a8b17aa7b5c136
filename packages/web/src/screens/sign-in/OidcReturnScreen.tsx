import type { Problem } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { comeBackFromUnitLogin } from '../../api/oidc.ts'
import { problemOf } from '../../api/problem.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'
import { answerOf } from './answer.ts'
import { keepBack, keptBack } from './on-the-way.ts'
import styles from './sign-in.module.css'
import { useWayBack } from './use-way-back.ts'

const loadedAt = (): string | undefined => performance.getEntriesByType('navigation')[0]?.name

/** Where the unit's login sends the browser back to: hands its answer on, once, and leads to where one was. */
export default function OidcReturnScreen() {
  const goBack = useWayBack()
  const [problem, setProblem] = useState<Problem | null>(null)
  const sent = useRef(false)
  useEffect(() => {
    // An answer is good for one time only.
    if (sent.current) return
    sent.current = true
    const finish = async () => {
      await comeBackFromUnitLogin(answerOf(loadedAt()))
      const back = keptBack()
      keepBack(undefined)
      await goBack(back)
    }
    finish().catch((error: unknown) => setProblem(problemOf(error)))
  }, [goBack])
  return (
    <Page title={m.nav_sign_in()}>
      {problem === null ? (
        <p role="status" className={styles.says}>
          {m.sign_in_busy()}
        </p>
      ) : (
        <ProblemNote problem={problem} action={<ToSignIn />} />
      )}
    </Page>
  )
}

function ToSignIn() {
  const back = keptBack()
  return (
    <Link to="/sign-in" search={back === undefined ? {} : { back }} className={buttonClass({ look: 'primary' })}>
      {m.oidc_to_sign_in()}
    </Link>
  )
}
