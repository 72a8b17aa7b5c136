import type { RegisterShape } from '@guatu/contract'
import { m, say } from '../../words/index.ts'
import { DateField } from '../DateField.tsx'
import { SearchField } from '../SearchField.tsx'
import { type Choice, SelectField } from '../Select.tsx'
import { NumberField, TextArea, TextField } from '../TextField.tsx'
import { beyondCommunities } from './cell-words.ts'
import { EvidenceField } from './EvidenceField.tsx'
import { RowField } from './RowField.tsx'
import { SeveralField } from './SeveralField.tsx'

export type RegisterColumn = RegisterShape['columns'][number]

/** What the columns of a register choose from and are bounded by. */
export interface ColumnGround {
  readonly units: readonly string[]
  readonly communities: readonly string[]
  readonly targets: readonly Choice[]
  /** The last day that may be entered of what has happened. */
  readonly today: string
  /** The printed unit of the chosen target, behind a quantity. */
  readonly quantityUnit: string
}

export interface ColumnProps {
  readonly column: RegisterColumn
  /** Whether the row needs it as it stands; left out, what the column says itself. */
  readonly needed?: boolean | undefined
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
  readonly ground: ColumnGround
}

const named = (names: readonly string[]): Choice[] => names.map((name) => ({ value: name, label: name }))

/** What stands in the row is among the choices, also where it was closed since. */
const withOwn = (value: string, choices: readonly Choice[]): readonly Choice[] =>
  value === '' || choices.some((choice) => choice.value === value) ? choices : [{ value, label: value }, ...choices]

const optionsOf = ({ options }: RegisterColumn): Choice[] =>
  options.map(({ value, label }) => ({ value, label: say(label) }))

const communitiesOf = ({ communities }: ColumnGround): Choice[] => [
  ...named(communities),
  ...Object.entries(beyondCommunities()).map(([value, label]) => ({ value, label })),
]

const hints: Readonly<Partial<Record<RegisterColumn['kind'], () => string>>> = {
  month: m.column_month_hint,
  moment: m.column_moment_hint,
  coordinates: m.column_coordinates_hint,
  uscc: m.column_uscc_hint,
  phone: m.column_phone_hint,
}

/** The field of one declared column: its kind decides the control, its declaration all else. */
export function ColumnField({ column, needed = column.required, value, onChange, error, ground }: ColumnProps) {
  const required = needed
  const when = column.requiredWhen && !needed ? m.column_needed_when({ when: say(column.requiredWhen) }) : undefined
  const hint = hints[column.kind]?.() ?? when
  const common = { label: say(column.label), hint, required, error, value, onChange }
  const length = column.maxLength === null ? {} : { maxLength: column.maxLength }
  // A choice that is not needed can be taken back.
  const orNone = (choices: readonly Choice[]) =>
    required || choices.length === 0 ? choices : [{ value: '', label: m.column_blank() }, ...choices]
  const one = (choices: readonly Choice[]) => (
    <SelectField {...common} value={value || null} choices={orNone(withOwn(value, choices))} />
  )
  switch (column.kind) {
    case 'date':
      return <DateField {...common} />
    case 'quantity':
    case 'money':
      return <NumberField {...common} unit={column.unitLabel ? say(column.unitLabel) : ground.quantityUnit} />
    case 'percentage':
      return <NumberField {...common} unit="%" />
    case 'choice':
      return one(optionsOf(column))
    case 'yesNo':
      return one([
        { value: '是', label: m.column_yes() },
        { value: '否', label: m.column_no() },
      ])
    case 'unit':
      return one(named(ground.units))
    case 'community':
      return one(communitiesOf(ground))
    case 'choices':
      return <SeveralField {...common} choices={optionsOf(column)} />
    case 'units':
      return <SeveralField {...common} choices={named(ground.units)} />
    case 'communities':
      return <SeveralField {...common} choices={communitiesOf(ground)} />
    case 'target':
      return <SearchField {...common} value={value || null} choices={ground.targets} />
    case 'row':
    case 'rows':
      return <RowField {...common} register={column.register ?? ''} several={column.kind === 'rows'} />
    case 'evidence':
      return <EvidenceField {...common} asked={column.classes} />
    case 'longText':
      return <TextArea {...common} {...length} />
    case 'phone':
      return <TextField {...common} {...length} inputMode="tel" autoComplete="off" />
    default:
      return <TextField {...common} {...length} autoComplete="off" />
  }
}
