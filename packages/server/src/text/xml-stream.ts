import { textProblems, type XmlNode } from '@guatu/core/text'
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { depthMax } from './limits.ts'
import { Refusal } from './refusal.ts'

// The schemas of office files, each in its common and its strict edition, and the prefix our readers know them by.
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 's',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://www.w3.org/XML/1998/namespace': 'xml',
}

/** A name with the prefix our readers know; a name of another schema keeps a prefix that none of them asks for. */
const known = (uri: string, local: string): string => (uri === '' ? local : `${prefixes[uri] ?? '?'}:${local}`)

interface OpenNode extends XmlNode {
  readonly children: (XmlNode | string)[]
}

function nodeOf(tag: SaxesTagNS): OpenNode {
  const attributes: Record<string, string> = {}
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns') {
      attributes[known(attribute.uri, attribute.local)] = attribute.value
    }
  }
  return { name: known(tag.uri, tag.local), attributes, children: [] }
}

/** Text that only indents the file; inside elements that hold words it is words. */
const isIndent = (text: string, holder: string): boolean => !holder.endsWith(':t') && text.trim() === ''

/**
 * Parses one part and yields each element directly below an element named in `containers`, then lets go of it: a long
 * part is never held as a whole. Document types, and with them entities, are refused; nothing is ever fetched.
 */
export async function* blocksOf(
  pieces: AsyncIterable<Buffer>,
  part: string,
  containers: ReadonlySet<string>,
): AsyncGenerator<XmlNode> {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const open: OpenNode[] = []
  const ready: XmlNode[] = []

  const damaged = () => new Refusal(textProblems('text.damaged', { part }))
  parser.on('doctype', () => {
    throw new Refusal(textProblems('text.xml_doctype', {}))
  })
  parser.on('error', () => {
    throw damaged()
  })
  parser.on('opentag', (tag) => {
    if (open.length >= depthMax) throw damaged()
    const node = nodeOf(tag)
    const parent = open.at(-1)
    if (parent && !containers.has(parent.name)) parent.children.push(node)
    open.push(node)
  })
  const addText = (text: string) => {
    const holder = open.at(-1)
    if (holder && !containers.has(holder.name) && !isIndent(text, holder.name)) holder.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const node = open.pop()
    const parent = open.at(-1)
    if (node && (!parent || containers.has(parent.name))) ready.push(node)
  })

  for await (const text of decoded(pieces, damaged)) {
    parser.write(text)
    yield* ready.splice(0)
  }
  parser.close()
  yield* ready.splice(0)
}

async function* decoded(pieces: AsyncIterable<Buffer>, damaged: () => Refusal): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  try {
    for await (const piece of pieces) {
      const [first, second] = piece
      const encoding =
        first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
      decoder ??= new TextDecoder(encoding, { fatal: true })
      yield decoder.decode(piece, { stream: true })
    }
    yield decoder?.decode() ?? ''
  } catch (error) {
    throw error instanceof TypeError ? damaged() : error
  }
}

/** Parses a whole small part into its root element. */
export async function rootOf(pieces: AsyncIterable<Buffer>, part: string): Promise<XmlNode> {
  let root: XmlNode | undefined
  // To the end, not to the root's end: what is cut off or lies about its size shows only there.
  for await (const node of blocksOf(pieces, part, new Set())) root = node
  if (!root) throw new Refusal(textProblems('text.damaged', { part }))
  return root
}
