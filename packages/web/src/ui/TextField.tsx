import { Field as Base } from '@base-ui/react/field'
import type { ComponentProps } from 'react'
import { cx } from './cx.ts'
import { FieldFrame, type FieldWords } from './Field.tsx'
import styles from './field.module.css'

type Input = Omit<ComponentProps<'input'>, 'value' | 'defaultValue' | 'onChange' | 'className' | 'required' | 'style'>

interface TextValue {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One line of text: `<TextField label="文号" value={paper} onChange={setPaper} />`. Other `<input>` props pass through. */
export function TextField({ label, hint, error, required, value, onChange, ...rest }: FieldWords & TextValue & Input) {
  return (
    <FieldFrame label={label} hint={hint} error={error} required={required}>
      <Base.Control {...rest} value={value} onValueChange={onChange} required={required} className={styles.control} />
    </FieldFrame>
  )
}

type Area = Omit<ComponentProps<'textarea'>, 'value' | 'defaultValue' | 'onChange' | 'className' | 'required'>

/** Several lines of text. */
export function TextArea({ label, hint, error, required, value, onChange, ...rest }: FieldWords & TextValue & Area) {
  return (
    <FieldFrame label={label} hint={hint} error={error} required={required}>
      <Base.Control
        render={<textarea {...rest} />}
        value={value}
        onValueChange={onChange}
        required={required}
        className={styles.control}
      />
    </FieldFrame>
  )
}

/**
 * A quantity as exact text (`15.4`), with its unit behind it. The value stays text on purpose: a number of the
 * browser is a float, and what a person typed must reach the server digit by digit.
 */
export function NumberField({
  label,
  hint,
  error,
  required,
  value,
  onChange,
  unit,
  ...rest
}: FieldWords & TextValue & Input & { readonly unit?: string | undefined }) {
  return (
    <FieldFrame label={label} hint={hint} error={error} required={required}>
      <div className={styles.row}>
        <Base.Control
          {...rest}
          inputMode="decimal"
          autoComplete="off"
          value={value}
          onValueChange={(typed) => onChange(typed.replace(/[０-９．－]/g, halfWidth).replace(/[,，\s]/g, ''))}
          required={required}
          className={cx(styles.control, styles.figures)}
        />
        {unit && <span className={styles.unit}>{unit}</span>}
      </div>
    </FieldFrame>
  )
}

/** Chinese keyboards type full-width digits; the plain ones are meant. */
const halfWidth = (typed: string): string => String.fromCharCode(typed.charCodeAt(0) - 0xfee0)
