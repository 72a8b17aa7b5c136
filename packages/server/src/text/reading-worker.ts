import { parentPort, workerData } from 'node:worker_threads'
import { readReceived } from './read-received.ts'

export interface ToRead {
  readonly bytes: Uint8Array
  readonly name: string
}

const { bytes, name } = workerData as ToRead
parentPort?.postMessage(await readReceived(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name))
