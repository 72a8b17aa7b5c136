import { docxReader, type ReportText, textProblems, type XmlNode } from '@guatu/core/text'
import type { OfficePackage, Relation } from './office-package.ts'
import { blocksOf, rootOf } from './xml-stream.ts'

const body = new Set(['w:document', 'w:body'])

/** Headers and footers in the order in which the sections of the document name them. */
function marginsNamedBy(section: XmlNode, relations: readonly Relation[]) {
  return section.children
    .filter((each): each is XmlNode => typeof each !== 'string')
    .filter((each) => each.name === 'w:headerReference' || each.name === 'w:footerReference')
    .map((each) => relations.find((relation) => relation.id === each.attributes['r:id']))
    .filter((relation) => relation !== undefined)
}

const sectionsIn = (node: XmlNode): XmlNode[] =>
  node.name === 'w:sectPr'
    ? [node]
    : node.children
        .filter((each): each is XmlNode => typeof each !== 'string' && each.name === 'w:pPr')
        .flatMap(sectionsOfProperties)

const sectionsOfProperties = (properties: XmlNode): XmlNode[] =>
  properties.children.filter((each): each is XmlNode => typeof each !== 'string' && each.name === 'w:sectPr')

/** Reads a .docx into a report. The order is its own: settings, body, then what stands beside the body. */
export async function readDocx({ parts, mainPart, relationsOf }: OfficePackage): Promise<ReportText> {
  const relations = await relationsOf(mainPart)
  const partOf = (type: string) =>
    relations.find((each) => each.type === type && !each.isExternal && parts.names.has(each.target))?.target
  const rootOfType = async (type: string): Promise<XmlNode | undefined> => {
    const part = partOf(type)
    return part === undefined ? undefined : rootOf(parts.read(part), part)
  }

  const reader = docxReader({ styles: await rootOfType('styles'), numbering: await rootOfType('numbering') })
  const margins = new Map<string, 'header' | 'footer'>()
  for await (const node of blocksOf(parts.read(mainPart), mainPart, body)) {
    if (node.name !== 'w:document' && node.name !== 'w:body') reader.block(node)
    for (const section of sectionsIn(node)) {
      for (const { target, type } of marginsNamedBy(section, relations)) {
        if (parts.names.has(target)) margins.set(target, type === 'header' ? 'header' : 'footer')
      }
    }
  }
  for (const [part, kind] of margins) reader.margin(kind, await rootOf(parts.read(part), part))
  for (const kind of ['footnote', 'endnote', 'comment'] as const) {
    const root = await rootOfType(`${kind}s`)
    if (root) reader.notes(kind, root)
  }
  const links = relations.filter((each) => each.isExternal).length
  const characters = reader.hiddenCharacters()
  const remarks = [
    ...(links > 0 ? [textProblems('text.external_link', { links })] : []),
    ...(characters > 0 ? [textProblems('text.hidden_words', { characters })] : []),
  ]
  return { ...reader.finish(), remarks }
}
