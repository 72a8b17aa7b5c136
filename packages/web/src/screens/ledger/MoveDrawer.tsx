import type { Entry } from '@guatu/contract'
import { useState } from 'react'
import { moveRow, type RowValues } from '../../api/registers.ts'
import { Button } from '../../ui/Button.tsx'
import { EntryFields } from '../../ui/columns/EntryFields.tsx'
import { useCheck } from '../../ui/columns/use-check.ts'
import { Drawer } from '../../ui/Dialog.tsx'
import { useForget, useKept, useRestored } from '../../ui/forms/use-kept.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m, say } from '../../words/index.ts'
import styles from './ledger.module.css'
import type { Ledger } from './use-ledger.ts'
import { useSending } from './use-sending.ts'

const formId = 'ledger-move'

interface MoveProps {
  readonly ledger: Ledger
  readonly entry: Entry
  readonly move: string
  readonly onClose: () => void
}

/** Takes a row further: asks in one form for what the move needs, and for a reason where it is made with one. */
export function MoveDrawer({ ledger, entry, move: id, onClose }: MoveProps) {
  const { shape } = ledger
  const move = shape.status?.moves.find((one) => one.id === id)
  const form = `move ${entry.id} ${id}`
  const [values, setValues] = useKept<RowValues>(form, 'values', () => entry.values)
  const [because, setBecause] = useKept(form, 'because', () => '')
  const forget = useForget(form)
  const restored = useRestored(form)
  const close = () => {
    forget()
    onClose()
  }
  const [asked, setAsked] = useState(false)
  const { busy, problem, send } = useSending()
  const checked = useCheck(shape.id, { values, move: id, entryId: entry.id })
  if (!move) return null
  // What is filled already is not asked for again, unless the move itself names it.
  const wanted = shape.columns.filter(
    (column) =>
      move.needs.includes(column.id) ||
      (checked.needed?.includes(column.id) && (entry.values[column.id] ?? '') === '') ||
      column.id in checked.wrong,
  )
  const missing = wanted.filter((column) => move.needs.includes(column.id) && (values[column.id] ?? '') === '')
  const lacksReason = move.because && because.trim().length < 2
  const submit = () => {
    setAsked(true)
    if (missing.length > 0 || lacksReason) return
    const brought = Object.fromEntries(
      Object.entries(values).filter(([column, text]) => text !== (entry.values[column] ?? '')),
    )
    void send(
      () => moveRow(entry, id, brought, because.trim()),
      () => {
        toast(m.ledger_moved(), m.entry_entered_next())
        close()
      },
    )
  }
  const targetColumn = shape.columns.find(({ kind }) => kind === 'target')?.id ?? ''
  return (
    <Drawer
      restored={restored}
      open
      onClose={close}
      title={say(move.label)}
      says={m.ledger_move_says()}
      actions={
        <>
          <Button onClick={close}>{m.review_cancel()}</Button>
          <Button look="primary" type="submit" form={formId} busy={busy}>
            {say(move.label)}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {problem && <ProblemNote problem={problem} />}
        {wanted.length > 0 && (
          <EntryFields
            shape={{ columns: wanted, key: shape.key }}
            values={values}
            onChange={setValues}
            missing={asked ? missing.map((column) => column.id) : []}
            needed={[...move.needs, ...(checked.needed ?? [])]}
            wrong={asked ? checked.wrong : {}}
            offers={checked.offers}
            ground={ledger.ground(values[targetColumn] ?? '')}
          />
        )}
        {move.because && (
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
