import type { RegisterShape } from '@guatu/contract'
import { m } from '../../words/index.ts'
import { ColumnField, type ColumnGround } from './ColumnField.tsx'
import styles from './columns.module.css'

interface FieldsProps {
  readonly shape: RegisterShape
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (values: Readonly<Record<string, string>>) => void
  /** Columns to point at: required and left empty. */
  readonly missing: readonly string[]
  readonly ground: ColumnGround
  /** Columns that the place of the form has already settled. */
  readonly settled?: readonly string[]
}

/** A form out of a register's declaration, column by column. */
export function EntryFields({ shape, values, onChange, missing, ground, settled = [] }: FieldsProps) {
  return (
    <div className={styles.grid}>
      {shape.columns
        .filter((column) => !settled.includes(column.id))
        .map((column) => (
          <div
            key={column.id}
            className={column.kind === 'longText' || column.kind === 'target' ? styles.whole : undefined}
          >
            <ColumnField
              column={column}
              value={values[column.id] ?? ''}
              onChange={(value) => onChange({ ...values, [column.id]: value })}
              error={missing.includes(column.id) ? m.entry_missing() : undefined}
              ground={ground}
            />
          </div>
        ))}
    </div>
  )
}
