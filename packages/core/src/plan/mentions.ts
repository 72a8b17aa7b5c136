import { compare, type Decimal } from '../shared/index.ts'
import { boundsFromAbove, comparatorAfter, comparatorBefore } from './comparators.ts'
import { type NumberRead, numberAt } from './numerals/number.ts'
import type { Comparator } from './plan.ts'
import { type UnitKind, type UnitRead, unitAt } from './units.ts'

/** A number with its unit and its comparator, as it stands in a flat passage; all places are into the flat text. */
export interface Mention {
  /** The whole of it, comparator included. */
  readonly start: number
  readonly end: number
  /** The digits begin here. */
  readonly numberStart: number
  /** Number and unit end here; a comparator may follow. */
  readonly coreEnd: number
  readonly script: 'arabic' | 'chinese'
  /** An order of magnitude without a digit: 亿元以上. */
  readonly bare: boolean
  readonly value: Decimal
  readonly valueTo: Decimal | null
  readonly unit: string
  readonly unitKind: UnitKind
  readonly printedUnit: string
  /** Its own comparator; null where none is printed. */
  readonly comparator: Comparator | null
}

const numeralStart = /[\d零〇一二两三四五六七八九十百千万亿]/g
const rangeMark = /[-—–―~至到]{1,2}/y

/** The second half of a range (4-6处, 2至3家, 5%-6%), or null. */
function rangeEnd(text: string, first: NumberRead, unit: UnitRead): { number: NumberRead; unit: UnitRead } | null {
  rangeMark.lastIndex = unit.end
  const mark = rangeMark.exec(text)
  if (!mark) return null
  const number = numberAt(text, unit.end + mark[0].length)
  if (!number || number.bare || number.script !== first.script) return null
  const last = number.carries
    ? ({ unit: number.carries, kind: 'rate', end: number.end } as const)
    : unitAt(text, number.end, number.multiplier)
  if (last.unit === '' || (unit.unit !== '' && unit.unit !== last.unit)) return null
  return { number, unit: last }
}

// 30-50万 counts both ends in 万.
function lowerEnd(first: NumberRead, last: NumberRead, rescaled: NumberRead | null): Decimal | null {
  const value = first.multiplier === '' && last.multiplier !== '' && rescaled ? rescaled.value : first.value
  return compare(value, last.value) < 0 ? value : null
}

const printed = (number: NumberRead, unit: UnitRead, text: string): string =>
  number.multiplier + (number.carries ?? text.slice(number.end, unit.end))

function mentionAt(text: string, index: number, from: number): Mention | null {
  const number = numberAt(text, index)
  if (!number) return null
  const unit: UnitRead = number.carries
    ? { unit: number.carries, kind: 'rate', end: number.end }
    : unitAt(text, number.end, number.multiplier)
  if (number.script === 'chinese' && unit.kind === 'none') return null
  const range = rangeEnd(text, number, unit)
  const rescaled = range ? numberAt(text.slice(index, number.end) + range.number.multiplier, 0) : null
  const lower = range ? lowerEnd(number, range.number, rescaled) : null
  const whole = range && lower !== null ? range : null
  const last = whole?.unit ?? unit
  const front = comparatorBefore(text, index, from)
  const back = comparatorAfter(text, last.end, last.kind === 'count' || last.kind === 'people')
  const loose = number.loose && number.script === 'arabic' ? '>' : number.loose ? '>' : null
  return {
    start: front?.edge ?? index,
    end: back?.edge ?? last.end,
    numberStart: index,
    coreEnd: last.end,
    script: number.script,
    bare: number.bare,
    value: lower ?? number.value,
    valueTo: whole ? whole.number.value : null,
    unit: last.unit,
    unitKind: last.kind,
    printedUnit: whole ? printed(whole.number, last, text) : printed(number, unit, text),
    comparator: combined(front?.comparator ?? null, back?.comparator ?? null) ?? loose,
  }
}

/** 超过…以上 and 不少于…以上 say it twice: the words in front hold, but for 约…以内 the bound holds. */
function combined(front: Comparator | null, back: Comparator | null): Comparator | null {
  return front === '~' && back !== null ? back : (front ?? back)
}

/** Whether the number is held down although only 控制在 says so. */
export const isHeldDown = (text: string, mention: Mention): boolean =>
  mention.comparator === null && boundsFromAbove.test(text.slice(Math.max(0, mention.start - 4), mention.start))

/** Every number of a flat passage that counts or measures or is written in digits, in order. Linear. */
export function mentionsIn(text: string): readonly Mention[] {
  const mentions: Mention[] = []
  let from = 0
  numeralStart.lastIndex = 0
  for (let found = numeralStart.exec(text); found; found = numeralStart.exec(text)) {
    const mention = mentionAt(text, found.index, from)
    if (!mention) {
      // A run of numerals that counts nothing is passed over as a whole.
      const number = numberAt(text, found.index)
      if (number) numeralStart.lastIndex = Math.max(found.index + 1, number.end)
      continue
    }
    mentions.push(mention)
    from = mention.end
    numeralStart.lastIndex = mention.end
  }
  return mentions
}
