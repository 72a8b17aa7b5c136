import { createWriteStream } from 'node:fs'
import { Readable, type Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { type Counted, counting } from './counted.ts'

/** A zip being written, one member after another, none of them ever whole in memory. */
export interface ArchiveWriter {
  add(name: string, source: AsyncIterable<Buffer>, options?: { readonly compress: boolean }): Promise<Counted>
  /** Resolves when the last byte has been handed to the system. */
  end(comment?: string): Promise<void>
}

/** Closes a stream, and with it the generator that it reads from; resolves when both have let go. */
async function closed(readable: Readable): Promise<void> {
  readable.on('error', () => {})
  const over = new Promise((done) => readable.once('close', done))
  if (readable.closed) return
  readable.destroy()
  await over
}

/** Writes a zip into a file that only its owner may read. Whatever goes wrong is thrown by `add` or `end`. */
export const archiveTo = (path: string): ArchiveWriter => archiveInto(createWriteStream(path, { mode: 0o600 }))

/** The same into any stream. */
export function archiveInto(place: Writable): ArchiveWriter {
  const zip = new ZipFile()
  const broken = new Promise<never>((_, reject) => zip.on('error', reject))
  const written = pipeline(zip.outputStream, place)
  const failed = Promise.race([broken, written.then(() => new Promise<never>(() => {}))])
  // Whoever waits for a member or for the end hears of it.
  for (const promise of [failed, written]) promise.catch(() => {})
  return {
    add: async (name, source, { compress } = { compress: true }) => {
      const { stream, result } = counting(source)
      const readable = Readable.from(stream, { objectMode: false })
      zip.addReadStream(readable, name, { compress, mode: 0o100600 })
      try {
        await Promise.race([finished(readable), failed])
      } catch (error) {
        // Nothing asks the source for more once this has thrown: the transaction that it reads in is about to end.
        await closed(readable)
        throw error
      }
      return result()
    },
    end: async (comment = '') => {
      zip.end({ comment, forceZip64Format: false })
      await Promise.race([written, broken])
    },
  }
}
