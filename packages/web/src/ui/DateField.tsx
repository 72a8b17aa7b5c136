import { Field as Base } from '@base-ui/react/field'
import { Popover } from '@base-ui/react/popover'
import { lazy, Suspense, useEffect, useState } from 'react'
import { m } from '../words/index.ts'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import { readDay } from './day-typed.ts'
import { FieldFrame, type FieldWords } from './Field.tsx'
import styles from './field.module.css'
import { CalendarIcon } from './icons.tsx'
import { Loading } from './Loaded.tsx'
import popup from './popup.module.css'

const Calendar = lazy(() => import('./Calendar.tsx'))

interface DayValue {
  /** `2023-08-15`, or empty. */
  readonly value: string
  readonly onChange: (day: string) => void
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** A day, typed or picked: `<DateField label="日期" value={on} onChange={setOn} />`. `8.15`, `20230815` are read as well. */
export function DateField({ label, hint, error, required, ...value }: FieldWords & DayValue) {
  const [wrong, setWrong] = useState(false)
  return (
    <FieldFrame label={label} hint={hint} error={wrong ? m.date_wrong() : error} required={required}>
      <DayInput {...value} onWrong={setWrong} />
    </FieldFrame>
  )
}

/** The same without a visible label, for bars. */
export function DateBar({ label, ...value }: DayValue & { readonly label: string }) {
  return (
    <Base.Root>
      <DayInput {...value} name={label} />
    </Base.Root>
  )
}

function DayInput({
  value,
  onChange,
  min,
  max,
  name,
  onWrong,
}: DayValue & { readonly name?: string; readonly onWrong?: (wrong: boolean) => void }) {
  const [typed, setTyped] = useState(value)
  const [open, setOpen] = useState(false)
  useEffect(() => setTyped(value), [value])
  const settle = (text: string) => {
    const day = text.trim() === '' ? '' : readDay(text, value || max || min)
    const fits = day !== null && (day === '' || ((!min || day >= min) && (!max || day <= max)))
    onWrong?.(!fits)
    if (!fits) {
      // A form hands on what was typed, so that it is refused and never taken for another day; a bar, which acts at
      // once, goes back to the day that is shown.
      if (onWrong) onChange(text)
      else setTyped(value)
      return
    }
    setTyped(day)
    if (day !== value) onChange(day)
  }
  return (
    <div className={styles.row}>
      <Base.Control
        aria-label={name}
        inputMode="numeric"
        autoComplete="off"
        placeholder={m.date_placeholder()}
        value={typed}
        onValueChange={setTyped}
        onBlur={() => settle(typed)}
        onKeyDown={(event) => event.key === 'Enter' && settle(typed)}
        className={cx(styles.control, styles.figures, styles.day)}
      />
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger render={<Button className={styles.pick} aria-label={m.date_pick()} />}>
          <CalendarIcon />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner className={popup.positioner} sideOffset={4} align="end" collisionPadding={8}>
            <Popover.Popup className={cx(popup.popup, popup.box)} aria-label={m.date_pick()}>
              <Suspense fallback={<Loading />}>
                <Calendar
                  value={value}
                  min={min}
                  max={max}
                  onPick={(day) => {
                    setOpen(false)
                    settle(day)
                  }}
                />
              </Suspense>
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </div>
  )
}
