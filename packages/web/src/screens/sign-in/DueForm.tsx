import { useState } from 'react'
import { renewPassword } from '../../api/identity.ts'
import { m } from '../../words/index.ts'
import { isSame, NewPassword, type TypedTwice } from './NewPassword.tsx'
import { StepFrame } from './StepFrame.tsx'
import styles from './sign-in.module.css'
import { type StepProps, useStep } from './use-step.ts'

/** A new password in place of one that is due. */
export function DueForm({ onStep, onOver }: StepProps) {
  const [typed, setTyped] = useState<TypedTwice>({ password: '', again: '' })
  const sending = useStep(() => renewPassword(typed.password), { onStep })
  return (
    <StepFrame sending={sending} action={m.sign_in_due_send()} ready={isSame(typed)} onOver={onOver}>
      <p className={styles.says}>{m.sign_in_due_says()}</p>
      <NewPassword typed={typed} onType={(part) => setTyped({ ...typed, ...part })} />
    </StepFrame>
  )
}
