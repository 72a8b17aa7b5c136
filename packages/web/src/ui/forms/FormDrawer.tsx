import type { Problem } from '@guatu/contract'
import { type ReactNode, useState } from 'react'
import { m } from '../../words/index.ts'
import { Button } from '../Button.tsx'
import { Drawer } from '../Dialog.tsx'
import { Note, ProblemNote } from '../ProblemNote.tsx'
import styles from './forms.module.css'

/** Saves what was typed: null when it was taken, `invalid` when the form itself refuses it, else the server's words. */
export type Save = () => Promise<Problem | 'invalid' | null>

/** A form in a drawer that closes only when it was taken; refused, it stays open with everything typed. */
export function FormDrawer({
  title,
  quote,
  save,
  saveLabel = m.review_save(),
  onClose,
  children,
}: {
  readonly title: string
  readonly quote?: string
  readonly save: Save
  readonly saveLabel?: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = async () => {
    setBusy(true)
    const outcome = await save()
    setBusy(false)
    if (outcome === null) onClose()
    else setProblem(outcome === 'invalid' ? null : outcome)
  }
  const actions = (
    <>
      <Button onClick={onClose}>{m.review_cancel()}</Button>
      <Button look="primary" busy={busy} type="submit" form="review-form">
        {saveLabel}
      </Button>
    </>
  )
  return (
    <Drawer open onClose={onClose} title={title} actions={actions}>
      <form
        id="review-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {problem && (
          <div className={styles.problem}>
            <ProblemNote problem={problem} />
            {problem.code === 'request.version_conflict' && <Note>{m.review_conflict()}</Note>}
          </div>
        )}
        {quote !== undefined && (
          <blockquote className={styles.quote} lang="zh-CN">
            {quote}
          </blockquote>
        )}
        {children}
      </form>
    </Drawer>
  )
}
