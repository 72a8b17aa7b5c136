import type { ReactNode } from 'react'
import styles from './badge.module.css'
import { cx } from './cx.ts'

/** A small plate with a fact in words: `<Badge tone="red">逾期31天</Badge>`. Tone adds to the words, never replaces. */
export function Badge({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'red' | 'yellow' | 'green' | 'blue' | 'ink'
  readonly children: ReactNode
}) {
  return <span className={cx(styles.badge, styles[tone])}>{children}</span>
}
