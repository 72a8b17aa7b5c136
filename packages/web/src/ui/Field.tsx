import { Field as Base } from '@base-ui/react/field'
import type { ReactNode } from 'react'
import { m } from '../words/index.ts'
import styles from './field.module.css'

/** What every field of a form has. `error` are the words to show; a field with an error is announced as invalid. */
export interface FieldWords {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly required?: boolean | undefined
}

/** Label above, control, then the error or else the hint. `native` is false where the control is no `<input>`. */
export function FieldFrame({
  label,
  hint,
  error,
  required = false,
  native = true,
  children,
}: FieldWords & { readonly native?: boolean; readonly children: ReactNode }) {
  const words = (
    <>
      {label}
      {required && (
        <span className={styles.required} title={m.field_required()}>
          {' *'}
        </span>
      )}
    </>
  )
  return (
    <Base.Root className={styles.field} invalid={error !== undefined}>
      {native ? (
        <Base.Label className={styles.label}>{words}</Base.Label>
      ) : (
        <Base.Label className={styles.label} nativeLabel={false} render={<div />}>
          {words}
        </Base.Label>
      )}
      {children}
      {hint !== undefined && error === undefined && <Base.Description className={styles.hint}>{hint}</Base.Description>}
      {error !== undefined && (
        <Base.Error className={styles.error} match>
          {error}
        </Base.Error>
      )}
    </Base.Root>
  )
}
