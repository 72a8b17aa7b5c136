import type { PlanReading } from '@guatu/core/plan'
import type { Result } from '@guatu/core/shared'
import type { ReportText } from '@guatu/core/text'
import { limitsFor, readInWorker } from '../text/index.ts'

/** The words of a paper, and the plan read out of them. */
export interface PaperRead {
  readonly report: ReportText
  readonly reading: PlanReading
}

export type ReadPaper = (bytes: Uint8Array, name: string) => Promise<Result<PaperRead>>

/** The door for papers: `readFile` and the reading of its words as a plan, in one worker and under the same limits. */
export const readPaper = (bytes: Uint8Array, name: string, limits = limitsFor(bytes.length)) =>
  readInWorker<PaperRead>(new URL('./reading-worker.ts', import.meta.url), { bytes, name }, limits)

/** Reads the words of a paper that is kept as a plan, in a worker under the same limits as one that comes in. */
export function readAgain(report: ReportText): Promise<Result<PlanReading>> {
  const bytes = Buffer.from(JSON.stringify(report))
  const worker = new URL('./read-again-worker.ts', import.meta.url)
  return readInWorker<PlanReading>(worker, { bytes, name: '' }, limitsFor(bytes.length))
}
