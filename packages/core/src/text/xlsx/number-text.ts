import Big from 'big.js'
import { dateText } from './date-text.ts'

const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/

// A cell keeps a binary number with up to 17 digits; 15 of them are what a person typed or a formula meant.
const digitsKept = 15
// Longer than any number that a spreadsheet writes; what is longer is shown as it stands.
const lengthMax = 40
const wholePartMax = 21

const plainNumber = (value: Big): string => {
  const rounded = value.eq(0) ? value : new Big(value.toPrecision(digitsKept))
  return Math.abs(rounded.e) > wholePartMax ? rounded.toString() : rounded.toFixed()
}

interface Section {
  /** The format with its literal words, colours and blanks taken out: `#,##0.00%`. */
  readonly digits: string
  readonly before: string
  readonly after: string
}

const parts = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[0#?.,%]|[^0#?.,%"\\_*[\]]/gs

const literal = (part: string): string => {
  if (part.startsWith('"')) return part.slice(1, -1)
  if (part.startsWith('\\')) return part.slice(1)
  if (part.startsWith('[$')) return part.slice(2, -1).split('-')[0] ?? ''
  return /^[_*[]/.test(part) ? '' : part
}

/** Splits a format into its digits and the words on both sides; words among the digits count as behind them. */
function sectionOf(format: string): Section {
  let digits = ''
  let before = ''
  let after = ''
  for (const part of format.match(parts) ?? []) {
    if (/^[0#?.,]$/.test(part)) digits += part
    else if (part === '%') {
      digits += part
      after += part
    } else if (digits === '') before += literal(part)
    else after += literal(part)
  }
  return { digits, before, after }
}

/** 1234567 → 1,234,567, each piece looked at once. */
function grouped(whole: string): string {
  const pieces: string[] = []
  for (let end = whole.length; end > 0; end -= 3) pieces.unshift(whole.slice(Math.max(0, end - 3), end))
  return pieces.join(',')
}

function digitsText(value: Big, digits: string): string {
  const [whole = '', fraction = ''] = digits.replaceAll('%', '').split('.')
  const thousands = /,+$/.exec(whole)?.[0].length ?? 0
  const percents = digits.split('%').length - 1
  const scaled = value.times(new Big(10).pow(percents * 2 - thousands * 3))
  const placesMax = fraction.replaceAll(',', '').length
  const placesMin = fraction.replace(/[^0]/g, '').length
  const [shownWhole = '0', shownFraction = ''] = scaled.toFixed(Math.min(placesMax, 30), Big.roundHalfUp).split('.')
  let kept = shownFraction
  while (kept.length > placesMin && kept.endsWith('0')) kept = kept.slice(0, -1)
  const wholeMin = whole.replace(/[^0]/g, '').length
  const padded = (shownWhole === '0' && wholeMin === 0 ? '' : shownWhole).padStart(wholeMin, '0')
  const text = /[0#?],[0#?]/.test(whole) ? grouped(padded) : padded
  return kept === '' ? text : `${text}.${kept}`
}

// The longest format that a spreadsheet lets a person write; more than that is no format.
const formatMax = 255

/** Cuts a format into its sections at every `;` that is no literal. */
function sectionsOf(format: string): string[] {
  const sections = ['']
  for (const part of format.slice(0, formatMax).match(/"[^"]*"|\\.|\[[^\]]*\]|./gs) ?? []) {
    if (part === ';') sections.push('')
    else sections[sections.length - 1] += part
  }
  return sections
}

const isDateFormat = (section: string): boolean =>
  /[ymdhse]|a{3}/i.test(section.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General|AM\/PM|E[+-]/gi, ''))

/** Elapsed hours, fractions and exponents are shown as plain numbers: what they count is then still said. */
const isPlain = (section: string): boolean =>
  /^(?:General|G\/通用格式|@)?$/i.test(section) || /[?#0]\/|E[+-]|\[[hms]+\]/i.test(section)

/**
 * A number of a sheet as the office sees it in its cell: a date, a percentage, with its unit. `raw` is the stored text.
 * Rounding is exact, half up; a text that is no number comes back as it is.
 */
export function numberText(raw: string, format: string, is1904: boolean): string {
  if (raw.length > lengthMax || !number.test(raw)) return raw
  const value = new Big(raw)
  const sections = sectionsOf(format)
  const own = value.lt(0) ? sections[1] : value.eq(0) ? sections[2] : undefined
  const section = own === undefined || own === '' ? (sections[0] ?? '') : own
  if (/^\[\$-F800\]/i.test(section)) return dateText(Number(raw), 'yyyy"年"m"月"d"日"', is1904) ?? raw
  if (!isPlain(section) && isDateFormat(section)) return dateText(Number(raw), section, is1904) ?? plainNumber(value)
  if (isPlain(section)) return plainNumber(value)
  const { digits, before, after } = sectionOf(section)
  if (!/[0#?]/.test(digits)) return `${before}${after}`
  // A section of its own for negative numbers says itself how the sign is shown.
  const sign = value.lt(0) && (own === undefined || own === '') ? '-' : ''
  return `${sign}${before}${digitsText(value.abs(), digits)}${after}`
}

/** A day number of a sheet as `2023-06-01`, with the hour behind it where it has one, or alone: `14:30`. */
function exactTime(serial: number, is1904: boolean): string | null {
  const hour = serial % 1 === 0 ? '' : (dateText(serial, 'hh:mm', is1904) ?? '')
  if (serial < 1) return hour === '' ? null : hour
  const date = dateText(serial, 'yyyy-mm-dd', is1904)
  return date === null ? null : hour === '' || hour === '00:00' ? date : `${date} ${hour}`
}

/**
 * A number of a sheet for what it is and not for how it is shown: no rounding by its format, a day with its year, a
 * percentage with its sign, and the words that the format prints behind the digits.
 */
export function exactText(raw: string, format: string, is1904: boolean): string {
  if (raw.length > lengthMax || !number.test(raw)) return raw
  const value = new Big(raw)
  const section = sectionsOf(format)[0] ?? ''
  if (!isPlain(section) && isDateFormat(section)) return exactTime(Number(raw), is1904) ?? plainNumber(value)
  if (isPlain(section)) return plainNumber(value)
  const { digits, after } = sectionOf(section)
  if (!/[0#?]/.test(digits)) return plainNumber(value)
  const percents = digits.split('%').length - 1
  const thousands = /,+$/.exec(digits.split('.')[0] ?? '')?.[0].length ?? 0
  const shown = new Big(value.toPrecision(digitsKept)).times(new Big(10).pow(percents * 2 - thousands * 3))
  return `${plainNumber(shown)}${after}`
}
