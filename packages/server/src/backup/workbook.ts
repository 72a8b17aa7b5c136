import { PassThrough } from 'node:stream'
import excel from '@protobi/exceljs'

export type Cell = string | number | null

/** One sheet: its name, its heading, and its rows as they come. */
export interface Sheet {
  readonly name: string
  readonly heading: readonly string[]
  readonly rows: Iterable<readonly Cell[]>
}

// A cell is written as the text or the number it is, never as a formula, and keeps the text format when it is edited:
// what somebody typed into a form cannot begin to calculate in another person's Excel.
function fill(book: InstanceType<typeof excel.stream.xlsx.WorkbookWriter>, { name, heading, rows }: Sheet): void {
  // Excel takes 31 characters and none of these.
  const sheet = book.addWorksheet(name.replaceAll(/[\\/?*:[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  sheet.columns = heading.map((header) => ({ header, width: 18, style: { numFmt: '@' } }))
  for (const row of rows) {
    const added = sheet.addRow([...row])
    for (const [at, cell] of row.entries()) if (typeof cell === 'number') added.getCell(at + 1).numFmt = 'General'
    added.commit()
  }
  sheet.commit()
}

/** A workbook as a stream of bytes. */
export async function* workbookOf(sheets: readonly Sheet[]): AsyncGenerator<Buffer> {
  const stream = new PassThrough()
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  for (const sheet of sheets) fill(book, sheet)
  const committed = book.commit()
  // Told by the one who waits for it below.
  committed.catch(() => {})
  yield* stream as AsyncIterable<Buffer>
  await committed
}
