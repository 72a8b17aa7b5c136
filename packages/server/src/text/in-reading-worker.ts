import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { Result } from '@guatu/core/shared'

export interface ToRead {
  readonly bytes: Uint8Array
  readonly name: string
  /** Asked for sheets as they stand, none larger than this; left out, for a report. */
  readonly sheetCellsMax?: number
  /** Of a ledger: the sheet that is wanted, null for the first that has rows. */
  readonly sheet?: string | null
}

/** Hands something home on the way, and waits until it has been taken. */
export async function handOn(handed: unknown): Promise<void> {
  if (!parentPort) return
  parentPort.postMessage({ handed })
  await once(parentPort, 'message')
}

/** Runs in a reading worker: reads what it was handed and sends the answer home. */
export async function answerWith(
  read: (received: Buffer, asked: Omit<ToRead, 'bytes'>) => Promise<Result<unknown>>,
): Promise<void> {
  const { bytes, ...asked } = workerData as ToRead
  const received = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Everything is loaded and the file itself comes next: from here on the time is the file's.
  parentPort?.postMessage('begins reading')
  parentPort?.postMessage(await read(received, asked))
}
