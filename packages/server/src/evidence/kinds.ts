import type { Package } from '../text/index.ts'

/** What a file may be to be evidence, and the type it is told to a browser by. */
export type MediaType =
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'image/webp'
  | 'video/mp4'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/msword'
  | 'application/vnd.ms-excel'
  | 'text/csv'
  | 'text/plain'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

// By the bytes a file begins with, never by its name: what stands at the very start, and what a few bytes on.
const signatures: readonly (readonly [MediaType, string, number, string])[] = [
  ['application/pdf', '%PDF-', 0, ''],
  ['image/png', '\x89PNG\r\n\x1a\n', 0, ''],
  ['image/jpeg', '\xff\xd8\xff', 0, ''],
  ['image/webp', 'RIFF', 8, 'WEBPVP8'],
  ['video/mp4', '', 4, 'ftypisom'],
  ['video/mp4', '', 4, 'ftypiso2'],
  ['video/mp4', '', 4, 'ftypmp4'],
  ['video/mp4', '', 4, 'ftypqt'],
]

const inUtf16 = (words: string) => Buffer.from(words, 'utf16le')

const isZip = (head: string) => head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')
export const isArchive = (head: Buffer): boolean => isZip(head.subarray(0, 4).toString('latin1'))
const isOldOffice = (head: string) => head.startsWith('\xd0\xcf\x11\xe0')

/** A picture, a PDF or a film by its first bytes; null where they say nothing. */
export function kindByHead(head: Buffer): MediaType | null {
  const start = head.subarray(0, 32).toString('latin1')
  return signatures.find(([, first, at, then]) => start.startsWith(first) && start.startsWith(then, at))?.[0] ?? null
}

/** A document or workbook by the parts in its package; null where it is neither, or carries macros. */
export function kindOfPackage({ names }: Pick<Package, 'names'>): MediaType | null {
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name))) return null
  if (!names.has('[Content_Types].xml')) return null
  if (names.has('word/document.xml')) return docx
  return names.has('xl/workbook.xml') ? xlsx : null
}

/** Whether a package is of some program, and no archive that a person packed. */
export const isOfProgram = ({ names }: Pick<Package, 'names'>): boolean =>
  names.has('[Content_Types].xml') || names.has('META-INF/MANIFEST.MF') || names.has('mimetype')

/** An old document or workbook, by the name of the stream it keeps its words in; null for anything else in that container. */
export function kindOfOldOffice(bytes: Buffer): MediaType | null {
  if (!isOldOffice(bytes.subarray(0, 8).toString('latin1')) || bytes.includes(inUtf16('EncryptedPackage'))) return null
  if (bytes.includes(inUtf16('WordDocument'))) return 'application/msword'
  return bytes.includes(inUtf16('Workbook')) ? 'application/vnd.ms-excel' : null
}

const markup = /<(?:!doctype|html|head|body|script|svg|\?xml|iframe|object|embed)/i

function decodes(head: Buffer, encoding: 'utf-8' | 'gb18030' | 'utf-16le'): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Plain words or a table of them; null where the bytes are no text, or a page for a browser. */
export function kindOfText(head: Buffer, name: string): MediaType | null {
  const start = head.toString('latin1')
  const isUtf16 = start.startsWith('\xff\xfe')
  if (markup.test(start.replaceAll('\0', ''))) return null
  if (!isUtf16 && head.includes(0)) return null
  if (!decodes(head, isUtf16 ? 'utf-16le' : 'utf-8') && !(!isUtf16 && decodes(head, 'gb18030'))) return null
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain'
}
