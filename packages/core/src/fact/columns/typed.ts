import { type Day, type Decimal, day, decimal, isDay, isDecimal } from '../../shared/index.ts'

/** What stands between the parts of a list. */
export const listSeparator = '、'

const fullWidth = /[！-～]/g
/** Full-width digits and signs made half-width, outer blanks dropped. */
export const halfWidth = (text: string): string =>
  text
    .replace(fullWidth, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('−', '-')
    .trim()

const inThousands = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

/** Reads `12.5`, also in full width and with the digits before the point in threes: `1,234,567`. Null for all else. */
export function readDecimal(text: string): Decimal | null {
  const typed = halfWidth(text)
  const plain = inThousands.test(typed) ? typed.replaceAll(',', '') : typed
  return isDecimal(plain) ? decimal(plain) : null
}

const yearMonthDay = /^(\d{4})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})\s?日?$/
const inTwo = (digits: string | undefined): string => (digits ?? '').padStart(2, '0')

/** A day that names its year, as people write it in half width; null where it is no day of the calendar, undefined for other words. */
export function wholeDay(text: string): Day | null | undefined {
  const said = yearMonthDay.exec(text)
  if (!said) return undefined
  const written = `${said[1]}-${inTwo(said[2])}-${inTwo(said[3])}`
  return isDay(written) ? day(written) : null
}

/** Reads `2023-06-30`, `2023/6/30`, `2023.6.30` and `2023年6月30日`; null for what is no day of the calendar. */
export const readDay = (text: string): Day | null => wholeDay(halfWidth(text)) ?? null

const chineseMonth = /^(\d{4})\s?(?:年|[./-])\s?(\d{1,2})\s?月?(?:份)?$/

/** Reads `2023-06`, `2023/6`, `2023.6` and `2023年6月`; null for what is no month. */
export function readMonth(text: string): string | null {
  const m = chineseMonth.exec(halfWidth(text))
  const written = m && `${m[1]}-${inTwo(m[2])}`
  return written && isDay(`${written}-01`) ? written : null
}

const clock = /^(\d{1,2})\s?[:时点]\s?(?:(\d{1,2})\s?(?:[:分]\s?(?:(\d{1,2})\s?秒?)?)?)?$/
const shanghai = '+08:00'

/** A moment as it is kept: whole seconds, in UTC. */
const inUtc = (written: string): string | null => {
  const at = Date.parse(written)
  return Number.isNaN(at) ? null : `${new Date(at).toISOString().slice(0, 19)}Z`
}

/**
 * Reads a moment of Chinese time, `2023-06-30 14:30`, `2023/6/30 14:30:05` or `2023年6月30日14时30分`, and moments in UTC as
 * they are kept; null for what is none. A day alone is no moment.
 */
export function readMoment(text: string): string | null {
  const typed = halfWidth(text)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(typed)) return inUtc(typed)
  const parts = /^(.*?\d日?)[\sT]*(\d{1,2}\s?[:时点].*)$/.exec(typed)
  const on = parts && readDay(parts[1] ?? '')
  const at = parts && clock.exec((parts[2] ?? '').trim())
  if (!on || !at) return null
  const [hour, minute, second] = [inTwo(at[1]), inTwo(at[2]), inTwo(at[3])]
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return inUtc(`${on}T${hour}:${minute}:${second}${shanghai}`)
}

/** The parts of a list, whatever stands between them; a part that is there twice is there once. */
export const partsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[、,，;；\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]
