import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ReportText } from '@guatu/core/text'
import Excel from '@protobi/exceljs'
import {
  Document,
  Footer,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { expect, test } from 'vitest'
import { fileBytesMax } from './limits.ts'
import { readFile } from './read-file.ts'
import { bodyOf, documentType, docxParts, frameOf, paragraphOf, workbookType } from './testing/office-of.ts'
import { pdfOf, printing, scanned, uncarriedFont } from './testing/pdf-of.ts'
import { type ZipPart, zipOf } from './testing/zip-of.ts'

async function read(bytes: Uint8Array, name: string): Promise<ReportText> {
  const report = await readFile(bytes, name)
  if (!report.ok) throw new Error(report.problem.code)
  return report.value
}

async function refusalOf(bytes: Uint8Array, name: string): Promise<string> {
  const report = await readFile(bytes, name)
  return report.ok ? `读成了：${report.value.text}` : report.problem.code
}

const body = bodyOf(paragraphOf('街道工作报告'))
const honest = zipOf(docxParts(body))
const withParts = (...parts: ZipPart[]) => zipOf([...docxParts(body), ...parts])

test('读 .docx：编号、表格、脚注、页脚各归各位', async () => {
  const numbered = (text: string, level: number) => new Paragraph({ text, numbering: { reference: 'list', level } })
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'list',
          levels: [
            { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
            { level: 1, format: LevelFormat.DECIMAL, text: '%2.' },
          ],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('注解')] } },
    sections: [
      {
        footers: { default: new Footer({ children: [new Paragraph('页脚')] }) },
        children: [
          numbered('重点工作', 0),
          new Paragraph({
            numbering: { reference: 'list', level: 1 },
            children: [new TextRun('新增'), new TextRun('12个'), new FootnoteReferenceRun(1)],
          }),
          new Table({
            rows: [
              new TableRow({
                tableHeader: true,
                children: ['序号', '任务'].map((text) => new TableCell({ children: [new Paragraph(text)] })),
              }),
              new TableRow({
                children: ['1', '招商'].map((text) => new TableCell({ children: [new Paragraph(text)] })),
              }),
            ],
          }),
          numbered('保障', 0),
        ],
      },
    ],
  })
  const report = await read(await Packer.toBuffer(document), '报告.docx')
  expect(report.text.split('\n')).toEqual(['一、重点工作', '1.新增12个', '序号\t任务', '1\t招商', '二、保障'])
  expect(report.lines.map((line) => line.kind)).toEqual(['listItem', 'listItem', 'tableRow', 'tableRow', 'listItem'])
  expect(report.tables.map((table) => table.headRows)).toEqual([1])
  expect(report.asides).toEqual([
    { kind: 'footer', lines: ['页脚'] },
    { kind: 'footnote', lines: ['注解'] },
  ])
})

test('读 .xlsx：日期、百分比、公式、合并、隐藏表', async () => {
  const book = new Excel.Workbook()
  const sheet = book.addWorksheet('分解表')
  sheet.addRow(['任务分解表'])
  sheet.addRow(['任务', '目标', '时限'])
  sheet.addRow(['造林', 0.85, new Date('2024-12-31T00:00:00Z')])
  sheet.addRow(['合计', { formula: 'SUM(1,2)', result: 3 }])
  sheet.mergeCells('A1:C1')
  sheet.getCell('B3').numFmt = '0%'
  sheet.getCell('C3').numFmt = 'yyyy"年"m"月"d"日"'
  sheet.getRow(3).hidden = true
  book.addWorksheet('底稿', { state: 'hidden' }).addRow(['不读'])
  const report = await read(new Uint8Array(await book.xlsx.writeBuffer()), '分解表.xlsx')
  expect(report.text.split('\n')).toEqual([
    '任务分解表\t\t',
    '任务\t目标\t时限',
    '造林\t85%\t2024年12月31日',
    '合计\t3\t',
  ])
  expect(report.tables[0]).toMatchObject({
    name: '分解表',
    grid: [['任务分解表', '任务分解表', '任务分解表'], {}, {}, {}],
  })
})

