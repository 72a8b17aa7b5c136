import type { RegisterShape } from '@guatu/contract'
import { useState } from 'react'
import { type BatchResult, type Conversions, enterRows, type RowValues } from '../../api/registers.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConversionField, withConversion } from '../../ui/columns/ConversionField.tsx'
import { cx } from '../../ui/cx.ts'
import { Drawer } from '../../ui/Dialog.tsx'
import { useForget, useKept, useRestored } from '../../ui/forms/use-kept.ts'
import { Note, ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m, say } from '../../words/index.ts'
import styles from './ledger.module.css'
import { type Pasted, readPasted, tsvOf } from './tsv.ts'
import type { Ledger } from './use-ledger.ts'
import { useSending } from './use-sending.ts'

const rowsMax = 2000

interface Looked {
  readonly pasted: Pasted
  readonly result: BatchResult
}

/** Rows out of a spreadsheet: looked at first, row by row, then entered. Refused rows stay to be mended. */
export function PasteDrawer({ ledger, onClose }: { readonly ledger: Ledger; readonly onClose: () => void }) {
  // What is retired takes no values.
  const shape = { ...ledger.shape, columns: ledger.shape.columns.filter(({ own }) => own !== 'retired') }
  const form = `paste ${shape.id}`
  const [typed, setTyped] = useKept(form, 'typed', () => '')
  const forget = useForget(form)
  const restored = useRestored(form)
  const close = () => {
    forget()
    onClose()
  }
  const [looked, setLooked] = useState<Looked | null>(null)
  const [convert, setConvert] = useState<Conversions>({})
  const { busy, problem, send } = useSending()
  const pasted = readPasted(typed, shape.columns)
  const tooMany = pasted.rows.length > rowsMax
  const ask = async (preview: boolean): Promise<BatchResult> => {
    const result = await enterRows(shape.id, pasted.rows, { preview, convert })
    setLooked({ pasted, result })
    return result
  }
  const look = () =>
    void send(
      () => ask(true),
      () => undefined,
    )
  const enter = () => {
    const after = async () => {
      const result = await ask(false)
      toast(m.ledger_pasted({ count: result.accepted }))
      const left = pasted.rows.filter((_, i) => result.rows[i]?.ok === false)
      if (left.length === 0) return close()
      setTyped(tsvOf(left, shape.columns))
      setLooked({
        pasted: { ...pasted, rows: left },
        result: {
          ...result,
          accepted: 0,
          rows: result.rows.filter((row) => !row.ok).map((row, i) => ({ ...row, row: i + 1 })),
        },
      })
    }
    void send(after, () => undefined)
  }
  return (
    <Drawer
      restored={restored}
      open
      onClose={close}
      width={960}
      title={m.ledger_paste()}
      says={m.ledger_paste_says({ columns: shape.columns.map((column) => say(column.label)).join('、') })}
      actions={
        <>
          <Button onClick={close}>{m.review_cancel()}</Button>
          <Button busy={busy} disabled={pasted.rows.length === 0 || tooMany} onClick={look}>
            {m.ledger_preview({ count: pasted.rows.length })}
          </Button>
          <Button look="primary" busy={busy} disabled={!looked || looked.result.accepted === 0} onClick={enter}>
            {m.ledger_enter_rows({ count: looked?.result.accepted ?? 0 })}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {problem && <ProblemNote problem={problem} />}
        <TextArea
          label={m.ledger_paste_here()}
          hint={
            shape.columns.some(({ kind }) => kind === 'target') ? m.ledger_paste_hint() : m.ledger_paste_hint_days()
          }
          error={tooMany ? m.ledger_paste_too_many({ max: rowsMax }) : undefined}
          value={typed}
          onChange={(text) => {
            setTyped(text)
            setLooked(null)
          }}
          rows={8}
          spellCheck={false}
        />
        {pasted.unknown.length > 0 && <Note>{m.ledger_paste_unknown({ columns: pasted.unknown.join('、') })}</Note>}
        {shape.columns
          .filter(({ id, kind }) => kind === 'coordinates' && pasted.columns.includes(id))
          .map((column) => (
            <ConversionField
              key={column.id}
              label={say(column.label)}
              value={convert[column.id] ?? null}
              onChange={(by) => {
                setConvert(withConversion(convert, column.id, by))
                setLooked(null)
              }}
            />
          ))}
        {looked && <Preview shape={shape} rows={looked.pasted.rows} result={looked.result} />}
      </div>
    </Drawer>
  )
}

interface PreviewProps {
  readonly shape: RegisterShape
  readonly rows: readonly RowValues[]
  readonly result: BatchResult
}

function Preview({ shape, rows, result }: PreviewProps) {
  // A register may have dozens of columns; those that nobody filled in would only squeeze the others.
  const filled = shape.columns.filter(({ id }) => rows.some((row) => (row[id] ?? '') !== ''))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={styles.preview} tabIndex={0} aria-label={m.ledger_preview_label()}>
      <p role="status">{m.ledger_preview_counts({ ok: result.accepted, refused: result.refused })}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{m.ledger_row()}</th>
            <th scope="col">{m.ledger_outcome()}</th>
            {filled.map((column) => (
              <th key={column.id} scope="col">
                {say(column.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.rows.map((row, i) => (
            <tr key={row.row}>
              <th scope="row">{row.row}</th>
              <td>
                <Badge tone={row.ok ? 'green' : 'red'}>{row.ok ? m.ledger_row_ok() : m.ledger_row_refused()}</Badge>
                {row.says && <div>{say(row.says)}</div>}
                {row.note && <div className={styles.because}>{say(row.note)}</div>}
                {row.next && <div className={styles.because}>{say(row.next)}</div>}
              </td>
              {filled.map((column) => (
                <td key={column.id} className={cx(column.kind === 'date' && styles.day)}>
                  {rows[i]?.[column.id] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
