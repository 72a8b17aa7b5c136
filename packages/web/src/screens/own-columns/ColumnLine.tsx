import type { OwnColumn, OwnColumns } from '@guatu/contract'
import { useState } from 'react'
import { changeOwnColumn, confirmOwnColumn, ofOwnColumns } from '../../api/own-columns.ts'
import { type Doing, useDoing } from '../../api/use-doing.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { ReasonDialog } from '../../ui/forms/ReasonDialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { toast } from '../../ui/Toast.tsx'
import { instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { paperSays } from '../../words/paper.ts'
import { ChangeDialog } from './ChangeDialog.tsx'
import { kindNames } from './draft.ts'
import styles from './own-columns.module.css'

type Said = NonNullable<OwnColumn['inForce']>

const requiredWords = ({ required, requiredWhen }: Said): string => {
  if (required) return m.own_must()
  return requiredWhen ? m.own_must_when({ when: say(requiredWhen) }) : m.own_optional()
}

interface LineProps {
  readonly register: string
  readonly column: OwnColumn
  readonly columns: OwnColumns
}

/** One column: what it is, what waits, how it came so, and what may be done with it. */
export function ColumnLine({ register, column, columns }: LineProps) {
  const doing = useDoing(ofOwnColumns(register))
  const { inForce, waiting, kind, unit, options } = column
  const said = inForce ?? waiting
  if (!said) return null
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <div className={styles.name}>
          {say(said.label)}
          {waiting && <Badge tone="yellow">{m.own_waiting()}</Badge>}
          {inForce?.retired && <Badge>{m.own_retired()}</Badge>}
        </div>
        <div className={styles.facts}>
          <span>{kindNames[kind]()}</span>
          {unit && <span>{unit}</span>}
          {options.length > 0 && <span>{options.map(say).join('、')}</span>}
          <span>{requiredWords(said)}</span>
        </div>
        {waiting && (
          <div className={styles.facts}>
            <span>{m.own_asked_by({ name: waiting.by, at: instantWords(waiting.at) })}</span>
            {inForce && (
              <span>{`${say(waiting.label)}，${waiting.retired ? m.own_retired() : requiredWords(waiting)}`}</span>
            )}
          </div>
        )}
        <History column={column} />
        {doing.problem && <ProblemNote problem={doing.problem} />}
      </div>
      <Tools register={register} column={column} columns={columns} doing={doing} />
    </li>
  )
}

function History({ column: { steps } }: { readonly column: OwnColumn }) {
  return (
    <details>
      <summary>{m.own_history({ count: steps.length })}</summary>
      <ul className={styles.steps}>
        {steps.map(({ kind, said, because, by, at, byPaper }) => (
          <li key={`${at} ${kind}`}>
            {m.own_step({
              at: instantWords(at),
              by,
              name: say(said.label),
              required: said.retired ? m.own_retired() : requiredWords(said),
              because,
            })}
            {byPaper && `　${paperSays(byPaper)}`}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Tools({ register, column, columns, doing: { busy, run } }: LineProps & { readonly doing: Doing }) {
  const [open, setOpen] = useState<'change' | 'retire' | null>(null)
  const name = (column.waiting ?? column.inForce)?.label.zh ?? ''
  const close = () => setOpen(null)
  const mayChange = columns.mayChange && !column.inForce?.retired
  return (
    <div className={styles.tools}>
      {column.waiting?.mayConfirm && (
        <Button
          small
          look="primary"
          busy={busy}
          aria-label={m.own_confirm_named({ name })}
          onClick={() =>
            void run(
              () => confirmOwnColumn(register, column),
              () => toast(m.own_confirmed()),
            )
          }
        >
          {m.own_confirm()}
        </Button>
      )}
      {mayChange && (
        <Button small busy={busy} aria-label={m.own_change_named({ name })} onClick={() => setOpen('change')}>
          {m.own_change()}
        </Button>
      )}
      {mayChange && (
        <Button
          small
          look="danger"
          busy={busy}
          aria-label={m.own_retire_named({ name })}
          onClick={() => setOpen('retire')}
        >
          {m.own_retire()}
        </Button>
      )}
      {open === 'change' && (
        <ChangeDialog
          column={column}
          asking={columns.asking}
          onClose={close}
          onSay={(change) => {
            close()
            void run(
              () => changeOwnColumn(register, column, change),
              () => toast(m.own_changed()),
            )
          }}
        />
      )}
      {open === 'retire' && (
        <ReasonDialog
          title={m.own_retire_title({ name })}
          action={m.own_retire()}
          onClose={close}
          onSay={(because) => {
            close()
            void run(
              () => changeOwnColumn(register, column, { retired: true, because }),
              () => toast(m.own_retired_done()),
            )
          }}
        />
      )}
    </div>
  )
}
