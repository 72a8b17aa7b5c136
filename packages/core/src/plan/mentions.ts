import { compare, type Decimal, type UnitKind, type UnitRead, unitAt } from '../shared/index.ts'
import { boundsFromAbove, comparatorAfter, comparatorBefore } from './comparators.ts'
import { type NumberRead, numberAt } from './numerals/number.ts'
import type { Comparator } from './plan.ts'

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

const peopleBefore = /(?:人口|游客|人数|劳动力)(?:突破|超过?|达到?|约|近)?$/

/** The unit that the number carries, or that stands behind it; 新增城镇人口5万 counts people without saying so. */
function unitOf(text: string, index: number, number: NumberRead): UnitRead {
  if (number.carries) return { unit: number.carries, kind: 'rate', end: number.end }
  const unit = unitAt(text, number.end, number.multiplier)
  const people = unit.kind === 'none' && /[万亿]/.test(number.multiplier)
  if (!people || !peopleBefore.test(text.slice(Math.max(0, index - 6), index))) return unit
  return { unit: 'person', kind: 'people', end: number.end }
}

/** PM2.5, G318: digits behind a letter belong to its name, and take no unit. */
const isLettered = (text: string, index: number): boolean =>
  /[A-Za-z]-?$/.test(text.slice(Math.max(0, index - 2), index))

function unmeasured(index: number, number: NumberRead): Mention {
  const { end, script, bare, value } = number
  const place = { start: index, end, numberStart: index, coreEnd: end }
  return { ...place, script, bare, value, valueTo: null, unit: '', unitKind: 'none', printedUnit: '', comparator: null }
}

const ranking =
  /(?:全[市省国区县州镇旗盟]|同类|进入|跻身|位居|位列|排名|排|保持|稳居|居|列|进|百强)(?:[^,。;、]{0,6})前$/
const rankUnit = /名|位/

/** 全市前三, 全省前10名: a place in an order, which is held from below by the last place that still counts. */
function rankAt(text: string, index: number, number: NumberRead, unit: UnitRead): Mention | null {
  if (number.bare || number.carries || unit.kind === 'calendar' || unit.kind === 'duration' || text[index - 1] !== '前')
    return null
  const named = unit.kind !== 'none' && rankUnit.test(unit.unit === 'person' ? '名' : unit.unit)
  if (!named && (unit.kind !== 'none' || text.startsWith('列', number.end))) return null
  if (!ranking.test(text.slice(Math.max(0, index - 12), index))) return null
  const { script, value } = number
  const place = { start: index - 1, end: unit.end, numberStart: index, coreEnd: unit.end }
  const printedUnit = text.slice(number.end, unit.end)
  return {
    ...place,
    script,
    bare: false,
    value,
    valueTo: null,
    unit: 'degree_rank',
    unitKind: 'rank',
    printedUnit,
    comparator: '<=',
  }
}

function mentionAt(text: string, index: number, from: number): Mention | null {
  const number = numberAt(text, index)
  if (!number || countsNothing(text, index)) return null
  if (isLettered(text, index)) return unmeasured(index, number)
  const unit = unitOf(text, index, number)
  const rank = rankAt(text, index, number, unit)
  if (rank) return rank
  if (number.script === 'chinese' && unit.kind === 'none') return null
  const range = rangeEnd(text, number, unit)
  const rescaled = range ? numberAt(text.slice(index, number.end) + range.number.multiplier, 0) : null
  const lower = range ? lowerEnd(number, range.number, rescaled) : null
  const whole = range && lower !== null ? range : null
  const last = whole?.unit ?? unit
  const front = comparatorBefore(text, index, from)
  const back = comparatorAfter(text, last.end, last.kind === 'count' || last.kind === 'people')
  const loose = number.loose ? '>' : null
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

const noNumber = /一(?:批(?!次)|轮|体|流|步|系列|种|次性|律|切|定|样|直|起(?!案)|大(?!批))/y
const oneOfWord = /[统唯单专同进逐之某另万任再]$/

/** 一批, 进一步, 统一项目: 一 is part of a word and counts nothing. */
function countsNothing(text: string, index: number): boolean {
  if (text[index] !== '一') return false
  noNumber.lastIndex = index
  return noNumber.test(text) || oneOfWord.test(text.slice(Math.max(0, index - 1), index))
}

const digits = /\d+/y

/** Where to look on behind numerals that count nothing: a number, or a run of digits too long for one, as a whole. */
function behindNothing(text: string, index: number): number {
  digits.lastIndex = index
  const run = digits.test(text) ? digits.lastIndex : index + 1
  return Math.max(run, numberAt(text, index)?.end ?? 0)
}

/** Every number of a flat passage that counts or measures or is written in digits, in order. Linear. */
export function mentionsIn(text: string): readonly Mention[] {
  const mentions: Mention[] = []
  let from = 0
  numeralStart.lastIndex = 0
  for (let found = numeralStart.exec(text); found; found = numeralStart.exec(text)) {
    const mention = mentionAt(text, found.index, from)
    if (!mention) {
      numeralStart.lastIndex = behindNothing(text, found.index)
      continue
    }
    mentions.push(mention)
    from = mention.end
    numeralStart.lastIndex = mention.end
  }
  return mentions
}
