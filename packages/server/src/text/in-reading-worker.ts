import { parentPort, workerData } from 'node:worker_threads'
import type { Result } from '@guatu/core/shared'

export interface ToRead {
  readonly bytes: Uint8Array
  readonly name: string
  /** Asked for sheets as they stand, none larger than this; left out, for a report. */
  readonly sheetCellsMax?: number
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
