import type { Span } from '@guatu/core/shared'

/** A line of the report that holds something, with the task that begins on it. Offsets are those of the whole text. */
export interface Paragraph {
  readonly at: Span
  /** Key of the task the line belongs to; null outside every task. */
  readonly task: string | null
  /** The number to print in the margin: only on the line where the task begins. */
  readonly number: string | null
  readonly heading: boolean
}

interface TaskAt {
  readonly key: string
  readonly number: string | null
  readonly at: Span
}

// The printed number stands in the margin; longer words before a task are words like any other.
const numberLengthMax = 8

const touches = (line: Span, at: Span): boolean => at.start < line.end && line.start < at.end

/** The report line by line; blank lines are left out. `tasks` and `headings` in text order. */
export function paragraphsOf(text: string, tasks: readonly TaskAt[], headings: readonly Span[]): Paragraph[] {
  const found: Paragraph[] = []
  let next = 0
  for (const line of linesOf(text)) {
    while (next < tasks.length && (tasks[next]?.at.end ?? 0) <= line.start) next++
    const task = tasks[next]
    const inTask = task !== undefined && touches(line, task.at)
    const begins = inTask && task.at.start >= line.start
    const hidden = begins && task.number !== null && task.at.start - line.start <= numberLengthMax
    found.push({
      at: hidden ? { start: task.at.start, end: line.end } : line,
      task: inTask ? task.key : null,
      number: begins ? task.number : null,
      heading: headings.some((heading) => touches(line, heading)),
    })
  }
  return found
}

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop === -1 ? text.length : stop
    if (text.slice(start, end).trim() !== '') lines.push({ start, end })
    start = end + 1
  }
  return lines
}