test('没有扩展名、扩展名大写、UTF-16 的部件都照读', async () => {
  const utf16 = zipOf(
    docxParts('').map((part) =>
      part.content === '' ? { ...part, content: Buffer.from(`\uFEFF${body}`, 'utf16le') } : part,
    ),
  )
  expect(await Promise.all([read(honest, '报告'), read(honest, '报告.DOCX'), read(utf16, '报告.docx')])).toMatchObject(
    Array.from({ length: 3 }, () => ({ text: '街道工作报告' })),
  )
})

const bomb = Buffer.alloc(30_000_000, 0x20)
const entity = '<!DOCTYPE x [<!ENTITY a "一"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
const outside = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
const onePage = pdfOf([{ drawing: printing('hello') }])
const locked = readFileSync(new URL('testing/locked.pdf', import.meta.url))

test.each<[string, string, Uint8Array, string]>([
  ['空文件', 'a.docx', Buffer.alloc(0), 'text.empty'],
  ['太大', 'a.docx', Buffer.alloc(fileBytesMax + 1), 'text.too_large'],
  ['没有字的文档', 'a.docx', zipOf(docxParts(bodyOf('<w:p/>'))), 'text.no_words'],
  ['截断', 'a.docx', honest.subarray(0, honest.length - 40), 'text.zip_truncated'],
  ['压缩炸弹', 'a.docx', withParts({ name: 'word/media/a.xml', content: bomb }), 'text.zip_ratio'],
  ['谎报大小', 'a.docx', zipOf(docxParts(body).map((part) => ({ ...part, declaredBytes: 50 }))), 'text.zip_size_lies'],
  ['校验和不符', 'a.docx', zipOf(docxParts(body).map((part) => ({ ...part, checksum: 1 }))), 'text.damaged'],
  ['往外爬的路径', 'a.docx', withParts({ name: '../a.txt', content: '爬' }), 'text.zip_path'],
  ['绝对路径', 'a.docx', withParts({ name: '/etc/a.txt', content: '爬' }), 'text.zip_path'],
  ['反斜杠路径', 'a.docx', withParts({ name: '..\\a.txt', content: '爬' }), 'text.zip_path'],
  ['同名部件', 'a.docx', withParts({ name: 'word/document.xml', content: body }), 'text.damaged'],
  [
    '部件成千上万',
    'a.docx',
    zipOf(Array.from({ length: 5001 }, (_, n) => ({ name: `${n}`, content: '' }))),
    'text.zip_entries',
  ],
  ['部件加了密', 'a.docx', withParts({ name: 'word/x.xml', content: '密', isEncrypted: true }), 'text.encrypted'],
  ['实体膨胀', 'a.docx', zipOf(docxParts(bodyOf(paragraphOf('&b;'), entity))), 'text.xml_doctype'],
  ['外部实体', 'a.docx', zipOf(docxParts(bodyOf(paragraphOf('&f;'), outside))), 'text.xml_doctype'],
  ['没声明的实体', 'a.docx', zipOf(docxParts(bodyOf(paragraphOf('&f;')))), 'text.damaged'],
  ['XML 断尾', 'a.docx', zipOf(docxParts(body.slice(0, -5))), 'text.damaged'],
  ['嵌套太深', 'a.docx', zipOf(docxParts(bodyOf('<w:p>'.repeat(9999)))), 'text.damaged'],
  [
    '不是 UTF-8',
    'a.docx',
    zipOf([...docxParts('').slice(0, 2), { name: 'word/document.xml', content: Buffer.from([0x3c, 0xff]) }]),
    'text.damaged',
  ],
  ['带宏', 'a.docx', withParts({ name: 'word/vbaProject.bin', content: '宏' }), 'text.macro'],
  ['普通压缩包', 'a.zip', zipOf([{ name: '报告.docx', content: honest }]), 'text.unknown_kind'],
  ['幻灯片', 'a.pptx', zipOf(frameOf('ppt/presentation.xml', 'application/x-presentationml')), 'text.unknown_kind'],
  ['主部件缺失', 'a.docx', zipOf(frameOf('word/document.xml', documentType)), 'text.unknown_kind'],
  [
    '表格叫文档',
    'a.docx',
    zipOf([...frameOf('xl/workbook.xml', workbookType), { name: 'xl/workbook.xml', content: '<a/>' }]),
    'text.type_mismatch',
  ],
  ['文本叫文档', 'a.docx', Buffer.from('街道工作报告'), 'text.type_mismatch'],
  ['文档叫文本', 'a.txt', honest, 'text.type_mismatch'],
  ['旧版文档', 'a.doc', ole, 'text.legacy_office'],
  ['加密文档', 'a.docx', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'text.encrypted'],
  ['富文本', 'a.rtf', Buffer.from('{\\rtf1 a}'), 'text.unknown_kind'],
  ['叫作 .xls 的网页', 'a.xls', Buffer.from('\uFEFF\r\n<html><table><tr><td>任务'), 'text.unknown_kind'],
  ['扫描的 PDF', 'a.pdf', pdfOf([scanned]), 'text.pdf_image_only'],
  ['空白的 PDF', 'a.pdf', pdfOf([{ drawing: '' }]), 'text.no_words'],
  ['没有页的 PDF', 'a.pdf', pdfOf([]), 'text.no_pages'],
  ['加密的 PDF', 'a.pdf', locked, 'text.encrypted'],
  ['断掉的 PDF', 'a.pdf', onePage.subarray(0, 120), 'text.pdf_damaged'],
  ['页数太多的 PDF', 'a.pdf', pdfOf(Array.from({ length: 501 }, () => scanned)), 'text.pdf_pages'],
  [
    '没带字体的 PDF',
    'a.pdf',
    pdfOf([{ font: uncarriedFont, drawing: 'BT /F 12 Tf 72 700 Td <BDD6B5C0> Tj ET' }]),
    'text.pdf_letters_unknown',
  ],
  ['PDF 叫文本', 'a.txt', onePage, 'text.type_mismatch'],
  ['随机字节', 'a.txt', randomBytes(4096), 'text.not_text'],
])('%s不收', async (_, name, bytes, code) => {
  expect(await refusalOf(bytes, name)).toBe(code)
})

