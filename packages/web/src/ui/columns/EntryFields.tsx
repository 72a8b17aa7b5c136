import type { RegisterShape } from '@guatu/contract'
import { m, say } from '../../words/index.ts'
import { ColumnField, type ColumnGround, type RegisterColumn } from './ColumnField.tsx'
import styles from './columns.module.css'
import { OfferedValue } from './OfferedValue.tsx'
import { personalOffers } from './personal-columns.ts'
import type { Offer } from './use-check.ts'

interface FieldsProps {
  readonly shape: Pick<RegisterShape, 'columns' | 'key'>
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (values: Readonly<Record<string, string>>) => void
  /** Columns to point at: required and left empty. */
  readonly missing: readonly string[]
  readonly ground: ColumnGround
  /** Columns that the place of the form has already settled. */
  readonly settled?: readonly string[]
  /** What the register says of the draft: columns a row like this is asked for, those it needs, what is wrong by column. */
  readonly asked?: readonly string[] | undefined
  readonly needed?: readonly string[] | undefined
  readonly wrong?: Readonly<Record<string, string>>
  /** What was probably meant, by column: a place of another system, said in that of the register. */
  readonly offers?: Readonly<Record<string, Offer>>
}

/** A register of more columns than this folds away those that a row can do without. */
const shortMax = 14
const wholeKinds: readonly RegisterColumn['kind'][] = ['longText', 'target', 'evidence', 'choices', 'row', 'rows']

/** A form out of a register's declaration, column by column; what is needed first, the rest of a long one folded away. */
export function EntryFields({
  shape,
  values,
  onChange,
  missing,
  ground,
  settled = [],
  asked,
  needed,
  wrong = {},
  offers = {},
}: FieldsProps) {
  const filled = ({ id }: RegisterColumn) => (values[id] ?? '') !== ''
  // What was filled before it was asked for no longer stays in sight, so that it can be wiped out.
  const columns = shape.columns.filter(
    (column) =>
      column.own !== 'retired' &&
      !settled.includes(column.id) &&
      (!asked || asked.includes(column.id) || filled(column)),
  )
  const isNeeded = ({ id, required }: RegisterColumn) => needed?.includes(id) ?? required
  const isFirst = (column: RegisterColumn) =>
    isNeeded(column) ||
    column.required ||
    column.requiredWhen !== null ||
    column.own !== null ||
    shape.key.includes(column.id) ||
    column.id in wrong
  const first = columns.length <= shortMax ? columns : columns.filter((column) => isFirst(column))
  const others = columns.filter((column) => !first.includes(column))
  const personal = personalOffers(shape.columns, values)
  const field = (column: RegisterColumn) => (
    <div key={column.id} className={wholeKinds.includes(column.kind) ? styles.whole : undefined}>
      <ColumnField
        column={column}
        needed={isNeeded(column)}
        value={values[column.id] ?? ''}
        onChange={(value) => onChange({ ...values, [column.id]: value })}
        error={
          personal[column.id]?.says ?? wrong[column.id] ?? (missing.includes(column.id) ? m.entry_missing() : undefined)
        }
        ground={ground}
      />
      <OfferedValue
        offer={personal[column.id]?.offer ?? offers[column.id]}
        onTake={(value) => onChange({ ...values, [column.id]: value })}
      />
    </div>
  )
  return (
    <>
      <div className={styles.grid}>{first.map(field)}</div>
      {others.length > 0 && (
        <details className={styles.others} open={others.some(filled) || undefined}>
          <summary className={styles.summary}>
            {m.entry_others({
              count: others.length,
              names: others
                .slice(0, 3)
                .map(({ label }) => say(label))
                .join('、'),
            })}
          </summary>
          <div className={styles.grid}>{others.map(field)}</div>
        </details>
      )}
    </>
  )
}
