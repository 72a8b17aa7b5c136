import type { Entry } from '@guatu/contract'
import { useState } from 'react'
import { moveRows, type RowValues } from '../../api/registers.ts'
import { Button } from '../../ui/Button.tsx'
import { EntryFields } from '../../ui/columns/EntryFields.tsx'
import { Drawer } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m, say } from '../../words/index.ts'
import { BatchLook } from './BatchLook.tsx'
import styles from './ledger.module.css'
import { useBatch } from './use-batch.ts'
import type { Ledger } from './use-ledger.ts'

interface BatchProps {
  readonly ledger: Ledger
  readonly entries: readonly Entry[]
  readonly onClose: () => void
}

/** One move for many rows: looked at row by row before anything is sent, and each a version that another person verifies. */
export function BatchMove({ ledger, entries, onClose }: BatchProps) {
  const { shape } = ledger
  const rowsFor = (id: string) => entries.filter(({ moves }) => moves.includes(id))
  const open = (shape.status?.moves ?? []).filter(({ id }) => rowsFor(id).length > 0)
  const [chosen, setChosen] = useState<string | null>(open.length === 1 ? (open[0]?.id ?? null) : null)
  const [values, setValues] = useState<RowValues>({})
  const [because, setBecause] = useState('')
  const [looked, setLooked] = useState(false)
  const { run, busy, outcome, forget } = useBatch()
  const move = open.find(({ id }) => id === chosen)
  const wanted = shape.columns.filter(({ id }) => move?.needs.includes(id))
  const passing = looked ? entries.filter(({ id }) => !outcome?.refused.has(id)) : []
  const unlook = () => {
    setLooked(false)
    forget()
  }
  const ask = (rows: readonly Entry[], preview: boolean) => {
    const brought = Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ''))
    const batch = { entries: rows, move: chosen ?? '', values: brought, because: because.trim(), preview }
    return run(() => moveRows(shape.id, batch), !preview)
  }
  const send = async () => {
    const steps = await ask(passing, false)
    if (!steps) return
    toast(m.ledger_batch_done({ done: steps.done, refused: steps.refused.length }), m.entry_entered_next())
    if (steps.refused.length === 0) onClose()
  }
  const labelOf = (status: string | null) =>
    say(shape.status?.states.find(({ id }) => id === status)?.label ?? { zh: '', en: '' })
  return (
    <Drawer
      open
      onClose={onClose}
      title={m.ledger_move_title({ count: entries.length })}
      says={m.ledger_move_says()}
      actions={
        <>
          <Button onClick={onClose}>{m.review_cancel()}</Button>
          <Button
            busy={busy}
            disabled={!move}
            onClick={() => void ask(entries, true).then((steps) => setLooked(steps !== null))}
          >
            {m.ledger_batch_preview()}
          </Button>
          <Button look="primary" busy={busy} disabled={passing.length === 0} onClick={() => void send()}>
            {m.ledger_move_picked({ count: passing.length })}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <SelectField
          label={m.ledger_move_which()}
          required
          value={chosen}
          onChange={(next) => {
            setChosen(next)
            setValues({})
            unlook()
          }}
          choices={open.map(({ id, label }) => ({
            value: id,
            label: m.ledger_move_rows({ move: say(label), count: rowsFor(id).length }),
          }))}
        />
        {wanted.length > 0 && (
          <>
            <p className={styles.people}>{m.ledger_move_fill()}</p>
            <EntryFields
              shape={{ columns: wanted, key: shape.key }}
              values={values}
              onChange={(next) => {
                setValues(next)
                unlook()
              }}
              missing={[]}
              needed={[]}
              ground={ledger.ground('')}
            />
          </>
        )}
        {move?.because && (
          <TextArea
            label={m.ledger_because()}
            required
            value={because}
            onChange={(next) => {
              setBecause(next)
              unlook()
            }}
            maxLength={300}
          />
        )}
        {outcome?.problem && <ProblemNote problem={outcome.problem} />}
        {move && looked && (
          <BatchLook
            ledger={ledger}
            entries={entries}
            was={({ status }) => labelOf(status)}
            is={({ id, status }) => labelOf(outcome?.refused.has(id) ? status : move.to)}
            said={({ id }) => outcome?.refused.get(id) ?? m.ledger_move_ok()}
          />
        )}
      </div>
    </Drawer>
  )
}
