import type { Entry, RegisterShape } from '@guatu/contract'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { m, say } from '../../words/index.ts'
import styles from './ledger.module.css'
import type { LedgerPanel } from './Panels.tsx'

interface StatusProps {
  readonly status: NonNullable<RegisterShape['status']>
  readonly entry: Entry
  readonly past: boolean
  readonly open: (panel: LedgerPanel) => void
}

/** Where a row stands in its lifecycle, and the moves that are open from there as buttons. */
export function StatusLine({ status, entry, past, open }: StatusProps) {
  const moves = past ? [] : status.moves.filter(({ id }) => entry.moves.includes(id))
  const { due } = entry
  const labelOf = (id: string) => say(status.states.find((one) => one.id === id)?.label ?? { zh: id, en: id })
  const moveOf = (id: string) => say(status.moves.find((one) => one.id === id)?.label ?? { zh: id, en: id })
  return (
    <section className={styles.status} aria-label={m.ledger_status()}>
      <ol className={styles.states}>
        {status.states.map(({ id, label }) => (
          <li
            key={id}
            className={cx(styles.state, id === entry.status && styles.here)}
            aria-current={id === entry.status ? 'step' : undefined}
          >
            {say(label)}
          </li>
        ))}
      </ol>
      {due && (
        <p>
          {due.to !== null
            ? m.ledger_due_passed({ day: due.on, status: labelOf(due.to) })
            : m.ledger_due({ day: due.on, move: moveOf(due.move) })}{' '}
          {due.byWeekdays && `${m.ledger_due_by_weekdays()} `}
          {due.late && due.to === null && <Badge tone="red">{m.ledger_due_late()}</Badge>}
        </p>
      )}
      {moves.length > 0 && (
        <div className={styles.actions}>
          {moves.map((move) => (
            <Button key={move.id} small onClick={() => open({ kind: 'move', entry, move: move.id })}>
              {say(move.label)}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
