import { longestUnit, type Unit, unitsTable } from './units-table.ts'

export type { UnitKind } from './units-table.ts'

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

/** Reads the unit that stands at `index`, longest first; `unit` is empty where there is none. */
export function unitAt(text: string, index: number, multiplier: string): UnitRead {
  const found = longestAt(text, index)
  if (found && !isWeek(found, text)) return perUnit(found, text)
  peopleNoun.lastIndex = index
  if (multiplier !== '' && peopleNoun.test(text)) return { unit: 'person', kind: 'people', end: index }
  return { ...none, end: index }
}
