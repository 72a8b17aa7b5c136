import { PassThrough } from 'node:stream'
import excel from '@protobi/exceljs'

export type Cell = string | number | null

/** One sheet: its name, its heading, and its rows as they come. */
export interface Sheet {
  readonly name: string
  readonly heading: readonly string[]
  readonly rows: Iterable<readonly Cell[]>
}

/** What is printed above each page of a sheet: whose it is, and the day of printing. */
export const paperHead = (letterhead: string): { oddHeader: string } => ({
  // Excel reads an ampersand as the beginning of a command.
  oddHeader: `&L${letterhead.replaceAll('&', '&&')}&R&D`,
})

// A cell is written as the text or the number it is, never as a formula, and keeps the text format when it is edited:
// what somebody typed into a form cannot begin to calculate in another person's Excel.
function fill(
  book: InstanceType<typeof excel.stream.xlsx.WorkbookWriter>,
  letterhead: string,
  { name, heading, rows }: Sheet,
): void {
  // Excel takes 31 characters and none of these.
  const sheet = book.addWorksheet(name.replaceAll(/[\\/?*:[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 2 }],
    headerFooter: paperHead(letterhead),
  })
  sheet.columns = heading.map(() => ({ width: 18, style: { numFmt: '@' } }))
  sheet.addRow([letterhead]).commit()
  sheet.addRow([...heading]).commit()
  for (const row of rows) {
    const added = sheet.addRow([...row])
    for (const [at, cell] of row.entries()) if (typeof cell === 'number') added.getCell(at + 1).numFmt = 'General'
    added.commit()
  }
  sheet.commit()
}

/** A workbook as a stream of bytes; the first row of each sheet is the letterhead. */
export async function* workbookOf(letterhead: string, sheets: readonly Sheet[]): AsyncGenerator<Buffer> {
  const stream = new PassThrough()
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  for (const sheet of sheets) fill(book, letterhead, sheet)
  const committed = book.commit()
  // Told by the one who waits for it below.
  committed.catch(() => {})
  yield* stream as AsyncIterable<Buffer>
  await committed
}
