import { type Decimal, decimal, isDecimal, times } from './quantity.ts'
import { longestUnit, type Unit, unitsTable } from './units-table.ts'

export { type UnitKind, unitWords } from './units-table.ts'

/** A unit as it stands in a text. */
export interface UnitRead extends Unit {
  readonly end: number
}

const none: Omit<UnitRead, 'end'> = { unit: '', kind: 'none' }
// 3万群众, 1.5万学生: after a large number the people may follow with no measure word between.
const peopleNoun =
  /(?:[一-龥]{0,4}?)(?:群众|居民|村民|市民|学生|老人|老年人|游客|旅客|师生|农民|农户|职工|人口|青年|儿童|党员|大学生|毕业生|新市民)/y
const perForm = /\/(?:[百千万]?)(?:[日天年月周秒时人户亩升吨批件台个]|小时|公里|千米|平方米|平方公里|立方米)/y
const weekdays = /[一二三四五六日天]/

const latin = (character: string | undefined): boolean => character !== undefined && /[A-Za-z]/.test(character)

function longestAt(text: string, index: number): UnitRead | null {
  for (let length = Math.min(longestUnit, text.length - index); length > 0; length--) {
    const word = text.slice(index, index + length)
    const unit = unitsTable.get(word)
    // 5G, 3A级: a letter that begins a longer word of letters is no unit.
    if (unit && !(latin(word.at(-1)) && (latin(text[index + length]) || text[index + length] === '级')))
      return { ...unit, end: index + length }
  }
  return null
}

/** 吨/日, 元/平方米: a unit for each of another. Known pairs have names of their own in the table. */
function perUnit(base: UnitRead, text: string): UnitRead {
  perForm.lastIndex = base.end
  const per = perForm.exec(text)
  return per ? { ...base, unit: `${base.unit}${per[0]}`, end: base.end + per[0].length } : base
}

const isWeek = (unit: UnitRead, text: string): boolean => unit.unit === '周' && weekdays.test(text[unit.end] ?? '')

const multiplierForm = /[百千万亿]{1,3}/y
// In 千米, 千瓦 … the 千 belongs to the unit, in 百分点 the 百.
const unitWithMultiplier = /[百千](?:米|克|瓦|伏|卡|帕|赫|兆|分点|分比)/y
const powers: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 }

/** The multiplier that stands at `index` (万, 千万), empty where there is none. */
export function multiplierAt(text: string, index: number): string {
  multiplierForm.lastIndex = index
  const run = multiplierForm.exec(text)?.[0] ?? ''
  for (let taken = 0; taken < run.length; taken++) {
    unitWithMultiplier.lastIndex = index + taken
    if (unitWithMultiplier.test(text)) return run.slice(0, taken)
  }
  return run
}

/** How many places a multiplier moves the point: 8 for 亿, 7 for 千万. */
const placesOf = (multiplier: string): number =>
  Array.from(multiplier).reduce((places, character) => places + (powers[character] ?? 0), 0)

/** How many times one a multiplier counts: 100000000 for 亿. */
export const scaleOf = (multiplier: string): Decimal => decimal(10n ** BigInt(placesOf(multiplier)))

/** Reads the unit that stands at `index`, longest first; `unit` is empty where there is none. */
export function unitAt(text: string, index: number, multiplier: string): UnitRead {
  const found = longestAt(text, index)
  if (found && !isWeek(found, text)) return perUnit(found, text)
  peopleNoun.lastIndex = index
  if (multiplier !== '' && peopleNoun.test(text)) return { unit: 'person', kind: 'people', end: index }
  return { ...none, end: index }
}

export interface PrintedUnit {
  /** The canonical unit, `CNY` of 亿元; a measure word stays itself. */
  readonly unit: string
  /** How many canonical units one printed unit is: 100000000 of 亿元. */
  readonly scale: Decimal
}

/** What a unit means as a report prints it or a person types it, by the rules that the reader of reports goes by. */
export function readUnit(printed: string): PrintedUnit {
  const words = printed.trim().replace('％', '%')
  const multiplier = multiplierAt(words, 0)
  const { unit, end } = unitAt(words, multiplier.length, multiplier)
  return { unit: end === words.length ? unit : words.slice(multiplier.length), scale: scaleOf(multiplier) }
}

/** A stored value as the report printed it: `155000000000`, `亿元` → `1550`. What is no number stays as it is. */
export function shownValue(value: string, printedUnit: string): string {
  if (!isDecimal(value)) return value
  const places = placesOf(multiplierAt(printedUnit.trim(), 0))
  return times(decimal(value), decimal(places === 0 ? 1 : `0.${'0'.repeat(places - 1)}1`))
}

/** A value typed in the printed unit as it is stored: `1550`, `亿元` → `155000000000`. */
export const storedValue = (typed: string, printedUnit: string): string =>
  isDecimal(typed) ? times(decimal(typed), readUnit(printedUnit).scale) : typed
