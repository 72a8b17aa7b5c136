import type { Problem, Review } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { change } from '../../api/client.ts'
import { problemOf } from '../../api/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ConflictChoices, ConflictPanel } from '../../ui/forms/ConflictPanel.tsx'
import { conflictOf } from '../../ui/forms/conflict.ts'
import styles from '../../ui/forms/forms.module.css'
import { useForget, useKept, useOpened, useRestored } from '../../ui/forms/use-kept.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { PaperDrawer } from '../../ui/paper/PaperDrawer.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import { comparedReviews } from './compared.ts'

const form = 'adopt'

interface AdoptProps {
  readonly review: Review
  /** The version this will become. */
  readonly version: number
  readonly today: string
  readonly onClose: () => void
  /** Whether it was signed on paper: then the paper is entered instead. */
  readonly onPaper?: boolean
}

/** Freezes the review as a version of the plan. What is still open is said first and has to be accepted by name. */
export function AdoptDialog({ review, version, today, onClose, onPaper = false }: AdoptProps) {
  const forget = useForget(form)
  const restored = useRestored(form)
  const close = () => {
    forget()
    onClose()
  }
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [withOpen, setWithOpen] = useKept(form, 'withOpen', () => false)
  const [adoptedOn, setAdoptedOn] = useKept(form, 'adoptedOn', () => today)
  const [paperNumber, setPaperNumber] = useKept(form, 'paperNumber', () => '')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [signing, setSigning] = useState(false)
  // What its reader saw is adopted, and nothing that others have added since without its being shown.
  const opened = useOpened(form, () => ({ version: review.version, counts: review.counts }))
  const [seen, setSeen] = useState(opened.version)
  const conflict = conflictOf(problem)
  const unsettled = stillOpen(review)
  const unaccepted = unsettled && !withOpen
  const body = { withOpen, adoptedOn, paperNumber: paperNumber.trim() }
  const adopt = async () => {
    setBusy(true)
    try {
      const path = `/api/sources/${review.id}/adopt`
      const done = await change<{ version: number }>({ method: 'POST', path, body, version: seen })
      close()
      toast(m.review_adopt_done({ version: done.version }))
      await queries.invalidateQueries()
      await navigate({ to: '/' })
    } catch (error) {
      const refused = problemOf(error)
      setSeen(conflictOf(refused)?.current ?? seen)
      if (conflictOf(refused)) await queries.refetchQueries({ queryKey: ['review', review.id] })
      setProblem(refused)
    } finally {
      setBusy(false)
    }
  }
  if (signing)
    return (
      <PaperDrawer
        what={m.review_adopt({ version })}
        today={today}
        approval={{
          route: 'POST /api/sources/:id/adopt',
          params: { id: review.id },
          body,
          version: review.version,
        }}
        onClose={close}
      />
    )
  return (
    <Dialog
      restored={restored}
      open
      onClose={close}
      title={m.review_adopt({ version })}
      says={m.review_adopt_says()}
      actions={
        conflict ? (
          <ConflictChoices
            onNow={close}
            mine={review.adoptedAs === null ? { busy, disabled: unaccepted, onClick: () => void adopt() } : null}
          />
        ) : (
          <>
            <Button onClick={close}>{m.review_cancel()}</Button>
            <Button
              look="primary"
              busy={busy}
              disabled={unaccepted}
              onClick={() => (onPaper ? setSigning(true) : void adopt())}
            >
              {onPaper ? m.paper_enter() : m.review_adopt_do()}
            </Button>
          </>
        )
      }
    >
      <div className={styles.stack}>
        {conflict && (
          <ConflictPanel
            conflict={conflict}
            compared={comparedReviews(opened, review)}
            maySendAgain={review.adoptedAs === null}
          />
        )}
        {problem && !conflict && <ProblemNote problem={problem} />}
        <p>
          {unsettled
            ? m.review_adopt_open({ open: review.counts.open, doubtful: review.counts.doubtful })
            : m.review_adopt_clear()}
        </p>
        {unsettled && <Checkbox label={m.review_adopt_with_open()} checked={withOpen} onChange={setWithOpen} />}
        <DateField label={m.review_adopt_on()} value={adoptedOn} onChange={setAdoptedOn} max={today} required />
        <TextField label={m.review_adopt_paper()} value={paperNumber} onChange={setPaperNumber} maxLength={60} />
      </div>
    </Dialog>
  )
}

const stillOpen = ({ counts }: Review): boolean => counts.open > 0 || counts.doubtful > 0
