import { ledgerRows, type Merge, mergeOf, mergeSpreader, type SheetRow, textProblems } from '@guatu/core/text'
import { ledgerCellsMax, ledgerColumnsMax, ledgerRowsAtOnce, ledgerRowsMax } from './ledger-limits.ts'
import type { OfficePackage } from './office-package.ts'
import { type OpenWorkbook, openWorkbook, sheetParts } from './read-xlsx.ts'
import { Refusal } from './refusal.ts'
import { blocksOf } from './xml-stream.ts'

/** What is known of a ledger once its rows have gone by. */
export interface LedgerRead {
  /** The sheet that was read, and all that are shown, in their order. */
  readonly sheet: string
  readonly sheets: readonly string[]
  readonly rows: number
}

const mergeForm = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:$]{2,30})"/g
const carried = 80

/** The merged ranges of a sheet. They stand behind its rows, so the part is gone through once for them alone. */
async function mergesIn(pieces: AsyncIterable<Buffer>): Promise<Merge[]> {
  const merges: Merge[] = []
  let rest = ''
  for await (const piece of pieces) {
    const text = rest + piece.toString('latin1')
    let end = 0
    for (const found of text.matchAll(mergeForm)) {
      const merge = mergeOf(found[1] ?? '')
      if (merge) merges.push(merge)
      end = found.index + found[0].length
    }
    rest = text.slice(Math.max(end, text.length - carried))
  }
  return merges
}

const blank = (row: number): SheetRow => ({ row, hidden: false, cells: [] })

/** The rows of one sheet as they stand, gaps as blank rows, merged words everywhere; what is blank at its end is left out. */
async function* rowsOf(
  { parts }: OfficePackage,
  workbook: OpenWorkbook,
  { name, part }: OpenWorkbook['sheets'][number],
): AsyncGenerator<SheetRow> {
  const spread = mergeSpreader(await mergesIn(parts.read(part)))
  const read = ledgerRows(workbook, ledgerColumnsMax)
  const tooLarge = () => new Refusal(textProblems('text.sheet_too_large', { sheet: name, cellsMax: ledgerCellsMax }))
  let last = 0
  let cells = 0
  for await (const node of blocksOf(parts.read(part), part, sheetParts)) {
    if (node.name !== 's:row') continue
    const row = read(node)
    // A sheet may have a million rows without a word; those between two others are told, as gaps.
    if (row.cells.length === 0) continue
    cells += row.cells.length
    if (row.row > ledgerRowsMax || cells > ledgerCellsMax) throw tooLarge()
    // A row that goes back says two things of one place; a spreadsheet writes none.
    if (row.row <= last) throw new Refusal(textProblems('text.damaged', { part }))
    for (let gap = last + 1; gap < row.row; gap++) yield spread(blank(gap))
    last = row.row
    yield spread(row)
  }
}

/**
 * Reads the sheet of that name, or the first that has rows, and hands them on some at a time; it waits until they have
 * been taken. Runs in the reading worker.
 */
export async function readLedger(
  office: OfficePackage,
  wanted: string | null,
  take: (rows: readonly SheetRow[]) => Promise<void>,
): Promise<LedgerRead> {
  const workbook = await openWorkbook(office)
  const sheets = workbook.sheets.map(({ name }) => name)
  for (const place of workbook.sheets.filter(({ name }) => wanted === null || name === wanted)) {
    let rows = 0
    let batch: SheetRow[] = []
    for await (const row of rowsOf(office, workbook, place)) {
      batch.push(row)
      rows += 1
      if (batch.length < ledgerRowsAtOnce) continue
      await take(batch)
      batch = []
    }
    if (batch.length > 0) await take(batch)
    if (rows > 0) return { sheet: place.name, sheets, rows }
  }
  throw new Refusal(textProblems('text.no_words', {}))
}
