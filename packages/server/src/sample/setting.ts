import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { areaFrom, type Register } from '@guatu/core/fact'
import type { PlanVersion } from '@guatu/core/plan'
import { type Day, day, type Instant, instant } from '@guatu/core/shared'
import { addArea } from '../fact/index.ts'
import { addDecision, addSource, adoptSource, type ReadPaper, underReview } from '../plan/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { seatsOf } from '../platform/seat.ts'
import { inPrintedUnit } from '../signal/index.ts'

export interface SampleNeeds {
  readonly db: Database
  readonly clock: Clock
  /** All of them; the first takes the year's progress. */
  readonly registers: readonly [Register, ...Register[]]
  readonly readPaper: ReadPaper
}

/**
 * What the sample office did in its year: the quantity of each month in the unit the report prints. A target is found
 * by the number of its task and its figure.
 */
export interface SampleYear {
  readonly office: string
  readonly year: number
  readonly today: string
  readonly adoptedOn: string
  readonly report: string
  readonly title: string
  /** Invented like all else: west, south, east, north. */
  readonly boundary: string
  readonly units: readonly string[]
  readonly progress: readonly {
    readonly task: string
    readonly value: string
    readonly unit: string
    readonly monthly: readonly string[]
  }[]
}

export const examples = (file: string) => fileURLToPath(new URL(`../../../../examples/${file}`, import.meta.url))
export const noon = (on: Day): Instant => instant(`${on}T04:00:00.000Z`)

export const sampleYear = (): SampleYear => JSON.parse(readFileSync(examples('sample-2023.json'), 'utf8')) as SampleYear

export interface Cast {
  readonly officeId: string
  readonly supervisor: string
  readonly handler: string
  readonly head: string
}

export async function castOf(tx: Tx, officeId: string, today: Day): Promise<Cast> {
  const people = await seatsOf(tx, officeId, today)
  const holding = (duty: string) => people.find((person) => person.duties[0] === duty)?.officerId ?? ''
  return { officeId, supervisor: holding('supervisor'), handler: holding('handler'), head: holding('unitHead') }
}

export async function adoptReport(tx: Tx, cast: Cast, year: SampleYear, needs: SampleNeeds): Promise<void> {
  const bytes = readFileSync(examples(year.report))
  const paper = await needs.readPaper(bytes, year.report)
  if (!paper.ok) throw new Error(`the sample's report cannot be read: ${paper.problem.says.en}`)
  const id = newId()
  const receivedAt = noon(day(year.adoptedOn))
  await addSource(tx, cast.officeId, {
    id,
    year: year.year,
    kind: 'report',
    title: year.title,
    series: '',
    datedOn: day(year.adoptedOn),
    fileName: year.report,
    fileSha256: createHash('sha256').update(bytes).digest('hex'),
    fileBytes: bytes,
    ...paper.value,
    receivedAt,
    receivedBy: cast.supervisor,
  })
  const by = { officeId: cast.officeId, officerId: cast.supervisor, now: receivedAt }
  await addDecision(tx, cast.officeId, id, 1, { do: 'confirmSure' }, { officerId: by.officerId, at: receivedAt })
  const under = await underReview(tx, cast.officeId, id)
  if (!under?.ok) throw new Error('the sample has lost its report')
  const adopted = await adoptSource(tx, by, under.value, {
    adoptedOn: day(year.adoptedOn),
    paperNumber: '',
    withOpen: true,
  })
  if (!adopted.ok) throw new Error(adopted.problem.says.en)
}

interface TargetNamed {
  readonly task: string
  readonly value: string
  /** Where a task has two targets of one figure. */
  readonly code?: string | undefined
}

/** The target of a plan that is meant by the number of its task and the figure that its report prints. */
export function targetOf({ task, value, code }: TargetNamed, plan: PlanVersion) {
  const targets = plan.tasks.find(({ number }) => number === task)?.targets ?? []
  const found = targets.find(
    (one) =>
      one.words &&
      inPrintedUnit(one.words.value, one.words.printedUnit) === value &&
      (code === undefined || one.code === code),
  )
  if (!found) throw new Error(`the sample names ${value} of task ${task}, which its report does not promise`)
  return found
}

const marginM = 500

export async function drawBoundary(
  tx: Tx,
  { officeId, supervisor }: Cast,
  { boundary, adoptedOn }: SampleYear,
): Promise<void> {
  const ring = areaFrom(boundary)
  if (!ring.ok) throw new Error(`the sample's boundary cannot be read: ${ring.problem.says.en}`)
  const drawn = { seq: 1, ring: ring.value, marginM, source: '示例', byOfficer: supervisor, at: noon(day(adoptedOn)) }
  await addArea(tx, officeId, null, drawn)
}
