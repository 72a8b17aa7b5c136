import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { m } from '../words/index.ts'

/** Signing out wipes what is kept in the browser: who would lose something by it is asked first. */
export function LeaveDialog({
  left: { own, others },
  onGo,
  onClose,
}: {
  readonly left: { readonly own: number; readonly others: number }
  readonly onGo: () => void
  readonly onClose: () => void
}) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.outbox_leave_title()}
      actions={
        <>
          <Button look="danger" onClick={onGo}>
            {m.outbox_leave_go()}
          </Button>
          <Button look="primary" onClick={onClose}>
            {m.outbox_leave_stay()}
          </Button>
        </>
      }
    >
      {own > 0 && <p>{m.outbox_leave_own({ count: own })}</p>}
      {others > 0 && <p>{m.outbox_leave_others({ count: others })}</p>}
    </Dialog>
  )
}
