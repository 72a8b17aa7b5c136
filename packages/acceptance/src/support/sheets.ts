import type { SheetImport } from '@guatu/contract'
import excel from '@protobi/exceljs'
import type { Person } from './person.ts'

export type SheetCell = string | number | Date | null

/** A ledger as somebody keeps it: rows as they stand, and the ranges that are merged. */
export async function savedSheet(
  rows: readonly (readonly SheetCell[])[],
  { name = '台账', merges = [] }: { readonly name?: string; readonly merges?: readonly string[] } = {},
): Promise<Buffer> {
  const book = new excel.Workbook()
  const page = book.addWorksheet(name)
  for (const row of rows) page.addRow([...row])
  for (const range of merges) page.mergeCells(range)
  return Buffer.from(await book.xlsx.writeBuffer())
}

export function sheetForm(register: string, bytes: Buffer, name = '台账.xlsx'): FormData {
  const form = new FormData()
  form.set('register', register)
  form.set('file', new File([new Uint8Array(bytes)], name), name)
  return form
}

const waitMs = 100

/** Looks at an import until the server has done its part of the work. */
export async function importOnceDone(person: Person, id: string): Promise<SheetImport> {
  for (;;) {
    const seen = await person.get<SheetImport>(`/api/imports/${id}`)
    if (seen.state !== 'reading' && seen.state !== 'checking') return seen
    await new Promise((go) => setTimeout(go, waitMs))
  }
}

/** Brings a sheet in and gives what was understood of it. */
export async function bringSheet(person: Person, register: string, bytes: Buffer, name?: string): Promise<SheetImport> {
  const brought = await person.ask<SheetImport>({
    method: 'POST',
    path: '/api/imports',
    form: sheetForm(register, bytes, name),
  })
  if (brought.status !== 201) throw new Error(`POST /api/imports: ${brought.status} ${JSON.stringify(brought.body)}`)
  return importOnceDone(person, brought.body.id)
}

/** The cells of a workbook's first sheet, row by row. */
export async function cellsOf(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as never)
  const page = book.worksheets[0]
  const rows: string[][] = []
  page?.eachRow({ includeEmpty: true }, (row) => {
    const cells: string[] = []
    for (let at = 1; at <= (page.columnCount ?? 0); at++) cells.push(String(row.getCell(at).value ?? ''))
    rows.push(cells)
  })
  return rows
}
