import type { Entry } from '@guatu/contract'
import { useState } from 'react'
import { checkDraft, correctRow } from '../../api/registers.ts'
import { Button } from '../../ui/Button.tsx'
import { ColumnField } from '../../ui/columns/ColumnField.tsx'
import { cellWords } from '../../ui/columns/cell-words.ts'
import { Drawer } from '../../ui/Dialog.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m, say } from '../../words/index.ts'
import { entryTitle } from './entry-title.ts'
import styles from './ledger.module.css'
import { useBatch } from './use-batch.ts'
import type { Ledger } from './use-ledger.ts'

interface BatchProps {
  readonly ledger: Ledger
  readonly entries: readonly Entry[]
  readonly onClose: () => void
}

/** What would become of a row: null where it can be changed, else why not. */
type Looked = ReadonlyMap<string, string | null>

/** One value for one column of many rows: looked at row by row before anything is sent, and each a correction of its own. */
export function BatchEdit({ ledger, entries, onClose }: BatchProps) {
  const { shape } = ledger
  const columns = shape.columns.filter(
    ({ kind, own }) => kind !== 'evidence' && kind !== 'coordinates' && own !== 'retired',
  )
  const [columnId, setColumnId] = useState<string | null>(null)
  const [value, setValue] = useState('')
  const [because, setBecause] = useState('')
  const [looked, setLooked] = useState<Looked | null>(null)
  const [looking, setLooking] = useState(false)
  const { run, busy, outcomes } = useBatch()
  const column = columns.find(({ id }) => id === columnId)
  const changing = column ? entries.filter((entry) => (entry.values[column.id] ?? '') !== value) : []
  const passing = changing.filter(({ id }) => looked?.get(id) === null)
  const valuesOf = (entry: Entry) => ({ ...entry.values, [columnId ?? '']: value })
  const preview = async () => {
    setLooking(true)
    const found = new Map<string, string | null>()
    for (const entry of changing) {
      const checked = await checkDraft(shape.id, { values: valuesOf(entry), status: entry.status ?? undefined }).catch(
        () => null,
      )
      const [wrong] = checked?.problems ?? []
      found.set(entry.id, wrong ? say(wrong.problem.says) : null)
    }
    setLooked(found)
    setLooking(false)
  }
  const send = async () => {
    const done = await run(passing, (entry) => correctRow(entry, valuesOf(entry), because.trim()))
    const wrong = done.filter(({ problem }) => problem !== null).length
    toast(m.ledger_batch_done({ done: done.length - wrong, refused: wrong }), m.entry_entered_next())
    if (wrong === 0) onClose()
  }
  const saidOf = (entry: Entry): string => {
    const outcome = outcomes.find((one) => one.entry.id === entry.id)
    if (outcome?.problem) return say(outcome.problem.says)
    if (!changing.includes(entry)) return m.ledger_batch_same()
    return looked?.get(entry.id) ?? m.ledger_batch_ok()
  }
  const forget = () => setLooked(null)
  return (
    <Drawer
      open
      onClose={onClose}
      title={m.ledger_batch_edit_title({ count: entries.length })}
      says={m.ledger_batch_edit_says()}
      actions={
        <>
          <Button onClick={onClose}>{m.review_cancel()}</Button>
          <Button busy={looking} disabled={!column || changing.length === 0} onClick={() => void preview()}>
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
        <TextArea label={m.ledger_because()} required value={because} onChange={setBecause} maxLength={300} />
        {column && looked && (
          <div className={styles.preview}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{m.ledger_batch_row()}</th>
                  <th scope="col">{m.ledger_was()}</th>
                  <th scope="col">{m.ledger_is()}</th>
                  <th scope="col">{m.ledger_outcome()}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <tr key={entry.id}>
                    <th scope="row">{entryTitle(ledger, entry)}</th>
                    <td>{cellWords(column, entry.values[column.id] ?? '')}</td>
                    <td>{cellWords(column, value)}</td>
                    <td>{saidOf(entry)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </Drawer>
  )
}
