import { Combobox as Base } from '@base-ui/react/combobox'
import { m } from '../words/index.ts'
import { cx } from './cx.ts'
import { FieldFrame, type FieldWords } from './Field.tsx'
import styles from './field.module.css'
import { isFoundBy } from './found-by.ts'
import { CaretIcon, TickIcon } from './icons.tsx'
import popup from './popup.module.css'
import type { Choice } from './Select.tsx'

interface SearchValue {
  readonly value: string | null
  /** Empty once what was chosen is wiped out. */
  readonly onChange: (value: string) => void
  readonly choices: readonly Choice[]
  /** What stands where nothing is chosen; left out, how to search. */
  readonly placeholder?: string
  /** Hears what is typed, where the choices are looked for elsewhere: then all of them are shown. */
  readonly onType?: (typed: string) => void
}

/** One of a long list, found by typing a part of it: `<SearchField label="目标" value={id} onChange={setId} choices={targets} />`. */
export function SearchField({
  label,
  hint,
  error,
  required,
  value,
  onChange,
  choices,
  placeholder = m.search_placeholder(),
  onType,
}: FieldWords & SearchValue) {
  return (
    <FieldFrame label={label} hint={hint} error={error} required={required}>
      <Base.Root
        items={choices}
        value={choices.find((choice) => choice.value === value) ?? null}
        onValueChange={(chosen: Choice | null) => onChange(chosen?.value ?? '')}
        isItemEqualToValue={(one: Choice, other: Choice) => one.value === other.value}
        filter={onType ? null : (choice: Choice, typed) => isFoundBy(choice.label, typed)}
        {...(onType ? { onInputValueChange: (typed: string) => onType(typed) } : {})}
        autoHighlight
      >
        <Base.InputGroup className={styles.row}>
          <Base.Input placeholder={placeholder} className={cx(styles.control, styles.search)} />
          <Base.Trigger aria-label={m.search_open()} className={styles.open}>
            <CaretIcon />
          </Base.Trigger>
        </Base.InputGroup>
        <Base.Portal>
          <Base.Positioner className={popup.positioner} sideOffset={4}>
            <Base.Popup className={cx(popup.popup, popup.list, popup.wide)}>
              <Base.Empty className={popup.empty}>{m.search_none()}</Base.Empty>
              <Base.List>
                {(choice: Choice) => (
                  <Base.Item key={choice.value} value={choice} className={popup.item}>
                    <Base.ItemIndicator className={popup.indicator}>
                      <TickIcon />
                    </Base.ItemIndicator>
                    <span className={popup.itemText}>{choice.label}</span>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </FieldFrame>
  )
}
