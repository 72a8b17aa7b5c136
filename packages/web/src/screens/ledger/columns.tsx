import type { Entry, RegisterShape } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import type { RegisterColumn } from '../../ui/columns/ColumnField.tsx'
import { cellWords } from '../../ui/columns/cell-words.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { linkClass } from '../../ui/link.ts'
import { Menu, type MenuAction } from '../../ui/Menu.tsx'
import { instantWords } from '../../words/dates.ts'
import { entryStateName, entryStates, entryTones } from '../../words/entry.ts'
import { m, say } from '../../words/index.ts'
import { paperSays } from '../../words/paper.ts'
import { titleColumn } from './entry-title.ts'
import styles from './ledger.module.css'
import type { LedgerPanel } from './Panels.tsx'
import { RowLinks } from './RowLinks.tsx'
import type { Ledger } from './use-ledger.ts'

interface RowDoings {
  readonly picked: ReadonlySet<string>
  readonly pick: (ids: readonly string[], on: boolean) => void
  readonly open: (panel: LedgerPanel) => void
  readonly verify: (id: string) => void
  /** Whether this person may enter that a row was approved on paper. */
  readonly mayEnterPaper: boolean
}

/** The declared columns of the register between the box to pick a row by and what can be done with it. */
export function entryColumns(
  ledger: Ledger,
  entries: readonly Entry[],
  shown: readonly string[],
  doings: RowDoings,
): readonly Column<Entry>[] {
  const { shape } = ledger
  const name = titleColumn(shape)?.id
  const declared = shape.columns
    .filter(({ id }) => shown.includes(id))
    .map((column) => {
      const declared = declaredColumn(column, ledger)
      // What people call a row by is read first and whole.
      return column.id === name && column.kind === 'text' ? { ...declared, width: 200 } : declared
    })
  const status = shape.status ? [statusColumn(shape.status)] : []
  const plain = [numberColumn, ...declared, ...status, stateColumn, peopleColumn]
  if (ledger.past) return plain
  const picks = entries.some((entry) => isPickable(entry, doings)) ? [pickColumn(doings)] : []
  return [...picks, ...plain, actionColumn(entries, doings)]
}

const numberColumn: Column<Entry> = {
  id: 'number',
  header: m.ledger_number(),
  width: 148,
  figures: true,
  value: ({ number }) => number,
  cell: ({ number }) => number,
}

const widths: Readonly<Record<RegisterColumn['kind'], number>> = {
  date: 108,
  target: 196,
  unit: 112,
  quantity: 90,
  longText: 106,
  text: 120,
  choice: 120,
  choices: 160,
  month: 90,
  moment: 140,
  money: 108,
  percentage: 76,
  yesNo: 64,
  units: 160,
  community: 112,
  communities: 160,
  row: 160,
  rows: 196,
  uscc: 168,
  documentNumber: 150,
  phone: 120,
  coordinates: 120,
  evidence: 106,
}

/** A text of so few signs, such as a code, needs no more room. */
const shortTextMax = 40
const shortTextWidth = 84

const figured: readonly RegisterColumn['kind'][] = ['date', 'month', 'moment', 'quantity', 'money', 'percentage']

function declaredColumn(column: RegisterColumn, { targets }: Ledger): Column<Entry> {
  const textOf = (entry: Entry) => entry.values[column.id] ?? ''
  const isShort = column.kind === 'text' && column.maxLength !== null && column.maxLength <= shortTextMax
  const base = {
    id: column.id,
    header: say(column.label),
    width: isShort ? shortTextWidth : widths[column.kind],
    figures: figured.includes(column.kind),
  }
  switch (column.kind) {
    case 'target': {
      const targetOf = (entry: Entry) => targets.get(entry.targetId ?? '')
      return {
        ...base,
        value: (entry) => targetOf(entry)?.code ?? textOf(entry),
        cell: (entry) => {
          const target = targetOf(entry)
          if (!target) return textOf(entry)
          return (
            <Link to="/tasks/$taskId" params={{ taskId: target.taskId }} className={linkClass}>
              {`${target.code}　${target.says}`}
            </Link>
          )
        },
      }
    }
    case 'quantity': {
      const unitOf = (entry: Entry) => (column.unitLabel ? '' : (targets.get(entry.targetId ?? '')?.printedUnit ?? ''))
      return { ...base, value: textOf, cell: (entry) => `${cellWords(column, textOf(entry))}${unitOf(entry)}` }
    }
    case 'row':
    case 'rows':
      return { ...base, cell: (entry) => <RowLinks ids={textOf(entry)} /> }
    case 'coordinates':
    case 'evidence':
      return { ...base, cell: (entry) => cellWords(column, textOf(entry)) }
    default:
      return { ...base, value: textOf, cell: (entry) => cellWords(column, textOf(entry)) }
  }
}

