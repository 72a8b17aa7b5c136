/** What a column of a 任务分解表 holds. */
export type ColumnRole =
  | 'serial'
  | 'category'
  | 'task'
  | 'goal'
  | 'value'
  | 'unit'
  | 'leader'
  | 'lead'
  | 'answer'
  | 'support'
  | 'deadline'
  | 'past'
  | 'note'

export interface Column {
  readonly role: ColumnRole | null
  /** The words at its head, of both rows where the head has two. */
  readonly head: string
}

/** The first that fits decides, so the narrower names come first. */
const names: readonly (readonly [ColumnRole, RegExp])[] = [
  ['serial', /^(?:序号?|编号|序列|项次|No\.?)$/i],
  ['note', /^(?:备注|说明|附注|备 ?注.*|联系人|联系电话|联系方式|联络员)$/],
  ['past', /(?:上年|去年|完成情况|完成数|进展|实绩|实际|现状|基数|已完成)/],
  ['deadline', /(?:时限|期限|完成时间|时间节点|完成日期|时间要求|时间安排|计划完成|起止时间|办结时间)/],
  ['leader', /(?:领导|责任人|负责人|牵头人|领办人)/],
  ['support', /^(?:配合|协办|协助|协同|参与|参加|支持)|责任[/／]配合|配合单位|协办单位/],
  ['lead', /牵头|主责|主办|承办|主管部门|主管单位|第一责任/],
  ['answer', /责任(?:单位|部门|科室|主体|分工)?$|落实单位|实施单位|实施主体|建设单位|执行单位/],
  ['unit', /^(?:计量单位|单位)$/],
  ['value', /^(?:年度)?(?:目标值|指标值|目标数|计划数|任务数|数值|年度目标值)(?:[（(].*[)）])?$/],
  ['category', /类别|分类|领域|板块|^方面$|工作方面|大类|项目类型/],
  ['goal', /目标|指标|内容及|主要内容|建设内容|规模|工作内容|具体内容|工作要求|任务要求|措施|举措|标准|成果/],
  ['task', /任务|事项|项目|工作|实事|名称|内容/],
]

const headMax = 16

/** 责任单位（第一位为牵头单位） holds all who answer. */
const sayingWhoLeads = /[（(][^（()）]{0,4}(?:第一|首)[^（()）]{1,12}[)）]$/

/** What a head cell says its column holds, null where it says nothing we know. */
export function roleOf(head: string): ColumnRole | null {
  const words = head.replace(/[\s\u3000]/g, '').replace(sayingWhoLeads, '')
  if (words === '' || words.length > headMax || /[。；;]/.test(words)) return null
  return names.find(([, form]) => form.test(words))?.[0] ?? null
}

/** The head of a table: its columns, and the rows it takes. Null where no row looks like a head. */
export interface Head {
  readonly first: number
  readonly last: number
  readonly columns: readonly Column[]
}

/** How far down a head is looked for: titles and the maker's line stand above it. */
const headRowMax = 12
const rolesMin = 2

export function headOf(grid: readonly (readonly string[])[]): Head | null {
  for (let row = 0; row < Math.min(grid.length, headRowMax); row++) {
    const rows = headRowsAt(grid, row, (head) => roleOf(head))
    if (!rows) continue
    const columns = columnsOf(rows.words)
    if (!columns.some(({ role }) => role === 'task' || role === 'goal')) continue
    return { first: row, last: rows.last, columns }
  }
  return null
}

/** What a head cell says its column holds, in whatever terms; null where it says nothing known. */
export type HeadKnown = (head: string) => string | null

/** What stands at the head of one column: its own words, and those above them that it shares with others. */
export interface HeadWords {
  readonly own: string
  readonly above: string
}

/**
 * The head that begins at a row, of one row or of two, merged words repeated in every place they cover; null where that
 * row is no head.
 */
export function headRowsAt(
  grid: readonly (readonly string[])[],
  row: number,
  known: HeadKnown,
): { readonly last: number; readonly words: readonly HeadWords[] } | null {
  const upper = grid[row]
  if (!upper || !isHeadRow(upper, known)) return null
  const lower = grid[row + 1]
  const two = lower !== undefined && completesHead(upper, lower, known)
  return { last: two ? row + 1 : row, words: headWords(upper, two ? lower : null) }
}

function isHeadRow(cells: readonly string[], known: HeadKnown): boolean {
  const said = cells.filter((cell) => cell.trim() !== '')
  const roles = new Set(said.map(known).filter((role) => role !== null))
  return (
    roles.size >= rolesMin &&
    said.every((cell) => cell.replace(/\s/g, '').length <= headMax + 4) &&
    new Set(said).size > 1
  )
}

/** A second head row names parts of what the first one names in common; its first cell is no number. */
function completesHead(upper: readonly string[], lower: readonly string[], known: HeadKnown): boolean {
  const parts = lower.filter((cell, i) => cell.trim() !== '' && cell !== upper[i])
  if (parts.length === 0)
    return lower.some((cell) => cell.trim() !== '') && lower.every((cell, i) => cell === upper[i] || cell.trim() === '')
  return (
    parts.length >= 2 &&
    parts.every((cell) => known(cell) !== null || (cell.length <= 8 && !/\d/.test(cell))) &&
    parts.some((cell) => known(cell) !== null) &&
    !/^\d/.test(lower[0] ?? '')
  )
}

function headWords(upper: readonly string[], lower: readonly string[] | null): HeadWords[] {
  let above = ''
  return upper.map((cell, i): HeadWords => {
    if (cell.trim() !== '') above = cell.trim()
    const below = lower?.[i]?.trim() ?? ''
    const own = below !== '' && below !== cell.trim() ? below : cell.trim() || (lower ? above : '')
    return { own, above: own === above || cell.trim() === own ? '' : above }
  })
}

const columnsOf = (words: readonly HeadWords[]): Column[] =>
  withTask(
    withAnswer(words.map(({ own, above }) => ({ role: roleOf(own) ?? roleOf(above || own), head: `${above}${own}` }))),
  )

/** 单位 is what a figure is measured in where figures have a column; where nobody else is named it is who answers. */
function withAnswer(columns: readonly Column[]): Column[] {
  const has = (...roles: ColumnRole[]): boolean => columns.some(({ role }) => role !== null && roles.includes(role))
  if (has('value') || has('lead', 'answer')) return [...columns]
  return columns.map((column) => (column.role === 'unit' ? { ...column, role: 'answer' } : column))
}

/** Where no column is named as the task, the first that names a goal holds it. */
function withTask(columns: readonly Column[]): Column[] {
  if (columns.some(({ role }) => role === 'task')) return [...columns]
  const first = columns.findIndex(({ role }) => role === 'goal')
  return columns.map((column, i) => (i === first ? { ...column, role: 'task' } : column))
}
