import type { AuditRow } from '@guatu/contract'
import { clockOf, type Instant } from '@guatu/core/shared'
import { workbookOf } from '../platform/workbook.ts'
import { csvOf } from './csv.ts'
import { outcomeWords } from './words.ts'

/** How many records a sheet takes: what a spreadsheet opens at once, written in some seconds. */
export const sheetRowsMax = 20_000

const columns: readonly (readonly [heading: string, cell: (row: AuditRow) => string])[] = [
  ['序号', ({ seq }) => String(seq)],
  ['时间', ({ at }) => clockOf(at as Instant)],
  ['人员', ({ officerName }) => officerName],
  ['单位', ({ unit }) => unit],
  ['岗位', ({ post }) => post],
  ['事项', ({ label }) => label.zh],
  ['路由', ({ route }) => route],
  ['对象', ({ object }) => object],
  ['结果', ({ outcome }) => outcomeWords[outcome].zh],
  ['问题代码', ({ problemCode }) => problemCode ?? ''],
  ['来源地址', ({ address }) => address ?? ''],
  ['请求编号', ({ requestId }) => requestId ?? ''],
  ['附记', ({ detail }) => (Object.keys(detail).length > 0 ? JSON.stringify(detail) : '')],
  ['散列', ({ hash }) => hash],
]

const heading = columns.map(([name]) => name)
const cellsOf = (row: AuditRow): string[] => columns.map(([, cell]) => cell(row))

async function workbook(letterhead: string, rows: readonly AuditRow[]): Promise<Buffer> {
  const parts: Buffer[] = []
  const sheet = { name: '审计日志', heading, rows: rows.map(cellsOf) }
  for await (const part of workbookOf(letterhead, [sheet])) parts.push(part)
  return Buffer.concat(parts)
}

/** The records as a file under the letterhead of their office. In the workbook each cell is text by its type; in the text file what looks like a formula is marked. */
export const sheetOf = async (
  format: 'csv' | 'xlsx',
  letterhead: string,
  rows: readonly AuditRow[],
): Promise<Buffer> =>
  format === 'csv' ? csvOf([[letterhead], heading, ...rows.map(cellsOf)]) : workbook(letterhead, rows)
