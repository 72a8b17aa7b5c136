import { deflateSync } from 'node:zlib'

/** A font that the file does not carry, and one page's drawing orders, packed. */
export interface PdfPart {
  readonly font?: string
  readonly drawing: string | Buffer
  /** Further entries of the page's resources. */
  readonly resources?: string
}

const helvetica = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
/** Chinese in a font that is named but not carried, its characters coded by a table of the reader's own. */
export const uncarriedFont =
  '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>]>>'

const stream = (bytes: Buffer): Buffer => {
  const packed = deflateSync(bytes)
  return Buffer.concat([
    Buffer.from(`<</Length ${packed.length}/Filter/FlateDecode>>stream\n`),
    packed,
    Buffer.from('\nendstream'),
  ])
}

/** Builds a PDF by hand, object by object, with a true table of where each begins. */
export function pdfOf(pages: readonly PdfPart[]): Buffer {
  const kids = pages.map((_, i) => `${3 + i * 2} 0 R`).join(' ')
  const objects: Buffer[] = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from(`<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`),
    ...pages.flatMap(({ font = helvetica, drawing, resources = '' }, i) => [
      Buffer.from(
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${4 + i * 2} 0 R/Resources<</Font<</F ${font}>>${resources}>>>>`,
      ),
      stream(Buffer.from(drawing)),
    ]),
  ]
  const pieces = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let length = pieces[0]?.length ?? 0
  for (const [i, object] of objects.entries()) {
    const piece = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    offsets.push(length)
    pieces.push(piece)
    length += piece.length
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  const tail = `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF`
  return Buffer.concat([...pieces, Buffer.from(tail)])
}

/** Drawing orders that print these words, one a line from the top of the page. */
export const printing = (...lines: readonly string[]): string =>
  lines.map((words, i) => `BT /F 12 Tf 72 ${760 - i * 20} Td (${words}) Tj ET`).join('\n')

/** A picture that fills the page, and nothing else. */
export const scanned: PdfPart = {
  drawing: 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q',
  resources: '/XObject<</I<</Type/XObject/Subtype/Image>>>>',
}
