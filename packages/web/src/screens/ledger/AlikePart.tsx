import type { Entry } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { alikeQuery } from '../../api/registers.ts'
import { linkClass } from '../../ui/link.ts'
import { Section } from '../../ui/Page.tsx'
import { entryStateName } from '../../words/entry.ts'
import { m, say } from '../../words/index.ts'
import { EntryCell } from './EntryCell.tsx'
import styles from './ledger.module.css'
import type { Ledger } from './use-ledger.ts'

const besideMax = 3

/** Rows that may say the same, side by side with this one: whoever verifies sees what differs. */
export function AlikePart({ ledger, entry }: { readonly ledger: Ledger; readonly entry: Entry }) {
  const found = (useQuery(alikeQuery(entry.id)).data?.alike ?? []).slice(0, besideMax)
  if (found.length === 0) return null
  const rows = [entry, ...found.map((one) => one.entry)]
  const shown = ledger.shape.columns.filter(
    ({ id, kind }) => kind !== 'evidence' && rows.some(({ values }) => (values[id] ?? '') !== ''),
  )
  return (
    <Section title={m.ledger_alike()}>
      <div className={styles.beside}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{m.ledger_column()}</th>
              <th scope="col">{m.ledger_this_row()}</th>
              {found.map(({ entry: other, percent }) => (
                <th key={other.id} scope="col">
                  <Link to="/ledger/$entryId" params={{ entryId: other.id }} className={linkClass}>
                    {m.ledger_alike_percent({ percent })}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{m.ledger_state()}</th>
              {rows.map((row) => (
                <td key={row.id}>{entryStateName(row.state)}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">{m.ledger_by()}</th>
              {rows.map((row) => (
                <td key={row.id}>{row.enteredBy}</td>
              ))}
            </tr>
            {shown.map((column) => (
              <tr key={column.id}>
                <th scope="row">{say(column.label)}</th>
                {rows.map((row) => (
                  <td key={row.id}>
                    <EntryCell column={column} text={row.values[column.id] ?? ''} ledger={ledger} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
