import type { Entry } from '@guatu/contract'
import { useState } from 'react'
import { correctRows } from '../../api/registers.ts'
import { Button } from '../../ui/Button.tsx'
import { ColumnField } from '../../ui/columns/ColumnField.tsx'
import { cellWords } from '../../ui/columns/cell-words.ts'
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

/** One value for one column of many rows: looked at row by row before anything is sent, and each a correction of its own. */
export function BatchEdit({ ledger, entries, onClose }: BatchProps) {
  const { shape } = ledger
  const columns = shape.columns.filter(({ kind, own }) => kind !== 'coordinates' && own !== 'retired')
  const [columnId, setColumnId] = useState<string | null>(null)
  const [value, setValue] = useState('')
  const [because, setBecause] = useState('')
  const [looked, setLooked] = useState(false)
  const { run, busy, outcome, forget: forgetOutcome } = useBatch()
  const column = columns.find(({ id }) => id === columnId)
  const changing = column ? entries.filter((entry) => (entry.values[column.id] ?? '') !== value) : []
  const passing = looked ? changing.filter(({ id }) => !outcome?.refused.has(id)) : []
  const ask = (rows: readonly Entry[], preview: boolean) => {
    // Looked at before its reason is written, a batch stands on one that is long enough for the door.
    const batch = { entries: rows, because: because.trim() || m.ledger_batch_preview(), preview }
    return run(() => correctRows(shape.id, { ...batch, values: { [columnId ?? '']: value } }), !preview)
  }
  const preview = async () => {
    const steps = await ask(changing, true)
    setLooked(steps !== null)
  }
  const send = async () => {
    const steps = await ask(passing, false)
    if (!steps) return
    toast(m.ledger_batch_done({ done: steps.done, refused: steps.refused.length }), m.entry_entered_next())
    if (steps.refused.length === 0) onClose()
  }
  const saidOf = (entry: Entry) =>
    changing.includes(entry) ? (outcome?.refused.get(entry.id) ?? m.ledger_batch_ok()) : m.ledger_batch_same()
  const forget = () => {
    setLooked(false)
    forgetOutcome()
  }
  return (
    <Drawer
      open
      onClose={onClose}
      title={m.ledger_batch_edit_title({ count: entries.length })}
      says={m.ledger_batch_edit_says()}
      actions={
        <>
          <Button onClick={onClose}>{m.review_cancel()}</Button>
          <Button busy={busy} disabled={!column || changing.length === 0} onClick={() => void preview()}>
            {m.ledger_batch_preview()}
          </Button>
          <Button
            look="primary"
            busy={busy}
            disabled={passing.length === 0 || because.trim().length < 2}
            onClick={() => void send()}
          >
            {m.ledger_edit_picked({ count: passing.length })}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <SelectField
          label={m.ledger_batch_column()}
          required
          value={columnId}
          onChange={(next) => {
            setColumnId(next)
            setValue('')
            forget()
          }}
          choices={columns.map(({ id, label }) => ({ value: id, label: say(label) }))}
        />
        {column && (
          <ColumnField
            column={column}
            value={value}
            onChange={(next) => {
              setValue(next)
              forget()
            }}
            error={undefined}
            ground={ledger.ground('')}
          />
        )}
        {outcome?.problem && <ProblemNote problem={outcome.problem} />}
        <TextArea label={m.ledger_because()} required value={because} onChange={setBecause} maxLength={300} />
        {column && looked && (
          <BatchLook
            ledger={ledger}
            entries={entries}
            was={(entry) => cellWords(column, entry.values[column.id] ?? '')}
            is={() => cellWords(column, value)}
            said={saidOf}
          />
        )}
      </div>
    </Drawer>
  )
}
