import type { StartMine } from '@guatu/contract'
import { Section } from '../../ui/Page.tsx'
import { m } from '../../words/index.ts'
import { RowList } from './RowList.tsx'
import styles from './start.module.css'

const kinds = [
  { of: 'returned', label: m.start_returned },
  { of: 'unproved', label: m.start_unproved },
  { of: 'due', label: m.start_due },
] as const

/** 我的缺口: what was sent back, lacks evidence, is nearly due, and which months have no figure. */
export function Gaps({ mine: { gaps, cells } }: { readonly mine: StartMine }) {
  const behind = cells.filter(({ missing }) => missing !== '')
  const open = kinds.filter(({ of }) => gaps[of].total > 0)
  return (
    <Section title={m.start_gaps()}>
      {open.length + behind.length === 0 && <p className={styles.says}>{m.start_gaps_none()}</p>}
      {open.map(({ of, label }) => {
        const { total, rows } = gaps[of]
        return (
          <div key={of}>
            <h3 className={styles.kind}>{label({ count: total })}</h3>
            <RowList rows={rows} />
            {total > rows.length && <p className={styles.says}>{m.start_more({ count: total - rows.length })}</p>}
          </div>
        )
      })}
      {behind.length > 0 && (
        <>
          <h3 className={styles.kind}>{m.start_months({ count: behind.length })}</h3>
          <ul className={styles.list}>
            {behind.map(({ target, subject, missing }) => (
              <li key={target} className={styles.item}>
                {subject}
                <p className={styles.more}>{m.start_missing({ months: missing })}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
