import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { areaFrom, type Register, type RowText } from '@guatu/core/fact'
import type { PlanVersion } from '@guatu/core/plan'
import { addDays, type Day, day, dayOf, type Instant, instant } from '@guatu/core/shared'
import { addArea, feedablesOf, recordDrafts, recordEntries, verifyEntries } from './fact/index.ts'
import { makeOffice } from './office/index.ts'
import { addDecision, addSource, adoptSource, planAsOf, type ReadPaper, underReview } from './plan/index.ts'
import type { Clock } from './platform/clock.ts'
import type { Database, Tx } from './platform/db.ts'
import { newId } from './platform/ids.ts'
import { seatsOf } from './platform/seat.ts'
import { inPrintedUnit } from './signal/index.ts'

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
interface SampleYear {
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

const examples = (file: string) => fileURLToPath(new URL(`../../../examples/${file}`, import.meta.url))
const noon = (on: Day): Instant => instant(`${on}T04:00:00.000Z`)

const sampleYear = (): SampleYear => JSON.parse(readFileSync(examples('sample-2023.json'), 'utf8')) as SampleYear

/** A row of some register, as it was entered that day; a verified one was verified three days later. */
interface SampleRow {
  readonly register: string
  readonly status?: string
  readonly enteredOn: string
  readonly verified?: true
  readonly values: RowText
}

const sampleRows = (): readonly SampleRow[] =>
  (JSON.parse(readFileSync(examples('sample-rows-2023.json'), 'utf8')) as { rows: readonly SampleRow[] }).rows

interface Cast {
  readonly officeId: string
  readonly supervisor: string
  readonly handler: string
  readonly head: string
}

async function castOf(tx: Tx, officeId: string, today: Day): Promise<Cast> {
  const people = await seatsOf(tx, officeId, today)
  const holding = (duty: string) => people.find((person) => person.duties[0] === duty)?.officerId ?? ''
  return { officeId, supervisor: holding('supervisor'), handler: holding('handler'), head: holding('unitHead') }
}

async function adoptReport(tx: Tx, cast: Cast, year: SampleYear, needs: SampleNeeds): Promise<void> {
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

interface Deed {
  readonly on: Day
  readonly row: Readonly<Record<string, string>>
}

type Progress = SampleYear['progress'][number]

function codeOf({ task, value }: Progress, plan: PlanVersion): string {
  const targets = plan.tasks.find(({ number }) => number === task)?.targets ?? []
  const found = targets.find(({ words }) => words && inPrintedUnit(words.value, words.printedUnit) === value)
  if (!found) throw new Error(`the sample names ${value} of task ${task}, which its report does not promise`)
  return found.code
}

// Each month's quantity is one row: dated in the month, entered two days later, verified after three more.
const deedsOf = ({ year, progress, today }: SampleYear, plan: PlanVersion): Deed[] =>
  progress
    .flatMap((told) =>
      told.monthly.map((quantity, i): Deed => {
        const on = day(`${year}-${String(i + 1).padStart(2, '0')}-${i % 2 ? '18' : '21'}`)
        const note = `示例：${i + 1}月合计`
        return { on, row: { on, target: codeOf(told, plan), unit: told.unit, quantity, note, paper: '' } }
      }),
    )
    .filter(({ on, row }) => row.quantity !== '0' && addDays(on, 5) < day(today))
    .sort((a, b) => (a.on < b.on ? -1 : 1))

async function recordYear(tx: Tx, cast: Cast, year: SampleYear, register: Register): Promise<void> {
  const adopted = await planAsOf(tx, cast.officeId, year.year, noon(day(year.today)))
  if (!adopted) throw new Error('the sample has lost its plan')
  const targets = feedablesOf(adopted.plan, year.year)
  for (const [on, deeds] of Map.groupBy(deedsOf(year, adopted.plan), (deed) => deed.on)) {
    const entered = noon(addDays(on, 2))
    const writer = { officeId: cast.officeId, officerId: cast.handler, now: entered, today: dayOf(entered) }
    const rows = deeds.map(({ row }) => row)
    const { entries, refused } = await recordEntries(tx, writer, register, rows, targets)
    if (refused[0]) throw new Error(`sample row ${refused[0].row} of ${on}: ${refused[0].problem.says.en}`)
    const verified = noon(addDays(on, 5))
    await verifyEntries(tx, { ...writer, officerId: cast.head, now: verified, today: dayOf(verified) }, '', entries)
  }
}

/** Enters some rows of every register that a newcomer looks into first, in the order of the year. */
async function recordRows(tx: Tx, cast: Cast, registers: readonly Register[]): Promise<void> {
  for (const { register: id, status = null, enteredOn, verified, values } of sampleRows()) {
    const register = registers.find((one) => one.id === id)
    if (!register) throw new Error(`the sample has rows of the register ${id}, which is not declared`)
    const now = noon(day(enteredOn))
    const writer = { officeId: cast.officeId, officerId: cast.handler, now, today: dayOf(now) }
    const { entries, refused } = await recordDrafts(tx, writer, register, [{ text: values, status }], [], { registers })
    if (refused[0]) throw new Error(`sample row of ${id} on ${enteredOn}: ${refused[0].problem.says.zh}`)
    const later = noon(addDays(day(enteredOn), 3))
    if (verified)
      await verifyEntries(tx, { ...writer, officerId: cast.head, now: later, today: dayOf(later) }, '', entries)
  }
}

const marginM = 500

async function drawBoundary(
  tx: Tx,
  { officeId, supervisor }: Cast,
  { boundary, adoptedOn }: SampleYear,
): Promise<void> {
  const ring = areaFrom(boundary)
  if (!ring.ok) throw new Error(`the sample's boundary cannot be read: ${ring.problem.says.en}`)
  const drawn = { seq: 1, ring: ring.value, marginM, source: '示例', byOfficer: supervisor, at: noon(day(adoptedOn)) }
  await addArea(tx, officeId, null, drawn)
}

/** Makes the sample office under an id: its report adopted, its year so far entered and verified. Repeatable. */
export async function makeSample(needs: SampleNeeds, id: string): Promise<string> {
  const year = sampleYear()
  const office = { name: year.office, units: year.units, sampleToday: year.today }
  const isNew = await makeOffice(needs.db, id, office, { route: 'POST /api/sample/reset', at: needs.clock.now() })
  if (!isNew) return id
  await needs.db.inOffice(id, async (tx) => {
    const cast = await castOf(tx, id, day(year.today))
    await adoptReport(tx, cast, year, needs)
    await drawBoundary(tx, cast, year)
    await recordYear(tx, cast, year, needs.registers[0])
    await recordRows(tx, cast, needs.registers)
  })
  return id
}

// The plan and the year's rows come in one transaction: a sample without a plan was broken off before it.
async function removeHalfMade({ db }: SampleNeeds): Promise<void> {
  const samples = await db.reference.selectFrom('office').select('id').where('kind', '=', 'sample').execute()
  for (const { id } of samples) {
    const plan = await db.inOffice(id, (tx) =>
      tx.selectFrom('planVersion').select('version').where('officeId', '=', id).limit(1).executeTakeFirst(),
    )
    if (!plan) await db.removeOffice(id)
  }
}

/** Makes the sample where there is no office at all: the first start on an empty data folder, or one that was killed. */
export async function makeSampleIfEmpty(needs: SampleNeeds): Promise<void> {
  await removeHalfMade(needs)
  const any = await needs.db.reference.selectFrom('office').select('id').executeTakeFirst()
  if (!any) await makeSample(needs, newId())
}
