import { useState } from 'react'
import { m } from '../../words/index.ts'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { TextArea } from '../TextField.tsx'

/** Asks for the reason of something that takes a thing away, and does it with `onSay`. */
export function ReasonDialog({
  title,
  action,
  onSay,
  onClose,
}: {
  readonly title: string
  readonly action: string
  readonly onSay: (because: string) => void
  readonly onClose: () => void
}) {
  const [because, setBecause] = useState('')
  const [asked, setAsked] = useState(false)
  const short = because.trim().length < 2
  const submit = () => {
    setAsked(true)
    if (!short) onSay(because.trim())
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{m.review_cancel()}</Button>
          <Button look="danger" onClick={submit}>
            {action}
          </Button>
        </>
      }
    >
      <TextArea
        label={m.paper_because()}
        required
        value={because}
        onChange={setBecause}
        maxLength={300}
        error={asked && short ? m.paper_because_needed() : undefined}
      />
    </Dialog>
  )
}
