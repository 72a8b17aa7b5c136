/**
 * Cells copied out of a spreadsheet: tab between cells, line end between rows; a cell with a tab, a line end or a
 * quotation mark in it stands in quotation marks, with its own doubled. Blank rows are dropped.
 */
export function cellsOf(pasted: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (row.some((one) => one.trim() !== '')) rows.push(row)
    row = []
  }
  for (let i = 0; i < pasted.length; i++) {
    const c = pasted[i] ?? ''
    if (quoted) {
      if (c !== '"') cell += c
      else if (pasted[i + 1] === '"') cell += pasted[++i]
      else quoted = false
    } else if (c === '"' && cell === '' && closes(pasted, i)) quoted = true
    else if (c === '\t') endCell()
    else if (c === '\n') endRow()
    else if (c !== '\r') cell += c
  }
  endRow()
  return rows
}

/** Whether the quotation mark at `open` is closed at the end of a cell; else it is a mark like any other. */
function closes(pasted: string, open: number): boolean {
  for (let i = pasted.indexOf('"', open + 1); i !== -1; i = pasted.indexOf('"', i + 1)) {
    if (pasted[i + 1] === '"') i++
    else return i + 1 === pasted.length || /[\t\r\n]/.test(pasted[i + 1] ?? '')
  }
  return false
}

export interface PastedColumn {
  readonly id: string
  readonly label: { readonly zh: string; readonly en: string }
}

export interface Pasted {
  /** Values by column id, as text. */
  readonly rows: readonly Readonly<Record<string, string>>[]
  /** The column of each pasted cell by position; null for one that the register does not have. */
  readonly columns: readonly (string | null)[]
  /** Words of the pasted head that name no column. */
  readonly unknown: readonly string[]
  readonly headed: boolean
}

const plain = (words: string): string => words.replace(/[\s*＊]/g, '').replace(/[（(].*?[)）]$/, '')

/** Matches pasted cells with the columns: by the head where the first row is one, else in the register's own order. */
export function readPasted(pasted: string, columns: readonly PastedColumn[]): Pasted {
  const cells = cellsOf(pasted)
  const head = (cells[0] ?? []).map((words) => columnNamed(words, columns))
  const headed = head.filter((id) => id !== null).length >= 2
  const order = headed ? head : columns.map((column) => column.id)
  const unknown = headed ? (cells[0] ?? []).filter((words, i) => head[i] === null && words.trim() !== '') : []
  return { rows: cells.slice(headed ? 1 : 0).map((row) => byColumn(row, order)), columns: order, unknown, headed }
}

const columnNamed = (words: string, columns: readonly PastedColumn[]): string | null =>
  columns.find(({ id, label }) => [id, label.zh, label.en].some((name) => plain(name) === plain(words)))?.id ?? null

const byColumn = (row: readonly string[], order: readonly (string | null)[]): Record<string, string> =>
  Object.fromEntries(order.flatMap((id, i) => (id === null ? [] : [[id, (row[i] ?? '').trim()]])))

const quoted = (cell: string): string => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Rows as a spreadsheet would copy them, head first, so that they can be mended and pasted again. */
export const tsvOf = (rows: readonly Readonly<Record<string, string>>[], columns: readonly PastedColumn[]): string =>
  [columns.map(({ label }) => label.zh), ...rows.map((row) => columns.map(({ id }) => row[id] ?? ''))]
    .map((cells) => cells.map(quoted).join('\t'))
    .join('\n')