const statusColumn = (status: NonNullable<RegisterShape['status']>): Column<Entry> => ({
  id: 'status',
  header: m.ledger_status(),
  width: 104,
  value: (entry) => entry.status ?? '',
  cell: (entry) => {
    const state = status.states.find(({ id }) => id === entry.status)
    return (
      <div>
        {state && <Badge>{say(state.label)}</Badge>}{' '}
        {entry.due?.late && entry.due.to === null && <Badge tone="red">{m.ledger_due_late()}</Badge>}
      </div>
    )
  },
})

/** A row with which something can be done beside others: verified, sent back, edited, taken further, or entered as verified on paper. */
export const isPickable = (entry: Entry, { mayEnterPaper }: Pick<RowDoings, 'mayEnterPaper'>): boolean =>
  entry.may.some((act) => act === 'verify' || act === 'return' || act === 'correct') ||
  entry.moves.length > 0 ||
  (mayEnterPaper && entry.state === 'submitted')

const pickColumn = ({ picked, pick, mayEnterPaper }: RowDoings): Column<Entry> => ({
  id: 'pick',
  header: m.ledger_pick(),
  width: 48,
  offPaper: true,
  cell: (entry) =>
    isPickable(entry, { mayEnterPaper }) && (
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
  width: 92,
  value: (entry) => entryStates.indexOf(entry.state),
  cell: (entry) => (
    <div>
      <Badge tone={entryTones[entry.state]}>{entryStateName(entry.state)}</Badge>
      {entry.marks.includes('late') && <Badge tone="yellow">{m.badge_late()}</Badge>}
      {entry.corrects !== null && entry.move === null && <Badge>{m.ledger_is_correction()}</Badge>}
      {entry.state === 'returned' && entry.returnedBecause !== null && (
        <div className={styles.because}>{entry.returnedBecause}</div>
      )}
    </div>
  ),
}

// The year stands in the row's own day; without it a row keeps to two lines.
const shortly = (at: string): string => instantWords(at).slice(5)

const peopleColumn: Column<Entry> = {
  id: 'people',
  header: m.ledger_people(),
  width: 236,
  cell: (entry) => (
    <div className={styles.people}>
      <div>{m.ledger_entered_by({ by: entry.enteredBy, at: shortly(entry.knownAt) })}</div>
      {entry.verifiedBy !== null && entry.verifiedAt !== null && (
        <div>{m.ledger_verified_by({ by: entry.verifiedBy, at: shortly(entry.verifiedAt) })}</div>
      )}
      {entry.byPaper !== null && <div>{paperSays(entry.byPaper)}</div>}
    </div>
  ),
}

/** The buttons follow what the server says this person may do with this row now. */
const actionColumn = (entries: readonly Entry[], doings: RowDoings): Column<Entry> => ({
  id: 'do',
  header: m.action_column(),
  width: entries.some(({ may }) => may.includes('verify')) ? 190 : 132,
  stuck: true,
  cell: (entry) => <RowActions entry={entry} doings={doings} />,
})

function RowActions({
  entry,
  doings: { open, verify, mayEnterPaper },
}: {
  readonly entry: Entry
  readonly doings: RowDoings
}) {
  const labels = {
    evidence: m.ledger_evidence,
    return: m.ledger_return,
    correct: m.ledger_correct,
    withdraw: m.ledger_withdraw,
  }
  const changes = (['return', 'correct', 'withdraw'] as const).filter((kind) => entry.may.includes(kind))
  const more = ['evidence', ...changes] as const
  const actions: MenuAction[] = more.map((kind) => ({
    label: labels[kind](),
    onChoose: () => open({ kind, entry }),
  }))
  if (mayEnterPaper && entry.state === 'submitted')
    actions.push(
      { label: m.paper_enter_verified(), onChoose: () => open({ kind: 'paper', ids: [entry.id] }) },
      { label: m.paper_enter_returned(), onChoose: () => open({ kind: 'returnOnPaper', entry }) },
    )
  return (
    <div className={styles.actions}>
      <Link
        to="/ledger/$entryId"
        params={{ entryId: entry.id }}
        search={(now: Record<string, unknown>) => now}
        className={linkClass}
      >
        {m.ledger_detail()}
      </Link>
      {entry.may.includes('verify') && (
        <Button small onClick={() => verify(entry.id)}>
          {m.ledger_verify()}
        </Button>
      )}
      <Menu
        trigger={
          <Button small look="quiet">
            {m.review_more()}
          </Button>
        }
        actions={actions}
      />
    </div>
  )
}
