import type { Entry } from '@guatu/contract'
import { useRef, useState } from 'react'
import { attachEvidence } from '../../api/evidence.ts'
import type { RowValues } from '../../api/registers.ts'
import { Button } from '../../ui/Button.tsx'
import { EntryFields } from '../../ui/columns/EntryFields.tsx'
import { missingColumns } from '../../ui/columns/missing-columns.ts'
import { useCheck } from '../../ui/columns/use-check.ts'
import { Drawer } from '../../ui/Dialog.tsx'
import { ConflictChoices, ConflictPanel } from '../../ui/forms/ConflictPanel.tsx'
import { useForget, useKept, useRestored } from '../../ui/forms/use-kept.ts'
import { Note, ProblemNote } from '../../ui/ProblemNote.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m, say } from '../../words/index.ts'
import { comparedRows } from './compared.ts'
import { EvidencePart, picturesIn } from './EvidencePart.tsx'
import styles from './ledger.module.css'
import { useEvidence } from './use-evidence.ts'
import type { Ledger } from './use-ledger.ts'
import { useSending } from './use-sending.ts'

const formId = 'ledger-entry'

interface EntryDrawerProps {
  readonly ledger: Ledger
  /** Names the form, so that what was typed finds it again. */
  readonly form: string
  readonly title: string
  readonly says?: string
  /** The values to start from: those of the row that is corrected. */
  readonly from?: RowValues
  readonly asksBecause?: boolean
  /** A new row may be entered as it stands, further than the beginning of its lifecycle. */
  readonly asksStatus?: boolean
  /** `standing` is the row that was shown beside what is typed, where somebody else was faster. */
  readonly send: (values: RowValues, because: string, standing?: Entry, status?: string) => Promise<Entry>
  readonly onClose: () => void
}

/** A row of the register as a form out of its declaration. Refused, it stays open with everything typed. */
export function EntryDrawer({
  ledger,
  form,
  title,
  says,
  from,
  asksBecause = false,
  asksStatus = false,
  send: act,
  onClose,
}: EntryDrawerProps) {
  const { shape } = ledger
  const [values, setValues] = useKept<RowValues>(form, 'values', () => from ?? firstValues(ledger))
  const [because, setBecause] = useKept(form, 'because', () => '')
  const [status, setStatus] = useKept<string>(form, 'status', () => shape.status?.initial ?? '')
  const asStands = asksStatus && shape.status ? status : undefined
  const forget = useForget(form)
  const restored = useRestored(form)
  const close = () => {
    forget()
    onClose()
  }
  const [asked, setAsked] = useState(false)
  const { busy, problem, conflict, standing, send } = useSending()
  const maySendAgain = standing?.may.includes('correct') ?? false
  const evidence = useEvidence()
  // A row that is in stays in: when only its files were refused, the next try brings only these.
  const entered = useRef<Entry | null>(null)
  const checked = useCheck(shape.id, { values, status: asStands })
  const needs = checked.needed ?? shape.columns.filter(({ required }) => required).map(({ id }) => id)
  const missing = asked ? missingColumns(needs, values) : []
  const lacksReason = asksBecause && because.trim().length < 2
  const targetId = values[shape.columns.find((column) => column.kind === 'target')?.id ?? ''] ?? ''
  const submit = () => {
    setAsked(true)
    if (missingColumns(needs, values).length > 0 || lacksReason) return focusFirstWrong(formId)
    const done = () => {
      toast(m.entry_entered(), m.entry_entered_next())
      close()
    }
    const ids = evidence.brought.map((one) => one.id)
    const enter = async () => {
      entered.current ??= await act(values, because.trim(), standing, asStands)
      if (ids.length > 0) await attachEvidence(entered.current.id, ids)
    }
    void send(enter, done)
  }
  return (
    <Drawer
      restored={restored}
      open
      onClose={close}
      title={title}
      says={says}
      actions={
        conflict ? (
          <ConflictChoices
            onNow={close}
            mine={maySendAgain ? { type: 'submit', form: formId, busy: busy || evidence.busy } : null}
          />
        ) : (
          <>
            <Button onClick={close}>{m.review_cancel()}</Button>
            <Button look="primary" type="submit" form={formId} busy={busy || evidence.busy}>
              {m.entry_submit()}
            </Button>
          </>
        )
      }
    >
      <form
        id={formId}
        className={styles.form}
        noValidate
        onPaste={(event) => void evidence.bring(picturesIn(event.clipboardData))}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {conflict && (
          <ConflictPanel
            conflict={conflict}
            compared={from && standing ? comparedRows(ledger, { opened: from, mine: values, now: standing }) : []}
            maySendAgain={maySendAgain}
          />
        )}
        {problem && !conflict && <ProblemNote problem={problem} />}
        {asksStatus && shape.status && (
          <SelectField
            label={m.ledger_stands_at()}
            value={status}
            onChange={setStatus}
            choices={shape.status.states.map(({ id, label }) => ({ value: id, label: say(label) }))}
          />
        )}
        <EntryFields
          shape={shape}
          values={values}
          onChange={setValues}
          missing={missing}
          asked={checked.asked}
          needed={checked.needed}
          wrong={asked ? checked.wrong : {}}
          offers={checked.offers}
          ground={ledger.ground(targetId)}
        />
        {checked.notes.map((note) => (
          <Note key={note.zh}>{say(note)}</Note>
        ))}
        {shape.evidence === null && <EvidencePart evidence={evidence} />}
        {asksBecause && (
          <TextArea
            label={m.ledger_because()}
            required
            value={because}
            onChange={setBecause}
            maxLength={300}
            error={asked && lacksReason ? m.ledger_because_needed() : undefined}
          />
        )}
      </form>
    </Drawer>
  )
}

/** The first field that says what is wrong with it, once it says so. */
function focusFirstWrong(formId: string): void {
  requestAnimationFrame(() =>
    document.getElementById(formId)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
  )
}

/** The day that every row needs and that tells rows apart starts as today, the unit as one's own, the target as the one the table shows. */
const firstValues = ({ shape, me, filter }: Ledger): RowValues => {
  const day = shape.columns.find(({ id, kind, required }) => kind === 'date' && required && shape.key.includes(id))
  const unit = shape.columns.find(({ kind }) => kind === 'unit')
  const target = shape.columns.find(({ kind }) => kind === 'target')
  const isOwn = me.units.some(({ name }) => name === me.officer.unit)
  return {
    ...(day ? { [day.id]: me.office.today } : {}),
    ...(unit && isOwn ? { [unit.id]: me.officer.unit } : {}),
    ...(target && filter.target !== undefined ? { [target.id]: filter.target } : {}),
  }
}
