import type { Entry, Problem } from '@guatu/contract'
import { m, say } from '../../words/index.ts'
import { entryTitle } from './entry-title.ts'
import styles from './ledger.module.css'
import type { Ledger } from './use-ledger.ts'

interface LookProps {
  readonly ledger: Ledger
  readonly entries: readonly Entry[]
  readonly was: (entry: Entry) => string
  readonly is: (entry: Entry) => string
  /** What becomes of a row, or why it stays as it is. */
  readonly said: (entry: Entry) => Problem | string
}

/** What would become of many rows, one beneath the other, before anything is sent. */
export function BatchLook({ ledger, entries, was, is, said }: LookProps) {
  return (
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
              <td className={styles.whole}>{was(entry)}</td>
              <td className={styles.whole}>{is(entry)}</td>
              <td>
                <Said said={said(entry)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Said({ said }: { readonly said: Problem | string }) {
  if (typeof said === 'string') return said
  return (
    <>
      {say(said.says)} <span className={styles.people}>{say(said.next)}</span>
    </>
  )
}
