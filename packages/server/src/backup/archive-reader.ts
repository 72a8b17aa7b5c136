import { type Entry, openPromise, type ZipFile } from 'yauzl'

/** A zip on disk whose directory has been read. */
export interface ArchiveReader {
  readonly names: readonly string[]
  /** The bytes of a member, piece by piece. Throws where there is none of this name, or where it cannot be unpacked. */
  read(name: string): AsyncGenerator<Buffer>
  close(): void
}

async function directoryOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName)) throw new Error(`twice: ${entry.fileName}`)
    entries.set(entry.fileName, entry)
  }
  return entries
}

/** Opens an archive. Throws where the file is no whole zip, or names a member twice. */
export async function openArchive(path: string): Promise<ArchiveReader> {
  const zip = await openPromise(path, { autoClose: false, validateEntrySizes: true })
  try {
    const entries = await directoryOf(zip)
    async function* read(name: string): AsyncGenerator<Buffer> {
      const entry = entries.get(name)
      if (!entry) throw new Error(`missing: ${name}`)
      yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
    }
    return { names: [...entries.keys()], read, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}
