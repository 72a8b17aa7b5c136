import type { MonthPreview } from '@guatu/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { lockMonth, monthPreviewQuery } from '../../api/months.ts'
import { problemOf } from '../../api/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Note, ProblemNote } from '../../ui/ProblemNote.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m, say } from '../../words/index.ts'
import { monthWords } from './month-words.ts'
import styles from './months.module.css'

/** What a month lacks, by unit, before it is locked for good. */
export function LockDialog({ month, onClose }: { readonly month: string; readonly onClose: () => void }) {
  const queries = useQueryClient()
  const preview = useQuery(monthPreviewQuery(month))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ReturnType<typeof problemOf> | null>(null)
  const lock = async () => {
    setBusy(true)
    try {
      await lockMonth(month)
      toast(m.months_done({ month: monthWords(month) }), m.months_done_next())
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
    }
    setBusy(false)
    await queries.invalidateQueries()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.months_lock_title({ month: monthWords(month) })}
      says={m.months_lock_says()}
      actions={
        <>
          <Button onClick={onClose}>{m.review_cancel()}</Button>
          <Button look="primary" busy={busy} disabled={!preview.data} onClick={() => void lock()}>
            {m.months_lock()}
          </Button>
        </>
      }
    >
      {problem && <ProblemNote problem={problem} />}
      <Loaded query={preview}>{(found) => <Lacking found={found} />}</Loaded>
    </Dialog>
  )
}

function Lacking({ found: { verified, waiting } }: { readonly found: MonthPreview }) {
  const rows = waiting.reduce((sum, one) => sum + one.rows, 0)
  return (
    <>
      <p>{m.months_verified({ count: verified })}</p>
      {rows === 0 ? <p>{m.months_waiting_none()}</p> : <Note>{m.months_waiting({ count: rows })}</Note>}
      {rows > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{m.months_unit()}</th>
              <th scope="col">{m.months_register()}</th>
              <th scope="col">{m.months_rows()}</th>
            </tr>
          </thead>
          <tbody>
            {waiting.map(({ unit, register, label, rows: count }) => (
              <tr key={`${unit} ${register}`}>
                <th scope="row">{unit === '' ? m.months_no_unit() : unit}</th>
                <td>{say(label)}</td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>{m.months_late_says()}</p>
    </>
  )
}
