import { Worker } from 'node:worker_threads'
import { type Result, reject } from '@guatu/core/shared'
import { type ReportText, type Sheet, type SheetRow, textProblems } from '@guatu/core/text'
import type { ToRead } from './in-reading-worker.ts'
import { ledgerMegabytesMax, ledgerMillisecondsMax } from './ledger-limits.ts'
import {
  bufferMegabytesMax,
  fileBytesMax,
  millisecondsBetweenLooks,
  millisecondsMax,
  workerMegabytesMax,
  youngMegabytesMax,
} from './limits.ts'
import type { LedgerRead } from './read-ledger.ts'

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const tooMuchMemory = () => reject(textProblems('text.reading_took_too_much_memory', {}))

/** Calls back once when the buffers of the worker outgrow their limit; returns how to stop looking. */
function watchBuffers(worker: Worker, outgrown: () => void): () => void {
  const look = async () => {
    // The worker may end while it is asked.
    const held = await worker.getHeapStatistics().catch(() => null)
    if (held && held.external_memory > bufferMegabytesMax * 1_048_576) outgrown()
  }
  const timer = setInterval(() => void look(), millisecondsBetweenLooks)
  return () => clearInterval(timer)
}

/** What a reading worker hands on before it has its answer; it goes on once it has been told to. */
interface Handed {
  readonly handed: unknown
}

type Take = (handed: unknown) => Promise<void>

const isHanded = (says: object): says is Handed => 'handed' in says

/** Waits for what the worker says, and stops it when it takes too long or too much. */
function answerOf<T>(worker: Worker, milliseconds: number, take: Take): Promise<Result<T>> {
  const { promise, resolve, reject: fail } = Promise.withResolvers<Result<T>>()
  let timer: NodeJS.Timeout | undefined
  // The clock starts with the file: a busy machine that is slow to start a worker is no fault of it.
  const startClock = () => {
    timer = setTimeout(
      () => resolve(reject(textProblems('text.reading_took_too_long', { milliseconds }))),
      milliseconds,
    )
  }
  worker.on('message', (says: 'begins reading' | Handed | Result<T>) => {
    if (says === 'begins reading') startClock()
    else if (isHanded(says)) take(says.handed).then(() => worker.postMessage('go on'), fail)
    else resolve(says)
  })
  worker.once('error', (error: unknown) =>
    resolve(isOutOfMemory(error) ? tooMuchMemory() : reject(textProblems('text.unreadable', {}))),
  )
  worker.once('exit', () => resolve(reject(textProblems('text.unreadable', {}))))
  const stopLooking = watchBuffers(worker, () => resolve(tooMuchMemory()))
  return promise.finally(() => {
    clearTimeout(timer)
    stopLooking()
  })
}

export interface ReadingLimits {
  readonly milliseconds: number
  readonly megabytes: number
}

/** What the reading of so many bytes may take. */
export const limitsFor = (bytes: number): ReadingLimits => ({
  milliseconds: millisecondsMax(bytes),
  megabytes: workerMegabytesMax,
})

const ownWorker = new URL('./reading-worker.ts', import.meta.url)

/**
 * The door for files: a .docx, .txt, .xlsx or .pdf becomes a report, anything else a problem with its next step. The bytes are
 * parsed in a worker of its own, with a limit of memory and one of time, and nothing in them is followed or written.
 */
export const readFile = (
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits = limitsFor(bytes.length),
): Promise<Result<ReportText>> => readInWorker<ReportText>(ownWorker, { bytes, name }, limits)

/** The same door for a workbook whose cells are wanted as they stand: its visible sheets, none spanning more cells. */
export const readSheets = (bytes: Uint8Array, name: string, sheetCellsMax: number): Promise<Result<readonly Sheet[]>> =>
  readInWorker<readonly Sheet[]>(ownWorker, { bytes, name, sheetCellsMax }, limitsFor(bytes.length))

const takesNothing: Take = () => Promise.reject(new Error('nobody takes what the reading worker hands on'))

const ledgerWorker = new URL('./ledger-worker.ts', import.meta.url)

/**
 * The door for ledgers: the rows of the sheet of that name, or of the first that has any, handed on some at a time. The
 * reading waits while they are taken, so that a long sheet is never held as a whole.
 */
export const readLedgerFile = (
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
  sheet: string | null,
  take: (rows: readonly SheetRow[]) => Promise<void>,
): Promise<Result<LedgerRead>> =>
  readInWorker<LedgerRead>(
    ledgerWorker,
    { bytes, name, sheet },
    { milliseconds: ledgerMillisecondsMax(bytes.length), megabytes: ledgerMegabytesMax },
    (handed) => take(handed as readonly SheetRow[]),
  )

/** Has bytes read by a worker that answers with `answerWith`, and stops it where it takes more than it may. */
export async function readInWorker<T>(
  module: URL,
  { bytes, ...asked }: ToRead,
  limits: ReadingLimits,
  take: Take = takesNothing,
): Promise<Result<T>> {
  if (bytes.length > fileBytesMax) {
    return reject(textProblems('text.too_large', { bytes: bytes.length, bytesMax: fileBytesMax }))
  }
  const workerData: ToRead = { bytes: new Uint8Array(bytes), ...asked }
  const worker = new Worker(module, {
    workerData,
    transferList: [workerData.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: youngMegabytesMax },
    // A worker that parses a stranger's file needs nothing of the server's surroundings but where Node keeps what it compiled.
    env: process.env.NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE } : {},
    execArgv: [],
  })
  try {
    return await answerOf<T>(worker, limits.milliseconds, take)
  } finally {
    await worker.terminate()
  }
}
