import { readFile } from 'node:fs/promises'
import { ledgerNumber, type Register } from '@guatu/core/fact'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { Tx } from '../../platform/db.ts'
import type { FileStore } from '../../platform/files.ts'
import { annotateSheet, asWorkbook } from '../../text/index.ts'
import { numbersOfImport } from '../numbers.ts'
import { letterOf } from './check.ts'
import { importProblems } from './problems.ts'
import { type KeptImport, lastStep, type RowFate, rowsOfImport } from './store.ts'

const heading = '处理结果'

const passed: Readonly<Record<string, string>> = {
  blank: '空行',
  subtotal: '小计、合计',
  note: '附注',
  'group heading': '分组标题',
  'head again': '重复的表头',
  'no value': '没有数',
}

/** What became of a row, in the words of the column that goes back; `number` is what it goes by in the ledger. */
function wordsFor({ became, because }: RowFate, number = ''): string {
  const by = number === '' ? '' : `，编号${number}`
  switch (became) {
    case 'new':
      return because === '' ? `已导入${by}` : `已导入${by}；${because}`
    case 'changed':
      return because === '' ? `已按此更正，待核实${by}` : `已按此更正，待核实${by}；${because}`
    case 'same':
      return `与台账相同，未改${by}`
    case 'refused':
      return `未导入：${because}`
    case 'passed':
      return because === 'blank' ? '' : `跳过：${passed[because] ?? because}`
  }
}

/** One row a month has several cells, each of which went its own way. */
function wordsOfCells(fates: readonly RowFate[], numberOf: (fate: RowFate) => string): string {
  const whole = fates.find(({ place }) => place === 0)
  if (whole) return wordsFor(whole, numberOf(whole))
  const kept = fates.filter(({ became }) => became === 'new' || became === 'changed').length
  const others = fates
    .filter(({ became }) => became === 'refused')
    .map((fate) => `${letterOf(fate.place - 1)}列${wordsFor(fate)}`)
  return [`已导入${kept}格`, ...others].join('；')
}

/** The workbook that was brought, with one more column that says of every row what became of it. */
export async function resultWorkbook(
  tx: Tx,
  officeId: string,
  files: FileStore,
  kept: KeptImport,
  register: Register,
): Promise<Result<{ readonly name: string; readonly bytes: Buffer }>> {
  const read = lastStep(kept, 'read')?.content
  if (!read || !lastStep(kept, 'accepted')) return reject(importProblems('import.not_ready', {}))
  const bytes = await readFile(files.pathOf(kept.sha256)).catch(() => null)
  if (!bytes) return reject(importProblems('import.file_gone', {}))
  const book = await asWorkbook(bytes, kept.name)
  if (!book.ok) return book
  const fates = Map.groupBy(await rowsOfImport(tx, officeId, kept.id), ({ rowNumber }) => rowNumber)
  const numbers = await numbersOfImport(tx, officeId, kept.id)
  const numberOf = ({ entryId }: RowFate) => {
    const number = numbers.get(entryId ?? '')
    return number ? ledgerNumber(register, number) : ''
  }
  const words = new Map([...fates].map(([row, all]) => [row, wordsOfCells(all, numberOf)]))
  const head = read.head.headRows[0] ?? 0
  const at = Math.max(...read.head.columns.map((column) => column.at), 0) + 1
  const wordsOf = (row: number) => (row === head ? heading : (words.get(row) ?? ''))
  const annotated = await annotateSheet(book.value.bytes, { sheet: read.sheet, at, wordsOf })
  return accept({ name: `处理结果-${book.value.name}`, bytes: annotated })
}
