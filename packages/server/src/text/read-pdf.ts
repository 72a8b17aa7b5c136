import { type PdfPage, type PlacedRun, type ReportText, reportFromPages, textProblems } from '@guatu/core/text'
import { getDocumentProxy } from 'unpdf'
import { pagesMax } from './limits.ts'
import { Refusal } from './refusal.ts'

type Document = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Document['getPage']>>
type Content = Awaited<ReturnType<Page['getTextContent']>>

/**
 * Stands where tables would come from that say which characters a font means that the file does not carry. It has none,
 * and remembers whether one was asked for. Shapes of letters are asked for as well; words are read without them.
 */
function noTables() {
  const seen = { asked: false }
  class BinaryDataFactory {
    fetch({ kind }: { kind: string }): Promise<never> {
      seen.asked ||= kind === 'cMapUrl'
      return Promise.reject(new Error('no tables for fonts'))
    }
  }
  return { BinaryDataFactory, seen }
}

async function open(bytes: Buffer, BinaryDataFactory: object): Promise<Document> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      BinaryDataFactory,
      // Nothing is fetched and nothing compiled on the way; errors are ours to tell.
      useWorkerFetch: false,
      useWasm: false,
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: 0,
    })
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    throw new Refusal(locked ? textProblems('text.encrypted', {}) : textProblems('text.pdf_damaged', {}))
  }
}

const runsOf = ({ items }: Content): PlacedRun[] =>
  items.flatMap((item) => {
    if (!('str' in item)) return []
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[]
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(a, b) }]
  })

async function pageOf(document: Document, number: number): Promise<PdfPage> {
  try {
    const page = await document.getPage(number)
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    const runs = runsOf(await page.getTextContent())
    page.cleanup()
    return { width: right - left, height: top - bottom, runs }
  } catch {
    throw new Refusal(textProblems('text.pdf_damaged', {}))
  }
}

const hasWords = ({ runs }: PdfPage): boolean => runs.some(({ text }) => text.trim() !== '')

// What a font without a table of its own characters leaves: places of private use, controls, and signs of no meaning.
const unknownLetter = /[\p{Co}\p{Cc}\uFFFD]/gu
const unknownPerThousandMax = 5

function refuseUnknownLetters(pages: readonly PdfPage[], isTableMissing: boolean): void {
  const words = pages.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')
  const unknown = words.match(unknownLetter)?.length ?? 0
  if (isTableMissing || unknown * 1000 > words.length * unknownPerThousandMax)
    throw new Refusal(textProblems('text.pdf_letters_unknown', {}))
}

function refuseWordless(pages: readonly PdfPage[], bytes: Buffer): void {
  if (pages.some(hasWords)) return
  // A picture is a stream, and the head of a stream is never packed: the plain bytes tell.
  const holdsPicture = /\/Subtype\s{0,9}\/Image/.test(bytes.toString('latin1'))
  throw new Refusal(holdsPicture ? textProblems('text.pdf_image_only', {}) : textProblems('text.no_words', {}))
}

const remarksOf = (pages: readonly PdfPage[]) => {
  const wordless = pages.flatMap((page, i) => (hasWords(page) ? [] : [i + 1]))
  return wordless.length === 0 ? [] : [textProblems('text.pdf_pages_without_words', { pages: wordless.join('、') })]
}

/** Reads the words of a PDF page by page. A scan, a locked or a broken file is refused: nothing is half read. */
export async function readPdf(bytes: Buffer): Promise<ReportText> {
  const { BinaryDataFactory, seen } = noTables()
  const document = await open(bytes, BinaryDataFactory)
  const { numPages } = document
  if (numPages === 0) throw new Refusal(textProblems('text.no_pages', {}))
  if (numPages > pagesMax) throw new Refusal(textProblems('text.pdf_pages', { pages: numPages, pagesMax }))
  const pages: PdfPage[] = []
  for (let number = 1; number <= numPages; number++) pages.push(await pageOf(document, number))
  refuseUnknownLetters(pages, seen.asked)
  refuseWordless(pages, bytes)
  return { ...reportFromPages(pages), remarks: remarksOf(pages) }
}
