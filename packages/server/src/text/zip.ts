import { crc32 } from 'node:zlib'
import { textProblems } from '@guatu/core/text'
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl'
import { entriesMax, ratioBytesMin, ratioMax, unpackedBytesMax } from './limits.ts'
import { Refusal } from './refusal.ts'

const truncated = () => new Refusal(textProblems('text.zip_truncated', {}))

/** The parts of a package, checked by what its directory declares, and counted again while they are unpacked. */
export interface Package {
  readonly names: ReadonlySet<string>
  /** The bytes of a part, piece by piece. */
  read(name: string): AsyncGenerator<Buffer>
}

/** What a package may hold before it is taken for an attack. */
export interface PackageLimits {
  readonly entriesMax: number
  readonly unpackedBytesMax: number
  readonly ratioMax: number
}

const reportLimits: PackageLimits = { entriesMax, unpackedBytesMax, ratioMax }

async function openZip(bytes: Buffer): Promise<ZipFile> {
  try {
    // Names are decoded and checked here, so that a name that climbs out is told from a damaged directory.
    return await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: true })
  } catch {
    throw truncated()
  }
}

const saysUtf8 = 0x0800
const symbolicLink = 0xa000

/** Programs of a Chinese Windows write names in its own code and do not say so. */
function nameOf(entry: Entry): string {
  const { fileNameRaw: raw } = entry
  const isPlain = (entry.generalPurposeBitFlag & saysUtf8) !== 0 || raw.every((byte) => byte < 0x80)
  if (isPlain) return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder('gb18030').decode(raw)
  }
}

function checkedName(entry: Entry): string {
  const name = nameOf(entry)
  // A link would be followed by whoever unpacks it: it points outside as much as a path that climbs does.
  const isLink = ((entry.externalFileAttributes >>> 16) & 0xf000) === symbolicLink
  if (isLink) throw new Refusal(textProblems('text.zip_path', {}))
  if (validateFileName(name) !== null || name.includes('\0')) throw new Refusal(textProblems('text.zip_path', {}))
  return name
}

function checkSize(entry: Entry, unpackedBefore: number, limits: PackageLimits) {
  const { uncompressedSize: unpacked, compressedSize: packed } = entry
  const tooDense = unpacked > ratioBytesMin && unpacked > packed * limits.ratioMax
  if (tooDense || unpackedBefore + unpacked > limits.unpackedBytesMax)
    throw new Refusal(textProblems('text.zip_ratio', {}))
}

async function readDirectory(zip: ZipFile, limits: PackageLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  if (zip.entryCount > limits.entriesMax)
    throw new Refusal(textProblems('text.zip_entries', { entriesMax: limits.entriesMax }))
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    const name = checkedName(entry)
    if (entry.isEncrypted()) throw new Refusal(textProblems('text.encrypted', {}))
    checkSize(entry, unpacked, limits)
    unpacked += entry.uncompressedSize
    // Two parts of one name: which one a program shows depends on the program.
    if (entries.has(name)) throw new Refusal(textProblems('text.damaged', { part: name }))
    entries.set(name, entry)
  }
  return entries
}

/** Opens a package and reads its directory. Nothing is written anywhere, and no package inside it is opened. */
export async function openPackage(bytes: Buffer, limits: PackageLimits = reportLimits): Promise<Package> {
  const zip = await openZip(bytes)
  const entries = await readDirectory(zip, limits).catch((error: unknown) => {
    throw error instanceof Refusal ? error : truncated()
  })
  let unpacked = 0

  async function* read(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name)
    if (!entry) throw new Refusal(textProblems('text.damaged', { part: name }))
    let own = 0
    let checksum = 0
    try {
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        own += piece.length
        unpacked += piece.length
        checksum = crc32(piece, checksum)
        if (own > entry.uncompressedSize) throw new Refusal(textProblems('text.zip_size_lies', {}))
        if (unpacked > limits.unpackedBytesMax) throw new Refusal(textProblems('text.zip_ratio', {}))
        yield piece
      }
      // A part whose bytes have changed may still unpack, into other words.
      if (checksum !== entry.crc32) throw new Refusal(textProblems('text.damaged', { part: name }))
    } catch (error) {
      if (error instanceof Refusal) throw error
      // The unpacker stops by itself as soon as more comes out than the directory declares.
      const lies = error instanceof Error && /^too (?:many|few) bytes in the stream/.test(error.message)
      throw new Refusal(lies ? textProblems('text.zip_size_lies', {}) : textProblems('text.damaged', { part: name }))
    }
  }

  return { names: new Set(entries.keys()), read }
}
