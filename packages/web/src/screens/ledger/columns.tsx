import type { Entry } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import type { RegisterColumn } from '../../ui/columns/ColumnField.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { instantWords } from '../../words/dates.ts'
import { entryStateName, entryStates, entryTones } from '../../words/entry.ts'
import { m, say } from '../../words/index.ts'
import styles from './ledger.module.css'
import type { LedgerPanel } from './Panels.tsx'
import type { Ledger } from './use-ledger.ts'

interface RowDoings {
  readonly picked: ReadonlySet<string>
  readonly pick: (ids: readonly string[], on: boolean) => void
  readonly open: (panel: LedgerPanel) => void
  readonly verify: (id: string) => void
}

/** The declared columns of the register between the box to pick a row by and what can be done with it. */
export function entryColumns(ledger: Ledger, doings: RowDoings): readonly Column<Entry>[] {
  const declared = ledger.shape.columns.map((column) => declaredColumn(column, ledger))
  return [pickColumn(ledger, doings), ...declared, stateColumn, peopleColumn, actionColumn(ledger, doings)]
}

const widths: Readonly<Record<RegisterColumn['kind'], number>> = {
  date: 120,
  target: 260,
  unit: 140,
  quantity: 110,
  longText: 200,
  text: 150,
  choice: 120,
}

function declaredColumn(column: RegisterColumn, { targets }: Ledger): Column<Entry> {
  const textOf = (entry: Entry) => entry.values[column.id] ?? ''
  const figures = column.kind === 'date' || column.kind === 'quantity'
  const base = { id: column.id, header: say(column.label), width: widths[column.kind], figures }
  if (column.kind === 'target') {
    const targetOf = (entry: Entry) => targets.get(entry.targetId ?? '')
    return {
      ...base,
      value: (entry) => targetOf(entry)?.code ?? textOf(entry),
      cell: (entry) => {
        const target = targetOf(entry)
        if (!target) return textOf(entry)
        return (
          <Link to="/tasks/$taskId" params={{ taskId: target.taskId }}>
            {`${target.code}　${target.says}`}
          </Link>
        )
      },
    }
  }
  if (column.kind === 'quantity')
    return {
      ...base,
      value: (entry) => Number(textOf(entry)),
      cell: (entry) => `${textOf(entry)}${targets.get(entry.targetId ?? '')?.printedUnit ?? ''}`,
    }
  return { ...base, value: textOf, cell: textOf }
}

const pickColumn = ({ past }: Ledger, { picked, pick }: RowDoings): Column<Entry> => ({
  id: 'pick',
  header: m.ledger_pick(),
  width: 64,
  cell: (entry) =>
    !past &&
    entry.may.includes('verify') && (
      <Checkbox
        hideLabel
        label={m.ledger_pick_row({ day: entry.trueOn, by: entry.enteredBy })}
        checked={picked.has(entry.id)}
        onChange={(on) => pick([entry.id], on)}
      />
    ),
})

const stateColumn: Column<Entry> = {
  id: 'state',
  header: m.ledger_state(),
  width: 150,
  value: (entry) => entryStates.indexOf(entry.state),
  cell: (entry) => (
    <>
      <Badge tone={entryTones[entry.state]}>{entryStateName(entry.state)}</Badge>
      {entry.corrects !== null && <Badge>{m.ledger_is_correction()}</Badge>}
      {entry.state === 'returned' && entry.returnedBecause !== null && (
        <div className={styles.because}>{entry.returnedBecause}</div>
      )}
    </>
  ),
}

const peopleColumn: Column<Entry> = {
  id: 'people',
  header: m.ledger_people(),
  width: 190,
  value: (entry) => entry.knownAt,
  cell: (entry) => (
    <div className={styles.people}>
      <div>{m.ledger_entered_by({ by: entry.enteredBy, at: instantWords(entry.knownAt) })}</div>
      {entry.verifiedBy !== null && entry.verifiedAt !== null && (
        <div>{m.ledger_verified_by({ by: entry.verifiedBy, at: instantWords(entry.verifiedAt) })}</div>
      )}
    </div>
  ),
}

/** The buttons follow what the server says this person may do with this row now. */
const actionColumn = ({ past }: Ledger, { open, verify }: RowDoings): Column<Entry> => ({
  id: 'do',
  header: m.action_column(),
  width: 220,
  cell: (entry) =>
    !past && (
      <div className={styles.actions}>
        {entry.may.includes('verify') && (
          <Button small onClick={() => verify(entry.id)}>
            {m.ledger_verify()}
          </Button>
        )}
        {entry.may.includes('return') && (
          <Button small look="quiet" onClick={() => open({ kind: 'return', entry })}>
            {m.ledger_return()}
          </Button>
        )}
        {entry.may.includes('correct') && (
          <Button small look="quiet" onClick={() => open({ kind: 'correct', entry })}>
            {m.ledger_correct()}
          </Button>
        )}
        {entry.may.includes('withdraw') && (
          <Button small look="quiet" onClick={() => open({ kind: 'withdraw', entry })}>
            {m.ledger_withdraw()}
          </Button>
        )}
      </div>
    ),
})
