import type { Problem } from '@guatu/contract'
import type { ReactNode } from 'react'
import { say } from '../words/index.ts'
import styles from './note.module.css'
import { useIntoView } from './use-into-view.ts'

/** A refusal where it happened: what stands in the way, what to do next, and the code to quote. Read out at once. */
export function ProblemNote({ problem, action }: { readonly problem: Problem; readonly action?: ReactNode }) {
  const note = useIntoView<HTMLDivElement>()
  return (
    <div ref={note} role="alert" className={styles.problem}>
      <p className={styles.says}>{say(problem.says)}</p>
      <p className={styles.next}>{say(problem.next)}</p>
      <div className={styles.foot}>
        <code className={styles.code}>{problem.code}</code>
        {action}
      </div>
    </div>
  )
}

/** A quiet remark that refuses nothing. `tone="ink"` for what must be read first, such as being offline. */
export function Note({ tone = 'plain', children }: { readonly tone?: 'plain' | 'ink'; readonly children: ReactNode }) {
  return <div className={tone === 'ink' ? styles.ink : styles.note}>{children}</div>
}
