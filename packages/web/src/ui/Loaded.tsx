import { type ReactNode, useContext } from 'react'
import { problemOf } from '../api/problem.ts'
import { m } from '../words/index.ts'
import { Button } from './Button.tsx'
import styles from './note.module.css'
import { ProblemNote } from './ProblemNote.tsx'
import { ScreenFrame } from './screen-frame.ts'

/** The part of a query of TanStack Query that decides what is shown. */
interface Query<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly isPending: boolean
  readonly refetch: () => unknown
}

/**
 * The states every screen has: loading, failed, empty, and the data.
 * `<Loaded query={plan} isEmpty={(p) => p.tasks.length === 0} empty={<Empty …/>}>{(p) => …}</Loaded>`
 */
export function Loaded<T>({
  query,
  isEmpty = () => false,
  empty = null,
  children,
}: {
  readonly query: Query<T>
  readonly isEmpty?: (data: T) => boolean
  readonly empty?: ReactNode
  readonly children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return isEmpty(query.data) ? empty : children(query.data)
  if (query.isPending) return <Loading />
  return <Failed query={query} />
}

/** What refused; under the screen's heading where the page itself is not there. */
function Failed({ query }: { readonly query: Query<unknown> }) {
  const framed = useContext(ScreenFrame)
  return framed(
    <ProblemNote
      problem={problemOf(query.error)}
      action={<Button onClick={() => query.refetch()}>{m.retry()}</Button>}
    />,
  )
}

export function Loading() {
  return (
    <p role="status" data-loading="" className={styles.loading}>
      {m.loading()}
    </p>
  )
}

/** What to say where there is nothing yet, and the way to something. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.emptyTitle}>{title}</h2>
      {children}
    </div>
  )
}
