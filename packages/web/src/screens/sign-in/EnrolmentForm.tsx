import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { beginEnrolment, confirmEnrolment } from '../../api/identity.ts'
import { AppSecret } from '../../ui/factor/AppSecret.tsx'
import { FactorField } from '../../ui/factor/FactorField.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { m } from '../../words/index.ts'
import { StepFrame } from './StepFrame.tsx'
import styles from './sign-in.module.css'
import { type StepProps, useStep } from './use-step.ts'

/** Binds the phone: a picture for its camera and the same secret to type, then the first code it shows. */
export function EnrolmentForm({ onStep, onOver }: StepProps) {
  const [code, setCode] = useState('')
  const queries = useQueryClient()
  const bind = async () => {
    const step = await confirmEnrolment(code)
    // Once the phone is bound no other secret is asked for, also not while the way on empties what was read.
    queries.removeQueries({ queryKey: ['enrolment'] })
    return step
  }
  const sending = useStep(bind, { onStep })
  // Asked once: each answer is a new secret, and the phone has the one that was shown.
  const enrolment = useQuery({
    queryKey: ['enrolment'],
    queryFn: beginEnrolment,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return (
    <StepFrame sending={sending} action={m.sign_in_enrol_send()} ready={code !== ''} onOver={onOver}>
      <p className={styles.says}>{m.sign_in_enrol_says()}</p>
      <Loaded query={enrolment}>{(found) => <AppSecret {...found} />}</Loaded>
      <FactorField value={code} onChange={setCode} />
    </StepFrame>
  )
}
