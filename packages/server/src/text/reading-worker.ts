import { parentPort, workerData } from 'node:worker_threads'
import { readReceived, readReceivedSheets } from './read-received.ts'

export interface ToRead {
  readonly bytes: Uint8Array
  readonly name: string
  /** Asked for sheets as they stand, none larger than this; left out, for a report. */
  readonly sheetCellsMax?: number
}

const { bytes, name, sheetCellsMax } = workerData as ToRead
const received = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
// Everything is loaded and the file itself comes next: from here on the time is the file's.
parentPort?.postMessage('begins reading')
parentPort?.postMessage(
  await (sheetCellsMax === undefined
    ? readReceived(received, name)
    : readReceivedSheets(received, name, sheetCellsMax)),
)
