import { accept, type Result, reject } from '../../shared/index.ts'
import { textProblems } from '../problems.ts'
import { child, elements, textOf, type XmlNode } from '../xml.ts'
import { exactText, numberText } from './number-text.ts'
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

/** What the cells of a workbook are read by. */
export interface CellSettings {
  readonly strings: readonly string[]
  readonly formats: NumberStyles
  readonly is1904: boolean
}

export interface SheetSettings extends CellSettings {
  readonly name: string
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

/** `A1:C2` as the places it covers. Null for anything else. */
export function mergeOf(reference: string): Merge | null {
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

/** How a number of a sheet becomes words: as it is shown, or as it is. */
type NumberWords = typeof numberText

/** The words of one cell: a formula by its cached value, a number and a date by `numberWords`. */
function cellWords(cell: XmlNode, { strings, formats, is1904 }: CellSettings, numberWords: NumberWords): string {
  const type = cell.attributes.t ?? 'n'
  if (type === 'inlineStr') return richText(child(cell, 's:is'))
  const value = child(cell, 's:v')
  const raw = value ? textOf(value) : ''
  if (type === 's') return strings[Number(raw)] ?? ''
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE'
  if (type !== 'n') return raw
  return raw === '' ? '' : numberWords(raw.trim(), formats(Number(cell.attributes.s ?? 0)), is1904)
}

const tidied = (words: string): string => words.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim()

/** One row of a ledger: its number in the sheet, from 1, and what stands in its cells. */
export interface SheetRow {
  readonly row: number
  readonly hidden: boolean
  readonly cells: readonly string[]
}

/**
 * Reads the rows of a sheet one at a time, each for what its cells hold and not for how they are shown. A row that has
 * no number of its own follows the one before. Cells beyond `columnsMax` are left out.
 */
export function ledgerRows(settings: CellSettings, columnsMax: number): (node: XmlNode) => SheetRow {
  let next = 1
  return (node) => {
    const row = Number(node.attributes.r ?? next)
    next = row + 1
    const cells: string[] = []
    let column = 0
    for (const cell of elements(node)) {
      column = placeOf(cell.attributes.r ?? '')?.column ?? column
      const words = column < columnsMax ? tidied(cellWords(cell, settings, exactText)) : ''
      if (words !== '') {
        while (cells.length < column) cells.push('')
        cells[column] = words
      }
      column += 1
    }
    return { row, hidden: isTrue(node.attributes.hidden), cells }
  }
}

/** Reads one sheet row by row: formulas by their cached value, numbers and dates as their format shows them. */
export function sheetReader({ name, cellsMax = reportCellsMax, ...settings }: SheetSettings) {
  const cells: string[][] = []
  const merges: Merge[] = []
  const hiddenRows: number[] = []
  const formulas: Place[] = []
  let width = 0
  let tooLarge = false

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
        const words = tidied(cellWords(cell, settings, numberText))
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
