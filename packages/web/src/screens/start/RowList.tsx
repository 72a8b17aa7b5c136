import type { StartRow } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { Badge } from '../../ui/Badge.tsx'
import { linkClass } from '../../ui/link.ts'
import { dayWords } from '../../words/dates.ts'
import { entryStateName } from '../../words/entry.ts'
import { say } from '../../words/index.ts'
import styles from './start.module.css'

/** Rows by their numbers, each a link to its own page. */
export function RowList({ rows }: { readonly rows: readonly StartRow[] }) {
  return (
    <ul className={styles.list}>
      {rows.map(({ id, number, label, trueOn, state, says }) => (
        <li key={id} className={styles.item}>
          <div className={styles.head}>
            <Link to="/ledger/$entryId" params={{ entryId: id }} className={linkClass}>
              {`${say(label)} ${number}`}
            </Link>
            <Badge>{entryStateName(state)}</Badge>
          </div>
          <p className={styles.more}>{[dayWords(trueOn), say(says)].filter((one) => one !== '').join(' · ')}</p>
        </li>
      ))}
    </ul>
  )
}