test('PDF 压缩炸弹：内存有人看着，读到上限就停', async () => {
  const bomb = pdfOf([{ drawing: Buffer.alloc(200_000_000, ' ') }])
  const report = await readFile(bomb, 'a.pdf', { milliseconds: 60_000, megabytes: 128 })
  expect(report).toMatchObject({ ok: false, problem: { code: 'text.reading_took_too_much_memory' } })
})

test('有字的页读入，没有字的页说出是哪一页', async () => {
  const report = await read(pdfOf([{ drawing: printing('hello') }, scanned, { drawing: printing('world') }]), 'a.pdf')
  expect(report.text).toBe('hello world')
  expect(report.remarks?.map(({ code, facts }) => [code, facts])).toEqual([
    ['text.pdf_pages_without_words', { pages: '2' }],
  ])
  expect(report.origins.map(({ part }) => part)).toEqual(['page 1', 'page 3'])
})

const long = zipOf(docxParts(bodyOf(paragraphOf('全年完成投资15.4亿元。').repeat(30_000))))

test('读得太久就停，主程序照常', async () => {
  const report = await readFile(long, 'a.docx', { milliseconds: 20, megabytes: 128 })
  expect(report).toMatchObject({ ok: false, problem: { code: 'text.reading_took_too_long' } })
})

test('占内存太多就停，主程序照常；同样的内存，小文件读得完', async () => {
  const limits = { milliseconds: 60_000, megabytes: 16 }
  expect(await readFile(long, 'a.docx', limits)).toMatchObject({
    ok: false,
    problem: { code: 'text.reading_took_too_much_memory' },
  })
  expect(await readFile(honest, 'a.docx', limits)).toMatchObject({ ok: true })
})

test('给多少时间和内存写在规定里，同一份文件就读得完', async () => {
  expect((await read(long, 'a.docx')).lines.length).toBe(30_000)
})

test('每条拒收都有中文、英文和下一步', async () => {
  const report = await readFile(ole, '旧.doc')
  expect(report.ok ? null : report.problem).toMatchObject({
    says: { zh: expect.stringContaining('旧版'), en: expect.stringContaining('old') },
    next: { zh: expect.stringContaining('另存为 .docx'), en: expect.stringContaining('.docx') },
  })
})
