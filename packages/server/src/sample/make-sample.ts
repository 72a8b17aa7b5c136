import { readFileSync } from 'node:fs'
import type { Register, RowText } from '@guatu/core/fact'
import type { PlanVersion } from '@guatu/core/plan'
import { addDays, type Day, day, dayOf } from '@guatu/core/shared'
import { feedablesOf, recordDrafts, recordEntries, verifyEntries } from '../fact/index.ts'
import { makeOffice } from '../office/index.ts'
import { planAsOf } from '../plan/index.ts'
import type { Tx } from '../platform/db.ts'
import {
  adoptReport,
  type Cast,
  castOf,
  drawBoundary,
  examples,
  noon,
  type SampleNeeds,
  type SampleYear,
  sampleYear,
  targetOf,
} from './setting.ts'

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

interface Deed {
  readonly on: Day
  readonly row: Readonly<Record<string, string>>
}

// Each month's quantity is one row: dated in the month, entered two days later, verified after three more.
const deedsOf = ({ year, progress, today }: SampleYear, plan: PlanVersion): Deed[] =>
  progress
    .flatMap((told) =>
      told.monthly.map((quantity, i): Deed => {
        const on = day(`${year}-${String(i + 1).padStart(2, '0')}-${i % 2 ? '18' : '21'}`)
        const note = `示例：${i + 1}月合计`
        return { on, row: { on, target: targetOf(told, plan).code, unit: told.unit, quantity, note, paper: '' } }
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
