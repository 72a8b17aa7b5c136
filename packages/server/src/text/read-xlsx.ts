import {
  type ReportText,
  readNumberStyles,
  richText,
  type Sheet,
  type SheetSettings,
  sheetReader,
  sheetsText,
  textProblems,
  type XmlNode,
} from '@guatu/core/text'
import type { OfficePackage } from './office-package.ts'
import { Refusal } from './refusal.ts'
import { blocksOf, rootOf } from './xml-stream.ts'

const stringTable = new Set(['s:sst'])
const sheetParts = new Set(['s:worksheet', 's:sheetData', 's:mergeCells'])

const isShown = (sheet: XmlNode): boolean => (sheet.attributes.state ?? 'visible') === 'visible'

interface Workbook {
  /** The visible ones, in their order. */
  readonly sheets: readonly Sheet[]
  /** How many links lead out of the file. */
  readonly links: number
}

async function readWorkbook(
  { parts, mainPart, relationsOf }: OfficePackage,
  limits: Pick<SheetSettings, 'cellsMax'>,
): Promise<Workbook> {
  const relations = await relationsOf(mainPart)
  const partOf = (type: string) => relations.find((each) => each.type === type && parts.names.has(each.target))?.target

  const workbook = { sheets: [] as XmlNode[], is1904: false }
  for await (const node of blocksOf(parts.read(mainPart), mainPart, new Set(['s:workbook', 's:sheets']))) {
    if (node.name === 's:workbookPr') workbook.is1904 = ['1', 'true'].includes(node.attributes.date1904 ?? '')
    if (node.name === 's:sheet' && isShown(node)) workbook.sheets.push(node)
  }

  const strings: string[] = []
  const stringsPart = partOf('sharedStrings')
  if (stringsPart) {
    for await (const node of blocksOf(parts.read(stringsPart), stringsPart, stringTable)) {
      if (node.name === 's:si') strings.push(richText(node))
    }
  }
  const stylesPart = partOf('styles')
  const formats = readNumberStyles(stylesPart ? await rootOf(parts.read(stylesPart), stylesPart) : undefined)

  async function readSheet(name: string, part: string): Promise<Sheet> {
    const reader = sheetReader({ name, strings, formats, is1904: workbook.is1904, ...limits })
    for await (const node of blocksOf(parts.read(part), part, sheetParts)) {
      if (node.name === 's:row') reader.row(node)
      if (node.name === 's:mergeCell') reader.merge(node.attributes.ref ?? '')
    }
    const sheet = reader.finish()
    if (!sheet.ok) throw new Refusal(sheet.problem)
    return sheet.value
  }

  const sheets: Sheet[] = []
  for (const { attributes } of workbook.sheets) {
    const relation = relations.find((each) => each.id === attributes['r:id'])
    // A chart may fill a sheet of its own; it has no cells.
    if (relation?.type !== 'worksheet') continue
    if (!parts.names.has(relation.target)) throw new Refusal(textProblems('text.damaged', { part: relation.target }))
    sheets.push(await readSheet(attributes.name ?? '', relation.target))
  }
  const links = relations.filter((each) => each.isExternal || each.type === 'externalLink').length
  return { sheets, links }
}

/** Reads a .xlsx into a report whose tables are its visible sheets. */
export async function readXlsx(office: OfficePackage): Promise<ReportText> {
  const { sheets, links } = await readWorkbook(office, {})
  return { ...sheetsText(sheets), remarks: links > 0 ? [textProblems('text.external_link', { links })] : [] }
}

/** Reads the visible sheets of a .xlsx as they stand, none of them spanning more than so many cells. */
export const readXlsxSheets = async (office: OfficePackage, cellsMax: number): Promise<readonly Sheet[]> =>
  (await readWorkbook(office, { cellsMax })).sheets
