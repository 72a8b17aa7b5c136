import type { PlaceConversion } from '@guatu/contract'
import { m } from '../../words/index.ts'
import { SelectField } from '../Select.tsx'

type By = PlaceConversion | 'none'

interface Props {
  readonly label: string
  readonly value: PlaceConversion | null
  readonly onChange: (by: PlaceConversion | null) => void
  readonly disabled?: boolean
}

/** How the places of a pasted or imported column are read: as they stand, or converted from what a map shows. */
export function ConversionField({ label, value, onChange, disabled = false }: Props) {
  return (
    <SelectField<By>
      label={m.place_conversion({ column: label })}
      value={value ?? 'none'}
      onChange={(by) => onChange(by === 'none' ? null : by)}
      disabled={disabled}
      choices={[
        { value: 'none', label: m.place_conversion_none() },
        { value: 'GCJ-02', label: m.place_conversion_gcj() },
        { value: 'BD-09', label: m.place_conversion_bd() },
        { value: 'swapped', label: m.place_conversion_swapped() },
      ]}
    />
  )
}

/** The choices with one of them changed; a column that stays as it stands is left out. */
export function withConversion(
  all: Readonly<Record<string, PlaceConversion>>,
  column: string,
  by: PlaceConversion | null,
): Readonly<Record<string, PlaceConversion>> {
  const others = Object.fromEntries(Object.entries(all).filter(([id]) => id !== column))
  return by === null ? others : { ...others, [column]: by }
}
