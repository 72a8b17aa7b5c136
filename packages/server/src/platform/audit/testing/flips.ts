import { checkLog, readLine } from '@guatu/core/audit'
import { suites } from '../suites.ts'
import { textLines } from '../text-lines.ts'
import { linesOf, logOf } from './sample-log.ts'

/** Whether anybody sees that the one record of a log is not as it was written. */
function isNoticed(opening: string, row: Uint8Array, closing: string): boolean {
  const [text = null, ...more] = textLines(Buffer.concat([row, Buffer.from('\n')]))
  // A line that is not written as ours is a finding by itself; only the others need the whole check.
  if (more.length > 0 || text === null || readLine(text) === null) return true
  return checkLog([opening, text, closing], { suites, keyOf: null, checkpoints: [] }).findings.length > 0
}

/** Flips the bits `pick` names of so many rows, one at a time, and counts how many were noticed. */
export function flipRows(rows: number, pick: (row: number, byte: number) => readonly number[]) {
  const counts = { flips: 0, noticed: 0, falseAlarms: 0 }
  for (let row = 0; row < rows; row += 1) {
    const [opening = '', line = '', closing = ''] = linesOf(logOf(1, { salt: `row ${row}` }))
    const bytes = Buffer.from(line)
    if (isNoticed(opening, bytes, closing)) counts.falseAlarms += 1
    for (const [at, byte] of bytes.entries())
      for (const bit of pick(row, at)) {
        bytes[at] = byte ^ (1 << bit)
        counts.flips += 1
        if (isNoticed(opening, bytes, closing)) counts.noticed += 1
        bytes[at] = byte
      }
  }
  return counts
}
