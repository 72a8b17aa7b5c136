import type { RegisterShape } from '@guatu/contract'
import { say } from '../../words/index.ts'
import { DateField } from '../DateField.tsx'
import { SearchField } from '../SearchField.tsx'
import { type Choice, SelectField } from '../Select.tsx'
import { NumberField, TextArea, TextField } from '../TextField.tsx'

export type RegisterColumn = RegisterShape['columns'][number]

/** What the columns of a register choose from and are bounded by. */
export interface ColumnGround {
  readonly units: readonly string[]
  readonly targets: readonly Choice[]
  /** The last day that may be entered. */
  readonly today: string
  /** The printed unit of the chosen target, behind a quantity. */
  readonly quantityUnit: string
}

interface ColumnProps {
  readonly column: RegisterColumn
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
  readonly ground: ColumnGround
}

/** The units to choose from; the one that stands in the row is among them, also where it was closed since. */
const unitsFor = (value: string, { units }: ColumnGround): readonly string[] =>
  value === '' || units.includes(value) ? units : [value, ...units]

/** The field of one declared column: its kind decides the control, its declaration all else. */
export function ColumnField({ column, value, onChange, error, ground }: ColumnProps) {
  const common = { label: say(column.label), required: column.required, error, value, onChange }
  const length = column.maxLength === null ? {} : { maxLength: column.maxLength }
  switch (column.kind) {
    case 'date':
      return <DateField {...common} max={ground.today} />
    case 'quantity':
      return <NumberField {...common} unit={column.unitLabel ? say(column.unitLabel) : ground.quantityUnit} />
    case 'choice':
      return (
        <SelectField
          {...common}
          value={value || null}
          choices={column.options.map((option) => ({ value: option.value, label: say(option.label) }))}
        />
      )
    case 'unit':
      return (
        <SelectField
          {...common}
          value={value || null}
          choices={unitsFor(value, ground).map((name) => ({ value: name, label: name }))}
        />
      )
    case 'target':
      return <SearchField {...common} value={value || null} choices={ground.targets} />
    case 'longText':
      return <TextArea {...common} {...length} />
    default:
      return <TextField {...common} {...length} />
  }
}
