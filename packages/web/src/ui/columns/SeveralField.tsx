import { useId } from 'react'
import { m } from '../../words/index.ts'
import { Button } from '../Button.tsx'
import { Checkbox } from '../Choices.tsx'
import type { FieldWords } from '../Field.tsx'
import { SearchField } from '../SearchField.tsx'
import type { Choice } from '../Select.tsx'
import styles from './columns.module.css'

const listSeparator = '、'
/** So many choices are read at a glance; more are found by typing. */
const ticksMax = 8

export const partsOf = (value: string): readonly string[] => (value === '' ? [] : value.split(listSeparator))
export const listOf = (parts: readonly string[]): string => parts.join(listSeparator)

interface SeveralProps extends FieldWords {
  /** The chosen values, joined by 、. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly choices: readonly Choice[]
  /** Hears what is typed into the search, where the choices are looked for elsewhere. */
  readonly onType?: (typed: string) => void
}

/** Several of a list: ticks where it is short, else found one by one. */
export function SeveralField({ label, hint, error, required, value, onChange, choices, onType }: SeveralProps) {
  const id = useId()
  const chosen = partsOf(value)
  const change = (one: string, on: boolean) => onChange(listOf(on ? [...chosen, one] : chosen.filter((c) => c !== one)))
  const nameOf = (one: string) => choices.find((choice) => choice.value === one)?.label ?? one
  if (choices.length > ticksMax || onType)
    return (
      <div className={styles.several}>
        <SearchField
          label={label}
          hint={hint}
          error={error}
          required={required}
          value={null}
          onChange={(one) => one !== '' && !chosen.includes(one) && change(one, true)}
          choices={choices.filter((choice) => !chosen.includes(choice.value))}
          {...(onType ? { onType } : {})}
        />
        {chosen.length > 0 && (
          <ul className={styles.chosen} aria-label={label}>
            {chosen.map((one) => (
              <li key={one}>
                {nameOf(one)}
                <Button small look="quiet" onClick={() => change(one, false)}>
                  {m.column_take_out({ name: nameOf(one) })}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    )
  return (
    <fieldset className={styles.ticks} aria-describedby={error ? id : undefined}>
      <legend className={styles.legend}>
        {label}
        {required && <span className={styles.needed}>{m.field_required()}</span>}
      </legend>
      {choices.map((choice) => (
        <Checkbox
          key={choice.value}
          label={choice.label}
          checked={chosen.includes(choice.value)}
          onChange={(on) => change(choice.value, on)}
        />
      ))}
      {hint && <p className={styles.hint}>{hint}</p>}
      {error && (
        <p id={id} role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
