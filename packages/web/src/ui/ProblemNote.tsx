import type { Problem } from '@guatu/contract'
import type { ReactNode } from 'react'
import { m, say } from '../words/index.ts'
import { problemSays } from '../words/problem.ts'
import styles from './note.module.css'
import { useIntoView } from './use-into-view.ts'

/** A refusal where it happened: what stands in the way and what to do next. Folded away beneath, the code to quote to whoever runs the machine. */
export function ProblemNote({ problem, action }: { readonly problem: Problem; readonly action?: ReactNode }) {
  const note = useIntoView<HTMLDivElement>()
  return (
    <div ref={note} role="alert" className={styles.problem}>
      <p className={styles.says}>{problemSays(problem)}</p>
      <p className={styles.next}>{say(problem.next)}</p>
      <div className={styles.foot}>
        <details className={styles.code}>
          <summary>{m.problem_code()}</summary>
          <code>{problem.code}</code>
        </details>
        {action}
      </div>
    </div>
  )
}

/** A quiet remark that refuses nothing. `tone="ink"` for what must be read first, such as being offline. */
export function Note({ tone = 'plain', children }: { readonly tone?: 'plain' | 'ink'; readonly children: ReactNode }) {
  return <div className={tone === 'ink' ? styles.ink : styles.note}>{children}</div>
}
