import { TextField } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'

export interface TypedTwice {
  readonly password: string
  readonly again: string
}

/** Whether the same was typed twice. */
export const isSame = ({ password, again }: TypedTwice): boolean => password !== '' && password === again

/** A new password, typed twice. */
export function NewPassword({
  typed,
  onType,
}: {
  readonly typed: TypedTwice
  readonly onType: (part: Partial<TypedTwice>) => void
}) {
  const differs = typed.again !== '' && typed.password !== typed.again
  return (
    <>
      <TextField
        label={m.sign_in_new()}
        hint={m.sign_in_new_hint()}
        type="password"
        autoComplete="new-password"
        required
        value={typed.password}
        onChange={(password) => onType({ password })}
      />
      <TextField
        label={m.sign_in_new_again()}
        type="password"
        autoComplete="new-password"
        required
        value={typed.again}
        onChange={(again) => onType({ again })}
        error={differs ? m.sign_in_differs() : undefined}
      />
    </>
  )
}
