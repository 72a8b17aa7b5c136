import { accept, type Result, reject } from '../../shared/index.ts'
import { textProblems } from '../problems.ts'
import { child, elements, textOf, type XmlNode } from '../xml.ts'
import { numberText } from './number-text.ts'
import type { NumberStyles } from './styles.ts'

/** Rows and columns from 0; both ends are inside. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A sheet as the office sees it, from cell A1 to the last cell with words. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly Merge[]
  /** Rows from 0 that the sheet does not show: hidden, or filtered out. */
  readonly hiddenRows: readonly number[]
  /** Places whose words a formula gave, as they were when the file was saved. */
  readonly formulas: readonly Place[]
}

/** Row and column from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

export interface SheetSettings {
  readonly name: string
  readonly strings: readonly string[]
  readonly formats: NumberStyles
  readonly is1904: boolean
  /** How many cells the sheet may span; left out, what a report may. */
  readonly cellsMax?: number
}

const reportCellsMax = 1_000_000

const isTrue = (attribute: string | undefined): boolean => attribute === '1' || attribute === 'true'

/** `BC12` as a place from 0. Null for anything else. */
export function placeOf(reference: string): Place | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? []
  if (!letters || !digits) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}

function mergeOf(reference: string): Merge | null {
  const [from = '', to = ''] = reference.split(':')
  const [start, end] = [placeOf(from), placeOf(to)]
  if (!start || !end || end.row < start.row || end.column < start.column) return null
  return { top: start.row, left: start.column, bottom: end.row, right: end.column }
}

/** The words of a rich text: its runs, without the readings that stand above some of them. */
export function richText(node: XmlNode | undefined): string {
  const words = elements(node)
    .map((each) => (each.name === 's:t' ? textOf(each) : each.name === 's:r' ? richText(each) : ''))
    .join('')
  return words.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Reads one sheet row by row: formulas by their cached value, numbers and dates as their format shows them. */
export function sheetReader({ name, strings, formats, is1904, cellsMax = reportCellsMax }: SheetSettings) {
  const cells: string[][] = []
  const merges: Merge[] = []
  const hiddenRows: number[] = []
  const formulas: Place[] = []
  let width = 0
  let tooLarge = false

  function wordsIn(cell: XmlNode): string {
    const type = cell.attributes.t ?? 'n'
    if (type === 'inlineStr') return richText(child(cell, 's:is'))
    const value = child(cell, 's:v')
    const raw = value ? textOf(value) : ''
    if (type === 's') return strings[Number(raw)] ?? ''
    if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE'
    if (type !== 'n') return raw
    return raw === '' ? '' : numberText(raw.trim(), formats(Number(cell.attributes.s ?? 0)), is1904)
  }

  /** Keeps a cell that has words; a row far below or a column far out makes the whole sheet too large. */
  function keep(row: number, column: number, words: string) {
    if ((row + 1) * Math.max(width, column + 1) > cellsMax) tooLarge = true
    if (tooLarge || words === '') return
    while (cells.length <= row) cells.push([])
    const kept = cells[row] as string[]
    while (kept.length < column) kept.push('')
    kept[column] = words
    width = Math.max(width, column + 1)
  }

  let next = 0
  return {
    /** The next row of the sheet. Hidden rows are read. */
    row(node: XmlNode) {
      const row = Number(node.attributes.r ?? next + 1) - 1
      next = row + 1
      if (isTrue(node.attributes.hidden) && !tooLarge) hiddenRows.push(row)
      let column = 0
      for (const cell of elements(node)) {
        column = placeOf(cell.attributes.r ?? '')?.column ?? column
        const words = wordsIn(cell).replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim()
        if (words !== '') keep(row, column, words)
        if (!tooLarge && child(cell, 's:f')) formulas.push({ row, column })
        column += 1
      }
    },
    merge(reference: string) {
      const merge = mergeOf(reference)
      if (merge) merges.push(merge)
    },
    finish: (): Result<Sheet> =>
      tooLarge
        ? reject(textProblems('text.sheet_too_large', { sheet: name, cellsMax }))
        : accept({
            name,
            rows: cells.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]),
            merges,
            hiddenRows,
            formulas,
          }),
  }
}
