export { type DocxSettings, docxReader } from './docx/document.ts'
export * from './from-plain.ts'
export { reportFromPages } from './pdf/from-pages.ts'
export type { PdfPage, PlacedRun } from './pdf/pages.ts'
export { textProblems } from './problems.ts'
export * from './report-text.ts'
export {
  type CellSettings,
  ledgerRows,
  type Merge,
  mergeOf,
  type Place,
  richText,
  type Sheet,
  type SheetRow,
  type SheetSettings,
  sheetReader,
} from './xlsx/sheet.ts'
export { sheetsText } from './xlsx/sheets-text.ts'
export { mergeSpreader } from './xlsx/spread.ts'
export { type NumberStyles, readNumberStyles } from './xlsx/styles.ts'
export type { XmlNode } from './xml.ts'
