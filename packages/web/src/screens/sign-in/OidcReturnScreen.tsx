import type { Problem, SignInStep } from '@guatu/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { comeBackFromUnitLogin } from '../../api/oidc.ts'
import { problemOf } from '../../api/problem.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'
import { AskedStep } from './AskedStep.tsx'
import { answerOf } from './answer.ts'
import { keepBack, keptBack } from './on-the-way.ts'
import styles from './sign-in.module.css'
import type { NextStep } from './use-step.ts'
import { useWayBack } from './use-way-back.ts'

const loadedAt = (): string | undefined => performance.getEntriesByType('navigation')[0]?.name

const toSignIn = () => {
  const back = keptBack()
  return { to: '/sign-in', search: back === undefined ? {} : { back } } as const
}

/**
 * Where the unit's login sends the browser back to: hands its answer on, once, asks for what the office asks for
 * beyond it, and leads to where one was.
 */
export default function OidcReturnScreen() {
  const goBack = useWayBack()
  const navigate = useNavigate()
  const [step, setStep] = useState<NextStep | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const sent = useRef(false)
  const onStep = async ({ next }: SignInStep) => {
    setStep(next)
    if (next !== null) return
    const back = keptBack()
    keepBack(undefined)
    await goBack(back)
  }
  useEffect(() => {
    // An answer is good for one time only.
    if (sent.current) return
    sent.current = true
    comeBackFromUnitLogin(answerOf(loadedAt()))
      .then(onStep)
      .catch((error: unknown) => setProblem(problemOf(error)))
  })
  if (step !== null) return <AskedStep step={step} onStep={onStep} onOver={() => void navigate(toSignIn())} />
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

const ToSignIn = () => (
  <Link {...toSignIn()} className={buttonClass({ look: 'primary' })}>
    {m.oidc_to_sign_in()}
  </Link>
)
