import { TextField } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'

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
      label={m.sign_in_factor()}
      hint={m.sign_in_factor_hint()}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={8}
      required
      value={value}
      onChange={onChange}
    />
  )
}
