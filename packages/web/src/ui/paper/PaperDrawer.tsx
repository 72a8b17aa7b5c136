import type { PaperDetail } from '@guatu/contract'
import { m } from '../../words/index.ts'
import { Button } from '../Button.tsx'
import { DateField } from '../DateField.tsx'
import { Drawer } from '../Dialog.tsx'
import { FileDrop } from '../FileButton.tsx'
import styles from '../forms/forms.module.css'
import { Note, ProblemNote } from '../ProblemNote.tsx'
import { SelectField } from '../Select.tsx'
import { TextField } from '../TextField.tsx'
import { type SignedApproval, usePaperForm } from './use-paper-form.ts'

const formId = 'paper-form'

interface PaperProps {
  /** What was approved, in the words of the button that would be clicked. */
  readonly what: string
  readonly approval: SignedApproval
  readonly today: string
  /** The returned paper that this one stands in place of: what was typed for it is here again. */
  readonly earlier?: PaperDetail
  readonly onClose: () => void
}

/** Enters an approval that was signed on paper. Refused, everything typed stays. */
export function PaperDrawer({ what, approval, today, earlier, onClose }: PaperProps) {
  const form = usePaperForm(approval, today, earlier)
  const { scan, asked, problem } = form
  return (
    <Drawer
      open
      onClose={onClose}
      title={m.paper_enter_title({ what })}
      says={m.paper_enter_says()}
      actions={
        <>
          <Button onClick={onClose}>{m.review_cancel()}</Button>
          <Button look="primary" type="submit" form={formId} busy={form.busy}>
            {m.entry_submit()}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault()
          form.submit(onClose)
        }}
      >
        {problem && <ProblemNote problem={problem} />}
        <FileDrop
          label={m.paper_scan_choose()}
          hint={m.paper_scan_hint()}
          accept=".pdf,.png,.jpg,.jpeg,.webp"
          disabled={form.busy}
          onFile={(file) => void form.bring([file])}
        />
        {scan && (
          <p role="status">
            {scan.id === earlier?.scan.id
              ? m.paper_scan_kept({ name: scan.name })
              : m.paper_scan_of({ name: scan.name })}
          </p>
        )}
        {asked && !scan && <Note>{m.paper_scan_missing()}</Note>}
        <DateField
          label={m.paper_signed_on()}
          required
          value={form.signedOn}
          onChange={form.setSignedOn}
          max={today}
          error={asked && form.signedOn === '' ? m.sources_missing() : undefined}
        />
        <SelectField
          label={m.paper_signer()}
          required
          value={form.signer}
          onChange={form.setSigner}
          choices={form.choices}
          error={asked && form.signer === null ? m.paper_signer_missing() : undefined}
        />
        {form.nobody && <Note>{m.paper_signer_none()}</Note>}
        <TextField label={m.paper_number()} value={form.number} onChange={form.setNumber} maxLength={60} />
      </form>
    </Drawer>
  )
}
