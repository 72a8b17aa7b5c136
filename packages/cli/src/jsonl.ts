import { cliProblems } from './problems.ts'
import { Stop } from './stop.ts'

/** A row of a register as a line gives it: text by column id. */
export type Row = Readonly<Record<string, string>>

function rowOf(line: string, number: number): Row {
  const refuse = (why: string) => new Stop(cliProblems('cli.line_unreadable', { line: number, why }))
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch {
    throw refuse('JSON')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw refuse('{…}')
  const cells = Object.entries(parsed).map(([column, cell]): [string, string] => {
    if (typeof cell === 'string') return [column, cell]
    if (typeof cell === 'boolean') return [column, cell ? '是' : '否']
    // A number keeps its own digits only while it is short; a long one has lost them before we see it.
    if (typeof cell === 'number' && String(cell).length <= 15 && Number.isFinite(cell)) return [column, String(cell)]
    throw refuse(`${column}: "…"`)
  })
  return Object.fromEntries(cells)
}

export interface NumberedRow {
  /** The line of the file, from 1. */
  readonly line: number
  readonly row: Row
}

/** Reads every line before anything is entered: one that cannot be read stops the command with nothing done. */
export const rowsOf = (text: string): NumberedRow[] =>
  text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line, at) => ({ line: at + 1, text: line.trim() }))
    .filter(({ text: content }) => content !== '')
    .map(({ line, text: content }) => ({ line, row: rowOf(content, line) }))
