import type { Explanation, Working } from '@guatu/contract'
import { decimal, shownRatio, shownValue, unitWords } from '@guatu/core/shared'
import { m } from '../../words/index.ts'
import { percent } from './percent.ts'
import styles from './task.module.css'

/** The planned value has as many places as its division; two are enough to look at. */
const rounded = (value: string | null) => (value === null ? null : shownRatio(decimal(value), decimal(1), 2))

interface FiguresProps {
  readonly working: Working
  readonly target: Explanation['target']
}

/** What the ledger proves beside what the unit says, what was due by then, and the ratio the rule reads. */
export function WorkingFigures({ working, target }: FiguresProps) {
  // Nothing verified is no figure, and never zero.
  const silent = working.light === 'noData'
  const unit = unitWords(target.unit, target.printedUnit)
  const shown = (value: string | null) => (value === null ? null : shownValue(value, target.printedUnit))
  const figures: readonly (readonly [string, string | null, string])[] = [
    [m.task_actual(), silent ? null : shown(working.actual), unit],
    [m.task_reported(), silent && working.reported === '0' ? null : shown(working.reported), unit],
    [m.task_planned(), rounded(shown(working.planned)), unit],
    [m.task_goal(), shown(target.value), unit],
    [m.task_ratio(), silent || working.ratio === null ? null : percent(working.ratio), ''],
    [m.task_attainment(), working.attainment === null ? null : percent(working.attainment), ''],
  ]
  if (figures.every(([, value]) => value === null)) return null
  return (
    <dl className={styles.figures}>
      {figures.map(([label, value, behind]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value === null ? (
              <span className={styles.none}>{m.task_no_figure()}</span>
            ) : (
              <>
                <b>{value}</b> {behind}
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
