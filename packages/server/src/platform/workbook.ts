import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import excel from '@protobi/exceljs'

export type Cell = string | number | null

/** One sheet: its name, its heading, and its rows as they come. */
export interface Sheet {
  readonly name: string
  readonly heading: readonly string[]
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
}

/** What is printed above each page of a sheet: whose it is, and the day of printing. */
export const paperHead = (letterhead: string): { oddHeader: string } => ({
  // Excel reads an ampersand as the beginning of a command.
  oddHeader: `&L${letterhead.replaceAll('&', '&&')}&R&D`,
})

/** How many rows are written before the bytes made of them may go on. */
const rowsAtOnce = 500

interface Book {
  readonly writer: InstanceType<typeof excel.stream.xlsx.WorkbookWriter>
  readonly letterhead: string
  /** Says that nobody takes the bytes any more. */
  readonly left: AbortSignal
}

// A cell is written as the text or the number it is, never as a formula, and keeps the text format when it is edited:
// what somebody typed into a form cannot begin to calculate in another person's Excel.
async function fill({ writer, letterhead, left }: Book, { name, heading, rows }: Sheet): Promise<void> {
  // Excel takes 31 characters and none of these.
  const sheet = writer.addWorksheet(name.replaceAll(/[\\/?*:[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 2 }],
    headerFooter: paperHead(letterhead),
  })
  sheet.columns = heading.map(() => ({ width: 18, style: { numFmt: '@' } }))
  sheet.addRow([letterhead]).commit()
  sheet.addRow([...heading]).commit()
  let written = 0
  for await (const row of rows) {
    left.throwIfAborted()
    const added = sheet.addRow([...row])
    for (const [at, cell] of row.entries()) if (typeof cell === 'number') added.getCell(at + 1).numFmt = 'General'
    added.commit()
    written += 1
    if (written % rowsAtOnce === 0) await setImmediate()
  }
  sheet.commit()
}

/**
 * A workbook as a stream of bytes; the first row of each sheet is the letterhead. Rows are asked for while the bytes are
 * taken and no longer. Throws what goes wrong in the rows.
 */
export async function* workbookOf(letterhead: string, sheets: readonly Sheet[]): AsyncGenerator<Buffer> {
  const stream = new PassThrough()
  const leaving = new AbortController()
  const writer = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const filled = (async () => {
    for (const sheet of sheets) await fill({ writer, letterhead, left: leaving.signal }, sheet)
  })()
  const committed = filled.then(() => writer.commit())
  committed.catch((error: Error) => stream.destroy(error))
  try {
    yield* stream as AsyncIterable<Buffer>
    await committed
  } finally {
    leaving.abort()
    // Nobody asks for rows once this is over: the transaction that they come from is about to end.
    await filled.catch(() => {})
  }
}
