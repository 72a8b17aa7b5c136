import {
  type CellSettings,
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
export const sheetParts = new Set(['s:worksheet', 's:sheetData', 's:mergeCells'])

const isShown = (sheet: XmlNode): boolean => (sheet.attributes.state ?? 'visible') === 'visible'

/** A workbook that is open: what its cells are read by, and where its visible sheets lie, in their order. */
export interface OpenWorkbook extends CellSettings {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  /** How many links lead out of the file. */
  readonly links: number
}

export async function openWorkbook({ parts, mainPart, relationsOf }: OfficePackage): Promise<OpenWorkbook> {
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

  const sheets: { name: string; part: string }[] = []
  for (const { attributes } of workbook.sheets) {
    const relation = relations.find((each) => each.id === attributes['r:id'])
    // A chart may fill a sheet of its own; it has no cells.
    if (relation?.type !== 'worksheet') continue
    if (!parts.names.has(relation.target)) throw new Refusal(textProblems('text.damaged', { part: relation.target }))
    sheets.push({ name: attributes.name ?? '', part: relation.target })
  }
  const links = relations.filter((each) => each.isExternal || each.type === 'externalLink').length
  return { strings, formats, is1904: workbook.is1904, sheets, links }
}

interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly links: number
}

async function readWorkbook(office: OfficePackage, limits: Pick<SheetSettings, 'cellsMax'>): Promise<Workbook> {
  const { sheets: places, links, ...settings } = await openWorkbook(office)
  const sheets: Sheet[] = []
  for (const { name, part } of places) {
    const reader = sheetReader({ name, ...settings, ...limits })
    for await (const node of blocksOf(office.parts.read(part), part, sheetParts)) {
      if (node.name === 's:row') reader.row(node)
      if (node.name === 's:mergeCell') reader.merge(node.attributes.ref ?? '')
    }
    const sheet = reader.finish()
    if (!sheet.ok) throw new Refusal(sheet.problem)
    sheets.push(sheet.value)
  }
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
