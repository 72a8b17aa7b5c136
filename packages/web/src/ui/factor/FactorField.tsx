import { m } from '../../words/index.ts'
import { TextField } from '../TextField.tsx'

/** The six digits that the phone shows. */
export function FactorField({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <TextField
      label={m.factor_label()}
      hint={m.factor_hint()}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={8}
      required
      value={value}
      onChange={onChange}
    />
  )
}
