import { accept, type Result, reject } from '@guatu/core/shared'
import { type ReportText, reportFromPlain, type Sheet, type SheetRow, textProblems } from '@guatu/core/text'
import { decodeText } from './decode-text.ts'
import { charactersMax } from './limits.ts'
import { type OfficePackage, openOffice } from './office-package.ts'
import { readDocx } from './read-docx.ts'
import { type LedgerRead, readLedger } from './read-ledger.ts'
import { readPdf } from './read-pdf.ts'
import { readXlsx, readXlsxSheets } from './read-xlsx.ts'
import { Refusal } from './refusal.ts'
import { type Container, containerOf, refuseMismatch, refuseOle } from './sniff.ts'

async function readOffice(bytes: Buffer, name: string): Promise<ReportText> {
  const office = await openOffice(bytes)
  refuseMismatch(name, office.kind)
  return office.kind === '.docx' ? readDocx(office) : readXlsx(office)
}

function readText(bytes: Buffer, name: string): ReportText {
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new Refusal(decoded.problem)
  refuseMismatch(name, '.txt')
  // A page break between two lines ends the upper one; it is one character, as a line end is.
  const text = decoded.value.text.replaceAll('\f', '\n')
  return { ...reportFromPlain(text), encoding: decoded.value.encoding }
}

async function readPages(bytes: Buffer, name: string): Promise<ReportText> {
  refuseMismatch(name, '.pdf')
  return readPdf(bytes)
}

const readerOf: Readonly<
  Partial<Record<Container, (bytes: Buffer, name: string) => ReportText | Promise<ReportText>>>
> = { zip: readOffice, pdf: readPages, text: readText, ole: refuseOle }

function containerIn(bytes: Buffer): Container {
  if (bytes.length === 0) throw new Refusal(textProblems('text.empty', {}))
  return containerOf(bytes)
}

async function read(bytes: Buffer, name: string): Promise<ReportText> {
  const reader = readerOf[containerIn(bytes)]
  if (!reader) throw new Refusal(textProblems('text.unknown_kind', {}))
  const report = await reader(bytes, name)
  if (report.lines.length === 0) throw new Refusal(textProblems('text.no_words', {}))
  const characters = report.text.length
  if (characters > charactersMax)
    throw new Refusal(textProblems('text.too_many_characters', { characters, charactersMax }))
  return report
}

/**
 * Reads a received file by what it is, not by what it is called. Runs where limits hold, in the reading worker: call
 * `readFile` instead. A file is read to its end or refused; what no rule of ours foresaw is refused as well.
 */
export const readReceived = (bytes: Buffer, name: string): Promise<Result<ReportText>> =>
  orRefused(() => read(bytes, name))

async function openWorkbookFile(bytes: Buffer, name: string): Promise<OfficePackage> {
  const container = containerIn(bytes)
  if (container === 'ole') refuseOle(bytes)
  if (container !== 'zip') throw new Refusal(textProblems('text.no_workbook', {}))
  const office = await openOffice(bytes)
  refuseMismatch(name, office.kind)
  if (office.kind !== '.xlsx') throw new Refusal(textProblems('text.no_workbook', {}))
  return office
}

const readWorkbook = async (bytes: Buffer, name: string, cellsMax: number): Promise<readonly Sheet[]> =>
  readXlsxSheets(await openWorkbookFile(bytes, name), cellsMax)

/** Reads a received ledger, its rows handed on some at a time: call `readLedgerFile` instead. */
export const readReceivedLedger = (
  bytes: Buffer,
  name: string,
  sheet: string | null,
  take: (rows: readonly SheetRow[]) => Promise<void>,
): Promise<Result<LedgerRead>> => orRefused(async () => readLedger(await openWorkbookFile(bytes, name), sheet, take))

/** Reads a received .xlsx sheet by sheet, as `readReceived` reads a report: call `readSheets` instead. */
export const readReceivedSheets = (bytes: Buffer, name: string, cellsMax: number): Promise<Result<readonly Sheet[]>> =>
  orRefused(() => readWorkbook(bytes, name, cellsMax))

async function orRefused<T>(reading: () => Promise<T>): Promise<Result<T>> {
  try {
    return accept(await reading())
  } catch (error) {
    return reject(error instanceof Refusal ? error.problem : textProblems('text.unreadable', {}))
  }
}
