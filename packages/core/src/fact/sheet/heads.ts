import { type HeadWords, headRowsAt } from '../../plan/index.ts'
import { yearInTitles } from './day.ts'
import { narrowed } from './empty.ts'
import { isPersonalHead } from './personal.ts'
import type { SheetShape } from './shape.ts'

/** A column of a sheet: where it stands, from 0, and what its head says. */
export interface SheetColumn {
  readonly at: number
  readonly own: string
  readonly above: string
  /** As it is shown: `组织单位 主办`. */
  readonly head: string
  /** The unit in brackets behind the head, empty where there is none. */
  readonly unit: string
  /** Dropped whole: it holds what a register may not keep of a person. */
  readonly personal: boolean
}

/** What stands above the rows of a sheet. Row numbers are those of the sheet, from 1. */
export interface SheetHead {
  readonly titleRows: readonly number[]
  readonly headRows: readonly number[]
  readonly titles: readonly string[]
  readonly year: number | null
  /** The unit that a line above the table names for its amounts. */
  readonly unit: string
  readonly columns: readonly SheetColumn[]
}

/** How far down a head is looked for, and how many rows therefore have to be read before it is. */
export const headRowsMax = 16

const bracketed = /[（(]([^（()）]{1,16})[)）]$/
const unitLine = /单位\s*[:：]\s*([一-龥%‰A-Za-z/²³]{1,8}?)(?=[\s，,；;）)]|$)/

/** A head without blanks, unit and marks, so that 参加人数\n(人) and 参加人数 are one. */
export const plainHead = (words: string): string =>
  narrowed(words)
    .replace(/[（(][^（()）]*[)）]/g, '')
    .replace(/[*＊:：、，,。./／_-]/g, '')

const ordinary =
  /序号|名称|日期|时间|时段|月份|年份|编号|社区|备注|单位|部门|地址|地点|场地|类[别型]|状态|人数|金额|经费|内容|情况|进度|领导|联系|电话|行业|规模|分类|指标|数值/

const hasUnit = (head: string): boolean => bracketed.test(narrowed(head))

/** The words that a head may carry for the fields of some shapes. */
function headWordsOf(shapes: readonly SheetShape[]): ReadonlySet<string> {
  const fields = shapes.flatMap((shape) => Object.values(shape.fields))
  return new Set(fields.flatMap(({ column, heads = [] }) => [column.label.zh, ...heads].map(plainHead)))
}

const shown = (words: string): string => words.replace(/\s+/g, ' ').trim()

function columnOf({ own, above }: HeadWords, at: number): SheetColumn {
  const unit = bracketed.exec(narrowed(own))?.[1] ?? bracketed.exec(narrowed(above))?.[1] ?? ''
  return {
    at,
    own: shown(own),
    above: shown(above),
    head: shown(`${above} ${own}`),
    unit,
    personal: isPersonalHead(plainHead(own)) || (above !== '' && isPersonalHead(plainHead(above))),
  }
}

/**
 * Finds the head among the first rows of a sheet: titles above it, one or two rows of heads, merged or not. `given` are
 * those of the sheet from its first on, merged words repeated in every place. Null where no row looks like a head.
 */
export function findHead(given: readonly (readonly string[])[], shapes: readonly SheetShape[]): SheetHead | null {
  const width = Math.max(0, ...given.map((row) => row.length))
  const rows = given.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
  const words = headWordsOf(shapes)
  const known = (head: string): string | null => {
    const plain = plainHead(head)
    const isKnown = words.has(plain) || (plain.length <= 12 && (ordinary.test(plain) || hasUnit(head)))
    return plain !== '' && isKnown ? plain : null
  }
  for (let row = 0; row < Math.min(rows.length, headRowsMax); row++) {
    const found = headRowsAt(rows, row, known)
    if (!found) continue
    const above = rows.slice(0, row)
    const titles = above.map((cells) => [...new Set(cells.filter((cell) => cell !== ''))].join('  '))
    return {
      titleRows: titles.flatMap((title, at) => (title === '' ? [] : [at + 1])),
      headRows: Array.from({ length: found.last - row + 1 }, (_, at) => row + at + 1),
      titles: titles.filter((title) => title !== ''),
      year: yearInTitles(titles),
      unit: titles.map((title) => unitLine.exec(title)?.[1] ?? '').find((unit) => unit !== '') ?? '',
      columns: found.words.map(columnOf).filter(({ own }) => own !== ''),
    }
  }
  return null
}

/** What tells one head from another: a mapping that a person has settled comes back with the same head. */
export const headSignature = (columns: readonly SheetColumn[]): string =>
  columns.map(({ above, own }) => `${plainHead(above)}>${plainHead(own)}`).join('|')
