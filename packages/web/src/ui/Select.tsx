import { Select as Base } from '@base-ui/react/select'
import { cx } from './cx.ts'
import { FieldFrame, type FieldWords } from './Field.tsx'
import styles from './field.module.css'
import { CaretIcon, TickIcon } from './icons.tsx'
import popup from './popup.module.css'

export interface Choice<V extends string = string> {
  readonly value: V
  readonly label: string
}

interface SelectValue<V extends string> {
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly choices: readonly Choice<V>[]
  readonly placeholder?: string | undefined
  readonly disabled?: boolean | undefined
}

/** One of a list: `<SelectField label="单位" value={unit} onChange={setUnit} choices={units} />`. */
export function SelectField<V extends string>({ label, hint, error, required, ...value }: FieldWords & SelectValue<V>) {
  return (
    <FieldFrame label={label} hint={hint} error={error} required={required} native={false}>
      <SelectControl {...value} />
    </FieldFrame>
  )
}

/** The same without a visible label, for filter bars; `label` is for those who hear the page. */
export function SelectBar<V extends string>({ label, ...value }: SelectValue<V> & { readonly label: string }) {
  return <SelectControl {...value} name={label} />
}

function SelectControl<V extends string>({
  value,
  onChange,
  choices,
  placeholder = '',
  disabled = false,
  name,
}: SelectValue<V> & { readonly name?: string }) {
  return (
    <Base.Root
      items={choices}
      value={value}
      onValueChange={(chosen) => chosen !== null && onChange(chosen)}
      disabled={disabled}
      modal={false}
    >
      <Base.Trigger aria-label={name} className={cx(styles.control, styles.trigger)}>
        <Base.Value className={styles.value} placeholder={placeholder} />
        <Base.Icon>
          <CaretIcon />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className={popup.positioner} sideOffset={4} alignItemWithTrigger={false}>
          <Base.Popup className={cx(popup.popup, popup.list)}>
            <Base.List>
              {choices.map((choice) => (
                <Base.Item key={choice.value} value={choice.value} className={popup.item}>
                  <Base.ItemIndicator className={popup.indicator}>
                    <TickIcon />
                  </Base.ItemIndicator>
                  <Base.ItemText className={popup.itemText}>{choice.label}</Base.ItemText>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
