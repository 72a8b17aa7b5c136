import { createHash } from 'node:crypto'
import excel from '@protobi/exceljs'

const headings = {
  单位: ['名称', '类型', '上级单位'],
  岗位: ['单位', '岗位名称', '职责', '分管单位'],
  人员: ['姓名', '账号', '单位', '岗位', '任职方式', '起始日期', '终止日期'],
} as const

/** Rows of a roster as the office writes them, `|` between two cells. */
export type RosterRows = Partial<Record<keyof typeof headings, readonly string[]>>

export type RosterBook = InstanceType<typeof excel.Workbook>

/** A roster as somebody fills it in, not yet saved: a test may still spoil it. */
export function rosterBook(rows: RosterRows): RosterBook {
  const book = new excel.Workbook()
  for (const [name, heading] of Object.entries(headings)) {
    const page = book.addWorksheet(name)
    page.addRow([...heading])
    for (const row of rows[name as keyof typeof headings] ?? []) page.addRow(row.split('|').map((cell) => cell.trim()))
  }
  return book
}

/** The workbook as it lies on somebody's disk. */
export const savedRoster = async (book: RosterBook): Promise<Buffer> => Buffer.from(await book.xlsx.writeBuffer())

/** The rows of a downloaded roster, in the same writing. */
export async function rowsOfRoster(bytes: Buffer): Promise<Required<RosterRows>> {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as never)
  const rowsOf = (name: string, width: number): string[] => {
    const page = book.getWorksheet(name)
    const rows: string[] = []
    page?.eachRow((row, number) => {
      const cells = Array.from({ length: width }, (_, at) => String(row.getCell(at + 1).value ?? ''))
      if (number > 1) rows.push(cells.join('|'))
    })
    return rows
  }
  return { 单位: rowsOf('单位', 3), 岗位: rowsOf('岗位', 4), 人员: rowsOf('人员', 7) }
}

export const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** A roster as a page sends it; with the digest of what was previewed where it is to be applied. */
export function rosterForm(bytes: Buffer, digest?: string): FormData {
  const form = new FormData()
  if (digest !== undefined) form.set('digest', digest)
  form.set('file', new File([new Uint8Array(bytes)], '花名册.xlsx'), '花名册.xlsx')
  return form
}
