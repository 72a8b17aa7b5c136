import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox'
import { Field as Base } from '@base-ui/react/field'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId } from 'react'
import styles from './field.module.css'
import { DashIcon, TickIcon } from './icons.tsx'
import type { Choice } from './Select.tsx'

/** Yes or no: `<Checkbox label="只看逾期" checked={late} onChange={setLate} />`. `some` shows a dash: part is chosen. */
export function Checkbox({
  label,
  checked,
  onChange,
  some = false,
  hideLabel = false,
  disabled = false,
}: {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly some?: boolean
  readonly hideLabel?: boolean
  readonly disabled?: boolean
}) {
  const box = (
    <BaseCheckbox.Root
      className={styles.box}
      checked={checked}
      indeterminate={some}
      onCheckedChange={onChange}
      disabled={disabled}
      aria-label={hideLabel ? label : undefined}
    >
      <BaseCheckbox.Indicator>{some ? <DashIcon /> : <TickIcon />}</BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  )
  if (hideLabel) return box
  return (
    <Base.Root>
      <Base.Label className={styles.choice}>
        {box}
        {label}
      </Base.Label>
    </Base.Root>
  )
}

/** One of a few, all in sight: `<RadioField label="类型" value={kind} onChange={setKind} choices={kinds} />`. */
export function RadioField<V extends string>({
  label,
  value,
  onChange,
  choices,
  disabled = false,
}: {
  readonly label: string
  readonly value: V
  readonly onChange: (value: V) => void
  readonly choices: readonly Choice<V>[]
  readonly disabled?: boolean
}) {
  const labelId = useId()
  return (
    <Base.Root className={styles.field}>
      <div id={labelId} className={styles.label}>
        {label}
      </div>
      <RadioGroup
        aria-labelledby={labelId}
        className={styles.choices}
        value={value}
        onValueChange={(chosen) => onChange(chosen as V)}
        disabled={disabled}
      >
        {choices.map((choice) => (
          <Base.Item key={choice.value}>
            <Base.Label className={styles.choice}>
              <Radio.Root value={choice.value} className={styles.dot} />
              {choice.label}
            </Base.Label>
          </Base.Item>
        ))}
      </RadioGroup>
    </Base.Root>
  )
}
