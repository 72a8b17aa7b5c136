import { DayPicker } from 'react-day-picker'
import { enGB, zhCN } from 'react-day-picker/locale'
import { locale } from '../words/index.ts'
import styles from './calendar.module.css'

const asDate = (day: string): Date => new Date(`${day}T00:00:00`)
const asDay = (date: Date): string =>
  [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-')

/** A month of days. Loaded only when opened: it is heavier than the rest of the field. */
export default function Calendar({
  value,
  min,
  max,
  onPick,
}: {
  readonly value: string
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly onPick: (day: string) => void
}) {
  const shown = value || max || min
  const outside = [...(min ? [{ before: asDate(min) }] : []), ...(max ? [{ after: asDate(max) }] : [])]
  return (
    <DayPicker
      mode="single"
      autoFocus
      locale={locale() === 'en' ? enGB : zhCN}
      weekStartsOn={1}
      disabled={outside}
      selected={value ? asDate(value) : undefined}
      {...(shown ? { defaultMonth: asDate(shown) } : {})}
      onSelect={(date) => date && onPick(asDay(date))}
      classNames={Object.fromEntries(Object.entries(styles))}
    />
  )
}
