import type { PdfPage, PlacedRun, PrintedLine } from './pages.ts'
import { foldRadicals } from './radicals.ts'
import { partsWords } from './spacing.ts'

/** Runs whose foot lines are nearer than this share of the type's size stand on one line. */
const sameLine = 0.4
/** A gap of this many characters parts two columns; a narrower one spreads a line. */
const columnGap = 2
/** A gap of this share of a character parts two words of letters. */
const wordGap = 0.15

function rowsOf(runs: readonly PlacedRun[]): PlacedRun[][] {
  const rows: PlacedRun[][] = []
  for (const run of runs.filter(({ text }) => text.trim() !== '').toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    const head = row?.[0]
    if (row && head && Math.abs(head.y - run.y) <= sameLine * Math.max(head.size, run.size)) row.push(run)
    else rows.push([run])
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x))
}

/** Blanks inside a run are kept only between words of letters. */
const tightened = (text: string): string =>
  text.replace(/[\s\u00A0\u3000]+/g, (_, at: number, all: string) => {
    const rest = all.slice(at).trimStart()
    return partsWords(all.charAt(at - 1), rest.charAt(0)) ? ' ' : ''
  })

function between(before: PlacedRun, after: PlacedRun): '' | ' ' | '\t' {
  const gap = after.x - before.x - before.width
  if (gap >= columnGap * after.size) return '\t'
  const isBlank = gap >= wordGap * after.size || /\s$/.test(before.text) || /^\s/.test(after.text)
  return isBlank && partsWords(before.text.trimEnd().at(-1) ?? '', after.text.trimStart().charAt(0)) ? ' ' : ''
}

function wordsOf(row: readonly PlacedRun[]): string {
  const words = row.map((run, i) => {
    const before = row[i - 1]
    return `${before ? between(before, run) : ''}${tightened(run.text)}`
  })
  return foldRadicals(words.join(''))
}

/** The lines of a page, from its top. */
export const printedLines = ({ runs }: PdfPage, page: number): PrintedLine[] =>
  rowsOf(runs).map((row, nth) => ({
    text: wordsOf(row),
    page,
    nth,
    left: row.reduce((least, run) => Math.min(least, run.x), Number.POSITIVE_INFINITY),
    right: row.reduce((most, run) => Math.max(most, run.x + run.width), Number.NEGATIVE_INFINITY),
    y: row[0]?.y ?? 0,
    size: row.reduce((most, run) => Math.max(most, run.size), 0),
  }))
