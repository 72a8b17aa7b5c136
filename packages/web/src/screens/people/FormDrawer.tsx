import type { Problem } from '@guatu/contract'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from '../../ui/Dialog.tsx'
import forms from '../../ui/forms/forms.module.css'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'

interface FormDrawerProps {
  readonly title: string
  readonly says?: string
  readonly act: string
  readonly busy: boolean
  readonly problem: Problem | null
  readonly ready: boolean
  readonly onSend: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form about a post or a person: what refuses it stands above what was typed. */
export function FormDrawer({ title, says, act, busy, problem, ready, onSend, onClose, children }: FormDrawerProps) {
  return (
    <Drawer
      open
      onClose={onClose}
      title={title}
      says={says}
      actions={
        <>
          <Button onClick={onClose}>{m.review_cancel()}</Button>
          <Button look="primary" busy={busy} disabled={!ready} onClick={onSend}>
            {act}
          </Button>
        </>
      }
    >
      <div className={forms.stack}>
        {problem && <ProblemNote problem={problem} />}
        {children}
      </div>
    </Drawer>
  )
}
