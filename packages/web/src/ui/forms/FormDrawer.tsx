import type { Problem } from '@guatu/contract'
import { type ReactNode, useState } from 'react'
import { m } from '../../words/index.ts'
import { Button } from '../Button.tsx'
import { Drawer } from '../Dialog.tsx'
import { ProblemNote } from '../ProblemNote.tsx'
import { ConflictChoices, ConflictPanel } from './ConflictPanel.tsx'
import { type Compared, conflictOf } from './conflict.ts'
import styles from './forms.module.css'
import { useForget, useRestored } from './use-kept.ts'

/**
 * Saves what was typed: null when it was taken, `invalid` when the form itself refuses it, else the server's words.
 * `against` is the version that was shown beside it after somebody else was faster.
 */
export type Save = (against?: number) => Promise<Problem | 'invalid' | null>

const formId = 'review-form'

/** A form in a drawer that closes only when it was taken or given up; refused, it stays open with everything typed. */
export function FormDrawer({
  form,
  title,
  says,
  quote,
  save,
  saveLabel = m.review_save(),
  onClose: close,
  compared = [],
  about = [],
  children,
}: {
  /** Names the form as `useKept` does: what was kept of it is forgotten when it closes. */
  readonly form: string
  readonly title: string
  readonly says?: string
  readonly quote?: string
  readonly save: Save
  readonly saveLabel?: string
  readonly onClose: () => void
  /** What is typed beside what stands now, shown when somebody else was faster. */
  readonly compared?: readonly Compared[]
  /** The keys of what the form is about, where others may have been at something else. */
  readonly about?: readonly string[]
  readonly children: ReactNode
}) {
  const forget = useForget(form)
  const restored = useRestored(form)
  const onClose = () => {
    forget()
    close()
  }
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [seen, setSeen] = useState<number>()
  const conflict = conflictOf(problem)
  const submit = async () => {
    setBusy(true)
    const outcome = await save(seen)
    setBusy(false)
    if (outcome === null) return onClose()
    // What the form itself refuses leaves both versions in sight.
    if (outcome === 'invalid') return setProblem(conflict ? problem : null)
    setProblem(outcome)
    setSeen(conflictOf(outcome)?.current ?? seen)
  }
  const actions = conflict ? (
    <ConflictChoices onNow={onClose} mine={{ busy, type: 'submit', form: formId }} />
  ) : (
    <>
      <Button onClick={onClose}>{m.review_cancel()}</Button>
      <Button look="primary" busy={busy} type="submit" form={formId}>
        {saveLabel}
      </Button>
    </>
  )
  return (
    <Drawer open onClose={onClose} title={title} says={says} actions={actions} restored={restored}>
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {conflict && <ConflictPanel conflict={conflict} compared={compared} about={about} />}
        {problem && !conflict && (
          <div className={styles.problem}>
            <ProblemNote problem={problem} />
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
