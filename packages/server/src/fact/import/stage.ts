import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import {
  bestFit,
  findHead,
  type GridRow,
  headRowsMax,
  rowCleaner,
  type SheetHead,
  type SheetShape,
} from '@guatu/core/fact'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { FileStore } from '../../platform/files.ts'
import { asWorkbook, readLedgerFile } from '../../text/index.ts'
import { importProblems } from './problems.ts'
import type { ReadStep, Settled } from './store.ts'

const samplesMax = 3

/** Lines of a staged file: the number of the row, whether it was hidden, its cells. */
type Line = readonly [row: number, hidden: 0 | 1, cells: readonly string[]]
const lineOf = ({ row, hidden, cells }: GridRow): string => `${JSON.stringify([row, hidden ? 1 : 0, cells])}\n`

/** The rows of a staged file, some at a time. */
export async function* stagedRows(files: FileStore, staged: string, atOnce: number): AsyncGenerator<GridRow[]> {
  const lines = createInterface({ input: createReadStream(files.pathOf(staged)), crlfDelay: Number.POSITIVE_INFINITY })
  let batch: GridRow[] = []
  for await (const line of lines) {
    const [row, hidden, cells] = JSON.parse(line) as Line
    batch.push({ row, hidden: hidden === 1, cells })
    if (batch.length < atOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** What is found on the way of a sheet to its staged file. */
interface Seen {
  head: SheetHead | null
  rows: number
  readonly samples: string[][]
}

/**
 * Takes rows as they come: the first of them tell the head, those below it go on to `keep`, cleaned of what may be kept
 * nowhere. Nothing of a sheet without a head is kept.
 */
function rowTaker(seen: Seen, shapes: readonly SheetShape[], keep: (lines: string) => Promise<void>) {
  let first: GridRow[] | null = []
  let clean: ((row: GridRow) => GridRow) | null = null

  const pass = async (rows: readonly GridRow[]) => {
    const { head } = seen
    if (!head || !clean) return
    const below = rows.filter(({ row }) => row > (head.headRows.at(-1) ?? 0)).map(clean)
    seen.rows += below.length
    for (const { cells } of below)
      if (seen.samples.length < samplesMax && cells.some((cell) => cell !== '')) seen.samples.push([...cells])
    await keep(below.map(lineOf).join(''))
  }
  const settle = async () => {
    const rows = first ?? []
    first = null
    seen.head = findHead(
      rows.slice(0, headRowsMax).map(({ cells }) => cells),
      shapes,
    )
    clean = seen.head && rowCleaner(seen.head)
    await pass(rows)
  }
  return {
    take: async (rows: readonly GridRow[]) => {
      if (!first) return pass(rows)
      first.push(...rows)
      if (first.length >= headRowsMax) await settle()
    },
    end: async () => {
      if (first) await settle()
    },
  }
}

export interface StagedSheet extends Omit<ReadStep, 'mapping'> {
  readonly fit: Settled
}

/** The registers' own sheets and the ledgers that people keep for them, whichever fits the head best. */
export function settledFor(head: SheetHead, shapes: readonly SheetShape[]): Settled | null {
  const fit = bestFit(shapes, head.columns)
  if (!fit) return null
  const columns = [...fit.mapping].map(([at, { field, sure }]) => ({ at, field, sure }))
  return { shape: fit.shape.id, columns, constants: {}, words: {} }
}

/** Reads a sheet that was brought and lays its rows down in the file store, ready to be looked at again and again. */
export async function stageSheet(
  files: FileStore,
  { sha256, name }: { readonly sha256: string; readonly name: string },
  shapes: readonly SheetShape[],
  told: (rows: number) => Promise<void>,
): Promise<Result<StagedSheet>> {
  const bytes = await readFile(files.pathOf(sha256)).catch(() => null)
  if (!bytes) return reject(importProblems('import.file_gone', {}))
  const book = await asWorkbook(bytes, name)
  if (!book.ok) return book
  const stream = new PassThrough()
  const seen: Seen = { head: null, rows: 0, samples: [] }
  const incoming = files.receive(stream as AsyncIterable<Buffer>, Number.MAX_SAFE_INTEGER)
  const keep = async (lines: string) => {
    if (lines !== '' && !stream.write(lines))
      await Promise.race([new Promise((go) => stream.once('drain', go)), incoming])
  }
  const taker = rowTaker(seen, shapes, keep)
  try {
    const read = await readLedgerFile(book.value, null, async (rows) => {
      await taker.take(rows)
      await told(seen.rows)
    })
    if (read.ok) await taker.end()
    stream.end()
    const file = await incoming
    const fit = seen.head && settledFor(seen.head, shapes)
    if (!read.ok || !seen.head || !fit || !file) {
      await file?.drop()
      if (!read.ok) return read
      return reject(importProblems('import.no_head', { sheet: read.value.sheet }))
    }
    await file.keep()
    const { head, rows, samples } = seen
    const { sheet, sheets } = read.value
    return accept({ staged: file.sha256, sheet, sheets: [...sheets], rows, head, samples, fit })
  } catch (error) {
    stream.destroy(error as Error)
    await incoming.catch(() => null)
    throw error
  }
}
