import type { Problem } from '@guatu/contract'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from '../../ui/Dialog.tsx'
import { ConflictChoices, ConflictPanel } from '../../ui/forms/ConflictPanel.tsx'
import { type Compared, conflictOf } from '../../ui/forms/conflict.ts'
import forms from '../../ui/forms/forms.module.css'
import { useForget, useRestored } from '../../ui/forms/use-kept.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'

interface FormDrawerProps {
  /** Names the form as `useKept` does: what was kept of it is forgotten when it is given up. */
  readonly form: string
  readonly title: string
  readonly says?: string
  readonly act: string
  readonly busy: boolean
  readonly problem: Problem | null
  readonly ready: boolean
  readonly onSend: () => void
  readonly onClose: () => void
  /** What is wanted beside what stands now, shown when somebody else was faster. */
  readonly compared?: readonly Compared[]
  /** Whether it may still be sent against what stands now. */
  readonly maySendAgain?: boolean
  readonly children?: ReactNode
}

/** A form about a post or a person: what refuses it stands above what was typed. */
export function FormDrawer({
  form,
  title,
  says,
  act,
  busy,
  problem,
  ready,
  onSend,
  onClose: close,
  compared = [],
  maySendAgain = true,
  children,
}: FormDrawerProps) {
  const forget = useForget(form)
  const restored = useRestored(form)
  const onClose = () => {
    forget()
    close()
  }
  const conflict = conflictOf(problem)
  return (
    <Drawer
      restored={restored}
      open
      onClose={onClose}
      title={title}
      says={says}
      actions={
        conflict ? (
          <ConflictChoices onNow={onClose} mine={maySendAgain ? { busy, disabled: !ready, onClick: onSend } : null} />
        ) : (
          <>
            <Button onClick={onClose}>{m.review_cancel()}</Button>
            <Button look="primary" busy={busy} disabled={!ready} onClick={onSend}>
              {act}
            </Button>
          </>
        )
      }
    >
      <div className={forms.stack}>
        {conflict && <ConflictPanel conflict={conflict} compared={compared} maySendAgain={maySendAgain} />}
        {problem && !conflict && <ProblemNote problem={problem} />}
        {children}
      </div>
    </Drawer>
  )
}
