import { readChinese } from '../../plan/index.ts'
import { type Decimal, decimal, isDecimal, readUnit, times } from '../../shared/index.ts'
import { narrowed } from './empty.ts'

/** A unit in the terms that it can be converted in: what it measures and ten to which power of that. */
export interface SheetUnit {
  readonly base: string
  readonly places: number
}

/** A number of a cell, or why it is none. */
export type FigureRead =
  | { readonly ok: true; readonly value: Decimal; readonly approximate: boolean; readonly percent: boolean }
  | { readonly ok: false; readonly why: 'number' | 'unit' }

// Some units are a power of ten of another one.
const same: Readonly<Record<string, SheetUnit>> = {
  ha: { base: 'm2', places: 4 },
  km2: { base: 'm2', places: 6 },
  km: { base: '米', places: 3 },
  米: { base: '米', places: 0 },
  厘米: { base: '米', places: -2 },
  毫米: { base: '米', places: -3 },
  ton: { base: '千克', places: 3 },
  千克: { base: '千克', places: 0 },
  公斤: { base: '千克', places: 0 },
}

/** What is counted one by one goes by many measure words: 人, 名, 个, 家. */
const pieces = new Set('person household 人次 个 家 件 项 条 处 宗 套 场 次 栋 间 台 户次'.split(' '))

/** A printed unit in terms of its base; empty words have none. */
export function sheetUnit(printed: string): SheetUnit | null {
  const words = narrowed(printed)
  if (words === '') return null
  const { unit, scale } = readUnit(words)
  const places = scale.length - 1
  const known = same[unit]
  return known ? { base: known.base, places: places + known.places } : { base: unit, places }
}

/** A figure with its point moved by so many places: exact, whichever way. */
export function moved(value: Decimal, places: number): Decimal {
  if (places === 0) return value
  return times(value, decimal(places > 0 ? `1${'0'.repeat(places)}` : `0.${'0'.repeat(-places - 1)}1`))
}

const approximately = /^(?:约|大约|近|约计|大概|≈|~)/
const written = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(.*)$/
const spelt = /^([零〇一二两三四五六七八九十百千万亿点]+)(.*)$/

function digitsIn(text: string): { readonly value: Decimal; readonly rest: string } | null {
  const found = written.exec(text)
  if (found) {
    const digits = (found[1] ?? '').replaceAll(',', '').replace(/^\+/, '')
    return isDecimal(digits) ? { value: decimal(digits), rest: found[2] ?? '' } : null
  }
  const words = spelt.exec(text)
  const value = words ? readChinese(words[1] ?? '') : null
  return value === null ? null : { value, rest: words?.[2] ?? '' }
}

const alike = (one: string, other: string): boolean => one === other || (pieces.has(one) && pieces.has(other))

/**
 * Reads a number with the unit behind it, and gives it in the unit of the field. The unit of the cell beats that of the
 * head, which is handed in where the cell has none. 300余 and ≤28 are no exact numbers.
 */
export function readFigure(words: string, field: SheetUnit | null, head: SheetUnit | null): FigureRead {
  const text = narrowed(words)
  const approximate = approximately.test(text)
  const read = digitsIn(text.replace(approximately, ''))
  if (!read) return { ok: false, why: 'number' }
  const rest = read.rest.replace(/整$/, '')
  if (rest === '%' || rest === '％') return { ok: true, value: read.value, approximate, percent: true }
  if (/[余多来几±+~≤≥<>]/.test(rest) || /^[\d.,]/.test(rest)) return { ok: false, why: 'number' }
  const own = sheetUnit(rest)
  // 1.2万 in a column of money: the multiplier is said, the unit is that of the column.
  const said = own && own.base === '' ? { base: head?.base ?? field?.base ?? '', places: own.places } : own
  const unit = said ?? head
  if (unit === null || field === null || unit.base === '') {
    const value = moved(read.value, unit?.places ?? 0)
    return rest !== '' && own?.base !== '' && field === null && own === null
      ? { ok: false, why: 'number' }
      : { ok: true, value, approximate, percent: false }
  }
  if (!alike(unit.base, field.base)) return { ok: false, why: said && own ? letters(rest) : 'unit' }
  return { ok: true, value: moved(read.value, unit.places - field.places), approximate, percent: false }
}

/** 94.O is a slip of the pen and no unit. */
const letters = (rest: string): 'number' | 'unit' => (/^[A-Za-z.]+$/.test(rest) ? 'number' : 'unit')
