import {
  duties,
  dutyLabels,
  holdingKindLabels,
  listMark,
  type RosterPart,
  rosterHeadings,
  rosterRowsMax,
  rosterSheetNames,
  unitKindLabels,
  wholeLineLabel,
} from '@guatu/core/office'
import type { Instant } from '@guatu/core/shared'
import excel from '@protobi/exceljs'
import { paperHead } from '../platform/workbook.ts'

type Rows = Readonly<Record<RosterPart, readonly (readonly string[])[]>>

const noRows: Rows = { units: [], posts: [], people: [] }
const parts: readonly RosterPart[] = ['units', 'posts', 'people']

const dutyNames = duties.map((duty) => dutyLabels[duty].zh)

/** What each column takes, printed on the sheet 说明 and shown where the cursor stands in it. */
const says: Readonly<Record<RosterPart, readonly string[]>> = {
  units: [
    '单位的全称，全单位不重复',
    `${Object.values(unitKindLabels).join('、')}；不填是${unitKindLabels.department}`,
    '上级单位的名称；没有的留空',
  ],
  posts: [
    '「单位」表里的名称',
    '岗位的名称，同一单位里不重复',
    `一项或几项，用${listMark}隔开：${dutyNames.join(listMark)}`,
    `本单位以外还分管的单位，用${listMark}隔开；分管所有单位的填${wholeLineLabel}；没有的留空`,
  ],
  people: [
    '姓名',
    '登录用的账号：姓名、拼音或工号，全单位不重复；不用身份证号和手机号',
    '任职的岗位所在的单位',
    '「岗位」表里的名称；一个人有几个岗位的，写几行',
    `${Object.values(holdingKindLabels).join('或')}；不填是${holdingKindLabels.holder}`,
    '写作 2023-06-30；不填是导入当天',
    '写作 2023-06-30；长期任职的留空，离任的填最后一天',
  ],
}

const notes = [
  '填好「单位」「岗位」「人员」三张表，回到「人员导入」上传；先看预览，再导入。',
  '表名和第1行的表头不要改，不要合并单元格，不要写公式。',
  '只收姓名、账号和岗位：不要填身份证号、手机号，填了的行不收。',
  '改人：下载现有花名册，在里面改好再上传；没有写到的人不动，离任的填终止日期。',
  '岗位设立以后，职责和分管不再改；要变动的另设一个名称不同的岗位。',
]

type Book = InstanceType<typeof excel.Workbook>
type Page = ReturnType<Book['addWorksheet']>

/** The closed sets, and the columns whose cells name a row of another sheet. */
function choicesOf(part: RosterPart, heading: string): { readonly formula: string; readonly isClosed: boolean } | null {
  const list = (labels: Readonly<Record<string, string>>) => ({
    formula: `"${Object.values(labels).join(',')}"`,
    isClosed: true,
  })
  const column = (of: RosterPart, letter: string) => ({
    formula: `${rosterSheetNames[of]}!$${letter}$2:$${letter}$${rosterRowsMax[of] + 1}`,
    isClosed: false,
  })
  if (heading === '类型') return list(unitKindLabels)
  if (heading === '任职方式') return list(holdingKindLabels)
  if (heading === '上级单位' || heading === '单位') return column('units', 'A')
  return part === 'people' && heading === '岗位' ? column('posts', 'B') : null
}

function guide(page: Page, part: RosterPart, at: number): void {
  const heading = rosterHeadings[part][at] ?? ''
  const choices = choicesOf(part, heading)
  const letter = String.fromCharCode(65 + at)
  // The type of the library leaves out the collection that its own documentation names.
  const { dataValidations } = page as unknown as { dataValidations: { add(range: string, rule: object): void } }
  const prompt = { showInputMessage: true, promptTitle: heading, prompt: (says[part][at] ?? '').slice(0, 250) }
  const rule = choices
    ? { type: 'list', formulae: [choices.formula], showErrorMessage: choices.isClosed, allowBlank: true }
    : { type: 'textLength', operator: 'lessThan', formulae: [1000], allowBlank: true }
  dataValidations.add(`${letter}2:${letter}${rosterRowsMax[part] + 1}`, { ...rule, ...prompt })
}

function fill(book: Book, letterhead: string, part: RosterPart, rows: Rows): void {
  const page = book.addWorksheet(rosterSheetNames[part], {
    views: [{ state: 'frozen', ySplit: 1 }],
    // The first row is read back as the headings: here the letterhead is printed above the page only.
    headerFooter: paperHead(letterhead),
  })
  // Text everywhere: an account with zeros in front, or a day, stays as it was typed.
  page.columns = rosterHeadings[part].map((header) => ({ header, width: 20, style: { numFmt: '@' } }))
  page.getRow(1).font = { bold: true }
  for (const row of rows[part]) page.addRow([...row])
  for (const at of rosterHeadings[part].keys()) guide(page, part, at)
}

function explain(book: Book, letterhead: string): void {
  const page = book.addWorksheet('说明', { headerFooter: paperHead(letterhead) })
  page.columns = [{ width: 14 }, { width: 14 }, { width: 90 }]
  page.addRow([letterhead])
  for (const note of notes) page.addRow([note])
  page.addRow([])
  for (const part of parts)
    for (const [at, heading] of rosterHeadings[part].entries())
      page.addRow([rosterSheetNames[part], heading, says[part][at] ?? ''])
  page.getColumn(3).alignment = { wrapText: true, vertical: 'top' }
}

/** A roster as a workbook under the letterhead of its office: the template, or filled with the rows of an office. */
export async function rosterWorkbook(now: Instant, letterhead: string, rows: Rows = noRows): Promise<Buffer> {
  const book = new excel.Workbook()
  book.created = new Date(now)
  book.modified = new Date(now)
  for (const part of parts) fill(book, letterhead, part, rows)
  explain(book, letterhead)
  return Buffer.from(await book.xlsx.writeBuffer())
}
