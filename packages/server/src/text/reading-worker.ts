import { parentPort, workerData } from 'node:worker_threads'
import { readReceived } from './read-received.ts'

export interface ToRead {
  readonly bytes: Uint8Array
  readonly name: string
}

const { bytes, name } = workerData as ToRead
// Everything is loaded and the file itself comes next: from here on the time is the file's.
parentPort?.postMessage('begins reading')
parentPort?.postMessage(await readReceived(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name))
