import type { SaidFact } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { Badge } from '../../ui/Badge.tsx'
import { linkClass } from '../../ui/link.ts'
import { m, say } from '../../words/index.ts'
import styles from './ledger.module.css'

/** What a row counts for, whether it does and why, up to the sentence of the report. */
export function EntryFacts({ facts }: { readonly facts: readonly SaidFact[] }) {
  if (facts.length === 0) return <p className={styles.people}>{m.ledger_no_facts()}</p>
  return (
    <ul className={styles.facts}>
      {facts.map(({ id, serves, target, quantity, unit, trueOn, subject, counted, because }) => (
        <li key={id} className={styles.fact}>
          <div>
            <strong>{say(serves)}</strong> {quantity}
            {unit} · {trueOn}
            {subject !== '' && ` · ${subject}`} <Badge tone={counted ? 'green' : 'plain'}>{say(because)}</Badge>
          </div>
          {target && (
            <blockquote className={styles.sentence}>
              {target.sentence}{' '}
              <Link to="/tasks/$taskId" params={{ taskId: target.taskId }} className={linkClass}>
                {target.task}
              </Link>
            </blockquote>
          )}
        </li>
      ))}
    </ul>
  )
}
