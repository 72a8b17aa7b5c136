import { Field as Base } from '@base-ui/react/field'
import { Popover } from '@base-ui/react/popover'
import { lazy, Suspense, useEffect, useState } from 'react'
import { m } from '../words/index.ts'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import { type DayBounds, type DayWrong, readDay, wrongDay } from './day-typed.ts'
import { wrongWords } from './day-wrong.ts'
import { FieldFrame, type FieldWords } from './Field.tsx'
import styles from './field.module.css'
import { CalendarIcon } from './icons.tsx'
import { Loading } from './Loaded.tsx'
import popup from './popup.module.css'

const Calendar = lazy(() => import('./Calendar.tsx'))

interface DayValue extends DayBounds {
  /** `2023-08-15`, or empty. */
  readonly value: string
  readonly onChange: (day: string) => void
}

/** A day, typed or picked: `<DateField label="日期" value={on} onChange={setOn} />`. `8.15`, `20230815` are read as well. */
export function DateField({ label, hint, error, required, ...value }: FieldWords & DayValue) {
  const [wrong, setWrong] = useState<DayWrong | null>(null)
  return (
    <FieldFrame label={label} hint={hint} error={wrong ? wrongWords(wrong, value) : error} required={required}>
      <DayInput {...value} onWrong={setWrong} handsOn />
    </FieldFrame>
  )
}

/** The same without a visible label, for bars: a day that cannot be shown leaves the one that is, and says why. */
export function DateBar({ label, ...value }: DayValue & { readonly label: string }) {
  // About the day that was shown then: another one, from wherever it came, ends it.
  const [wrong, setWrong] = useState<{ readonly why: DayWrong; readonly shown: string } | null>(null)
  return (
    <Base.Root className={styles.dayBar}>
      <DayInput {...value} name={label} onWrong={(why) => setWrong(why && { why, shown: value.value })} />
      {wrong?.shown === value.value && (
        <p role="alert" className={styles.error}>
          {m.date_kept({ why: wrongWords(wrong.why, value) })}
        </p>
      )}
    </Base.Root>
  )
}

interface DayInputProps extends DayValue {
  readonly name?: string
  readonly onWrong: (wrong: DayWrong | null) => void
  /**
   * A form hands on what was typed, so that it is refused and never taken for another day; a bar, which acts at once,
   * goes back to the day that is shown.
   */
  readonly handsOn?: boolean
}

function DayInput({ value, onChange, min, max, name, onWrong, handsOn = false }: DayInputProps) {
  const [typed, setTyped] = useState(value)
  const [open, setOpen] = useState(false)
  useEffect(() => setTyped(value), [value])
  const settle = (text: string) => {
    const day = text.trim() === '' ? '' : readDay(text, value || max || min)
    const wrong = wrongDay(day, { min, max })
    onWrong(wrong)
    if (day === null || wrong) {
      if (handsOn) onChange(text)
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
        // Left as it stands, it keeps what was said about the last attempt.
        onBlur={() => typed !== value && settle(typed)}
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
