import type { Entry } from '@guatu/contract'
import { m, say } from '../../words/index.ts'
import { EntryCell } from './EntryCell.tsx'
import styles from './ledger.module.css'
import type { Ledger } from './use-ledger.ts'

/** The cells that hold something, by their labels; those that are blank are named below, folded away. */
export function EntryValues({ ledger, entry }: { readonly ledger: Ledger; readonly entry: Entry }) {
  const { shape } = ledger
  const shown = shape.columns.filter(({ id, kind }) => (entry.values[id] ?? '') !== '' && kind !== 'evidence')
  const blank = shape.columns.filter(({ id }) => (entry.values[id] ?? '') === '')
  return (
    <>
      <dl className={styles.values}>
        <div>
          <dt>{m.ledger_number()}</dt>
          <dd>{entry.number}</dd>
        </div>
        {shown.map((column) => (
          <div key={column.id} className={column.kind === 'longText' ? styles.wide : undefined}>
            <dt>{say(column.label)}</dt>
            <dd>
              <EntryCell column={column} text={entry.values[column.id] ?? ''} ledger={ledger} />
            </dd>
          </div>
        ))}
      </dl>
      {blank.length > 0 && (
        <details className={styles.blank}>
          <summary>{m.ledger_blank({ count: blank.length })}</summary>
          {blank.map(({ label }) => say(label)).join('、')}
        </details>
      )}
    </>
  )
}
