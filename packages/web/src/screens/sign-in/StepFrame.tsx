import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'
import styles from './sign-in.module.css'
import type { Sending } from './use-step.ts'

/** The frame of each form of the sign-in: what refused it, its fields, one button, and a way out of a sign-in that is over. */
export function StepFrame({
  sending: { busy, problem, send },
  action,
  ready,
  onOver,
  tools,
  children,
}: {
  readonly sending: Sending
  readonly action: string
  readonly ready: boolean
  readonly onOver?: () => void
  readonly tools?: ReactNode
  readonly children: ReactNode
}) {
  const isOver = problem?.code === 'identity.steps_over'
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      {problem && (
        <ProblemNote
          problem={problem}
          action={isOver && onOver && <Button onClick={onOver}>{m.sign_in_again()}</Button>}
        />
      )}
      {children}
      <div className={styles.send}>
        <Button look="primary" type="submit" busy={busy} disabled={!ready}>
          {busy ? m.sign_in_busy() : action}
        </Button>
        {tools}
      </div>
    </form>
  )
}
