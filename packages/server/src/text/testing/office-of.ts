import type { ZipPart } from './zip-of.ts'

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const wordSchema = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const openXml = 'application/vnd.openxmlformats-officedocument'

export const documentType = `${openXml}.wordprocessingml.document.main+xml`
export const workbookType = `${openXml}.spreadsheetml.sheet.main+xml`

/** The parts every office file has: the list of content types, and the one that names the main part. */
export const frameOf = (mainPart: string, contentType: string): ZipPart[] => [
  {
    name: '[Content_Types].xml',
    content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${mainPart}" ContentType="${contentType}"/></Types>`,
  },
  {
    name: '_rels/.rels',
    content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="${mainPart}"/></Relationships>`,
  },
]

export const bodyOf = (blocks: string, prologue = ''): string =>
  `${prologue}<w:document xmlns:w="${wordSchema}"><w:body>${blocks}</w:body></w:document>`

export const paragraphOf = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`

/** A small .docx whose document part holds this XML. */
export const docxParts = (document: string): ZipPart[] => [
  ...frameOf('word/document.xml', documentType),
  { name: 'word/document.xml', content: document },
]
