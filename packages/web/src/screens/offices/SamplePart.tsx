import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { takeSeat } from '../../api/me.ts'
import { deleteSample, officesQuery, resetSample } from '../../api/offices.ts'
import { useDoing } from '../../api/use-doing.ts'
import { useArrive } from '../../shell/use-arrive.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import { nextSeat } from './next-seat.ts'
import styles from './offices.module.css'

/** The sample: made again as it was, or taken off the server; where there is none, made. */
export function SamplePart({ exists }: { readonly exists: boolean }) {
  const [asking, setAsking] = useState<'reset' | 'delete' | null>(null)
  const reset = useReset()
  const remove = useRemove()
  const close = () => setAsking(null)
  return (
    <>
      <p className={styles.sampleSays}>{exists ? m.offices_sample_says() : m.offices_sample_none()}</p>
      <div className={styles.send}>
        <Button onClick={() => setAsking('reset')}>{exists ? m.offices_reset() : m.offices_sample_make()}</Button>
        {exists && (
          <Button look="danger" onClick={() => setAsking('delete')}>
            {m.offices_delete()}
          </Button>
        )}
      </div>
      {asking === 'reset' && (
        <Ask
          title={exists ? m.offices_reset() : m.offices_sample_make()}
          says={exists ? m.offices_reset_says() : m.offices_sample_make_says()}
          act={reset}
          look={exists ? 'danger' : 'primary'}
          busyWords={m.offices_resetting()}
          onClose={close}
        />
      )}
      {asking === 'delete' && (
        <Ask
          title={m.offices_delete()}
          says={m.offices_delete_says()}
          act={remove}
          look="danger"
          busyWords={m.offices_deleting()}
          onClose={close}
        />
      )}
    </>
  )
}

function useReset(): () => Promise<void> {
  const arrive = useArrive()
  return async () => {
    await resetSample()
    toast(m.offices_reset_done())
    await arrive('/')
  }
}

function useRemove(): () => Promise<void> {
  const arrive = useArrive()
  const queries = useQueryClient()
  const me = useSeat()
  return async () => {
    await deleteSample()
    const { offices } = await queries.fetchQuery({ ...officesQuery, staleTime: 0 })
    const seat = nextSeat(me, offices)
    if (seat) await takeSeat(seat)
    toast(m.offices_delete_done())
    await arrive('/offices')
  }
}

interface AskProps {
  readonly title: string
  readonly says: ReactNode
  readonly act: () => Promise<void>
  readonly look: 'primary' | 'danger'
  readonly busyWords: string
  readonly onClose: () => void
}

/** Says what will happen before it does. */
function Ask({ title, says, act, look, busyWords, onClose }: AskProps) {
  const { busy, problem, run } = useDoing()
  const go = async () => {
    await act()
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      says={says}
      actions={
        <>
          <Button onClick={onClose} disabled={busy}>
            {m.review_cancel()}
          </Button>
          <Button look={look} busy={busy} onClick={() => void run(go)}>
            {busy ? busyWords : title}
          </Button>
        </>
      }
    >
      {problem && <ProblemNote problem={problem} />}
    </Dialog>
  )
}
