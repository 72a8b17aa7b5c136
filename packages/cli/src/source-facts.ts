import { type Day, isDay } from '@guatu/core/shared'
import type { ReportText } from '@guatu/core/text'

const dateLine = /^[（(]?\s*(20\d{2})年\s*(\d{1,2})月\s*(\d{1,2})日\s*[）)]?$/
const dateInName = /(20\d{2})(?:年|[-._])?(\d{1,2})(?:月|[-._])?(\d{1,2})(?!\d)/

function dayFrom(found: RegExpExecArray | null): Day | null {
  const [, year = '', month = '', date = ''] = found ?? []
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(text) ? text : null
}

/** The words of each line of a document. */
const linesOf = ({ text, lines }: ReportText) => lines.map(({ at }) => text.slice(at.start, at.end).trim())

/** The day a document is dated: a line that holds nothing but a date, else a date in the file's name, else null. */
export function datedOnIn(report: ReportText, fileName: string): Day | null {
  for (const line of linesOf(report)) {
    const day = dayFrom(dateLine.exec(line))
    if (day) return day
  }
  return dayFrom(dateInName.exec(fileName))
}

const titleMax = 120

/** The document's own heading: its first line, where its style says that it is one; else null. */
export function headingOf(report: ReportText): string | null {
  const first = linesOf(report).findIndex((line) => line !== '')
  const heading = report.lines[first]?.level ? linesOf(report)[first] : undefined
  return heading && heading.length <= titleMax ? heading : null
}
