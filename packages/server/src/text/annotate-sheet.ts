import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { type OfficePackage, openOffice } from './office-package.ts'
import { openWorkbook } from './read-xlsx.ts'

/** What is written into one more column of a sheet. */
export interface Annotation {
  readonly sheet: string
  /** The place of the column, from 0: behind all that the rows hold. */
  readonly at: number
  /** The words for a row, as the sheet numbers it; empty where nothing is said. */
  readonly wordsOf: (row: number) => string
}

const letterOf = (at: number): string =>
  (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (words: string): string => words.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)

/** The beginning and the end of a row; a row without cells has no end of its own. */
const rowTag = /<(?<prefix>[A-Za-z]\w*:)?row(?<attributes>\s[^>]*?)?(?<alone>\/)?>|<\/(?<ends>[A-Za-z]\w*:)?row>/g

/** Writes a cell of words behind the cells of each row. A cell of words calculates nothing, whatever it begins with. */
async function* annotated(pieces: AsyncIterable<Buffer>, { at, wordsOf }: Annotation): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8')
  const column = letterOf(at)
  let row = 0
  let rest = ''
  const cell = (prefix: string): string => {
    const words = wordsOf(row)
    if (words === '') return ''
    const t = `<${prefix}t xml:space="preserve">${escaped(words)}</${prefix}t>`
    return `<${prefix}c r="${column}${row}" t="inlineStr"><${prefix}is>${t}</${prefix}is></${prefix}c>`
  }
  const rewritten = (text: string): string =>
    text.replace(rowTag, (tag: string, ...found: readonly unknown[]) => {
      const { prefix = '', attributes = '', alone, ends } = found.at(-1) as Record<string, string | undefined>
      if (tag.startsWith('</')) return `${cell(ends ?? '')}${tag}`
      row = Number(/\sr="(\d+)"/.exec(attributes)?.[1] ?? row + 1)
      // How wide the row is, is told by its cells from here on.
      const kept = attributes.replace(/\sspans="[^"]*"/, '')
      return alone ? `<${prefix}row${kept}>${cell(prefix)}</${prefix}row>` : `<${prefix}row${kept}>`
    })
  for await (const piece of pieces) {
    const text = rest + decoder.decode(piece, { stream: true })
    // A tag that is cut in two waits for its other half.
    const cut = text.lastIndexOf('<')
    const whole = cut >= 0 && text.indexOf('>', cut) < 0 ? text.slice(0, cut) : text
    rest = text.slice(whole.length)
    yield Buffer.from(rewritten(whole))
  }
  yield Buffer.from(rewritten(rest + decoder.decode()))
}

async function partOfSheet(office: OfficePackage, name: string): Promise<string> {
  const { sheets } = await openWorkbook(office)
  return sheets.find((sheet) => sheet.name === name)?.part ?? ''
}

async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** The same workbook with words in one more column of one sheet; every other part goes over as it is. */
export async function annotateSheet(bytes: Buffer, annotation: Annotation): Promise<Buffer> {
  const office = await openOffice(bytes)
  const part = await partOfSheet(office, annotation.sheet)
  const zip = new ZipFile()
  for (const name of office.parts.names) {
    if (name.endsWith('/')) continue
    const pieces = office.parts.read(name)
    zip.addReadStream(Readable.from(name === part ? annotated(pieces, annotation) : pieces), name)
  }
  zip.end()
  return bytesOf(zip.outputStream as unknown as AsyncIterable<unknown>)
}
