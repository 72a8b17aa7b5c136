import { compare, type Decimal, decimal, multiplierAt, plus, scaleOf, shownRatio, times } from '../../shared/index.ts'
import { readChinese } from './chinese.ts'

/** A number as it stands in a text: its digits with their multiplier, without unit and comparator. */
export interface NumberRead {
  readonly end: number
  readonly value: Decimal
  readonly script: 'arabic' | 'chinese'
  /** 余, 多: somewhat above the value. */
  readonly loose: boolean
  /** 百, 千, 万 or 亿 with no digit before it (亿元以上): an order of magnitude, no number. */
  readonly bare: boolean
  /** The unit that the form of the number carries by itself: 百分之八十, 三分之二, 三成. */
  readonly carries: '%' | '‰' | null
  /** The multiplier as printed (万, 亿), empty where the number has none. */
  readonly multiplier: string
}

const arabicForm = /(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,20}(?!\d))(?:\.\d{1,10})?(?!\d)/y
const chineseForm = /[零〇一二两三四五六七八九十百千万亿]{1,24}(?:点[零〇一二三四五六七八九]{1,9})?/y
// 成立, 成为, 成本 …: 成 is part of a word, and no tenth.
const tenths = /成(?![立为果效员本功长品熟交都年人就型套片群绩分建不])([一二三四五六七八九](?![成]))?/y

function matchAt(form: RegExp, text: string, index: number): RegExpExecArray | null {
  form.lastIndex = index
  return form.exec(text)
}

const isLoose = (text: string, index: number): boolean => text[index] === '余' || text[index] === '多'

function arabicAt(text: string, index: number): NumberRead | null {
  const found = matchAt(arabicForm, text, index)
  if (!found) return null
  let end = index + found[0].length
  let loose = isLoose(text, end) && text[end + 1] !== '种'
  if (loose) end++
  const multiplier = multiplierAt(text, end)
  end += multiplier.length
  if (!loose && isLoose(text, end)) {
    loose = true
    end++
  }
  const digits = decimal(found[0].replaceAll(',', ''))
  const value = multiplier === '' ? digits : times(digits, scaleOf(multiplier))
  return { end, value, script: 'arabic', loose, bare: false, carries: null, multiplier }
}

function chineseAt(text: string, index: number): NumberRead | null {
  const run = matchAt(chineseForm, text, index)?.[0]
  if (run === undefined) return null
  const value = readChinese(run)
  if (value === null || value === '0') return null
  const end = index + run.length
  const loose = isLoose(text, end)
  const multiplier = /[万亿]{1,3}$/.exec(run)?.[0] ?? ''
  const bare = /^[百千万亿]+$/.test(run)
  return { end: loose ? end + 1 : end, value, script: 'chinese', loose, bare, carries: null, multiplier }
}

const plainAt = (text: string, index: number): NumberRead | null => arabicAt(text, index) ?? chineseAt(text, index)

function partAt(text: string, index: number): NumberRead | null {
  const carries = text.startsWith('百分之', index) ? '%' : text.startsWith('千分之', index) ? '‰' : null
  if (carries === null) return null
  const part = plainAt(text, index + 3)
  return part && { ...part, script: 'chinese', bare: false, carries, multiplier: '' }
}

/** 三分之二 as per cent, to four places: no decimal holds it exactly. */
function fractionOf(whole: NumberRead, text: string): NumberRead | null {
  if (!text.startsWith('分之', whole.end)) return null
  const part = plainAt(text, whole.end + 2)
  return part && percentOf(part, whole, part.end)
}

const slashForm = /\/(\d{1,2})(?![\d/页.月年万亿-])/y

/** 1/3 of something, written with a stroke. A stroke after 第 numbers pages. */
function slashOf(part: NumberRead, text: string, index: number): NumberRead | null {
  const found = part.value.length === 1 && text[index - 1] !== '第' ? matchAt(slashForm, text, part.end) : null
  const whole = found && plainAt(text, part.end + 1)
  return whole && compare(whole.value, part.value) > 0 ? percentOf(part, whole, whole.end) : null
}

function percentOf(part: NumberRead, whole: NumberRead, end: number): NumberRead | null {
  if (part.value === '0' || whole.value === '0') return null
  const percent = shownRatio(times(part.value, decimal(100)), whole.value, 4)
  return { ...part, end, value: percent, carries: '%', multiplier: '' }
}

function tenthsOf(number: NumberRead, text: string): NumberRead | null {
  if (number.value.length > 3 || number.bare || number.loose) return null
  const found = matchAt(tenths, text, number.end)
  if (!found) return null
  const half = found[1] ? readChinese(found[1]) : null
  const value = plus(times(number.value, decimal(10)), half ?? decimal(0))
  return { ...number, end: number.end + found[0].length, value, carries: '%' }
}

/** Reads the number that begins at `index`, or gives null where none does. Looks at a bounded stretch of the text. */
export function numberAt(text: string, index: number): NumberRead | null {
  const part = partAt(text, index)
  if (part) return part
  if (text.startsWith('一半', index))
    return {
      end: index + 2,
      value: decimal(50),
      script: 'chinese',
      loose: false,
      bare: false,
      carries: '%',
      multiplier: '',
    }
  const number = plainAt(text, index)
  return number && (fractionOf(number, text) ?? slashOf(number, text, index) ?? tenthsOf(number, text) ?? number)
}
