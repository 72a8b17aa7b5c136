import type { Entry } from '@guatu/contract'
import { cellWords } from '../../ui/columns/cell-words.ts'
import { m, say } from '../../words/index.ts'
import { askedWords } from './asked-words.ts'
import styles from './ledger.module.css'
import { totalsOf } from './totals.ts'
import type { Ledger } from './use-ledger.ts'

interface PaperProps {
  readonly ledger: Ledger
  readonly entries: readonly Entry[]
  readonly total: number
  readonly shown: readonly string[]
}

/** What stands above the rows on paper in place of the filters: what was asked for, how many rows, what they add up to. */
export function OnPaper({ ledger, entries, total, shown }: PaperProps) {
  const asked = askedWords(ledger)
  // Sums of a part would be taken for those of the whole.
  const totals = entries.length === total ? totalsOf(ledger.shape, shown, entries) : []
  return (
    <div className={styles.onPaper}>
      <p>{asked.length === 0 ? m.ledger_asked_nothing() : m.ledger_asked_for({ asked: asked.join('；') })}</p>
      <p>
        {m.count_of({ count: total })}
        {totals.length > 0 &&
          m.ledger_totals({
            totals: totals.map(({ column, sum }) => `${say(column.label)} ${cellWords(column, sum)}`).join('；'),
          })}
      </p>
    </div>
  )
}
