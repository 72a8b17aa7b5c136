import type { StartCell } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { LightMark } from '../../ui/LightMark.tsx'
import { linkClass } from '../../ui/link.ts'
import { Section } from '../../ui/Page.tsx'
import { dayWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import styles from './start.module.css'

/** 我的格子: the targets that one's own rows go into, each with one's own part. */
export function Cells({ cells }: { readonly cells: readonly StartCell[] }) {
  return (
    <Section title={m.start_cells()}>
      <p className={styles.says}>{cells.length === 0 ? m.start_cells_none() : m.start_cells_says()}</p>
      <ul className={styles.list}>
        {cells.map((cell) => (
          <li key={cell.target} className={styles.item}>
            <div className={styles.head}>
              <Link to="/tasks/$taskId" params={{ taskId: cell.task.id }} className={linkClass}>
                {cell.subject}
              </Link>
              <LightMark light={cell.light} />
            </div>
            <p className={styles.figures}>{ownWords(cell)}</p>
            <p className={styles.more}>{[say(cell.says), ...missingWords(cell)].join(' · ')}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function ownWords({ own, printedUnit: unit, last }: StartCell): string {
  if (last === null) return m.start_own_none()
  const { verified, reported } = own
  return verified === null || reported === null ? m.start_own_untold() : m.start_own({ verified, reported, unit })
}

const missingWords = ({ own, last, missing }: StartCell): readonly string[] => [
  ...(own.waiting > 0 ? [m.start_own_waiting({ count: own.waiting })] : []),
  ...(last === null ? [] : [m.start_last({ day: dayWords(last) })]),
  ...(missing === '' ? [] : [m.start_missing({ months: missing })]),
]
