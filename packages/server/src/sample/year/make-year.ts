import { communitiesFrom } from '@guatu/core/fact'
import type { PlanVersion } from '@guatu/core/plan'
import { assert, type Day, day, type Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import { addEvidence, takeIn } from '../../evidence/index.ts'
import { addCommunityMap } from '../../fact/index.ts'
import { bindTargets, type Catalogue } from '../../indicator/index.ts'
import { makeOffice, openSample, unitsOf } from '../../office/index.ts'
import { type AdoptedPlan, planAsOf } from '../../plan/index.ts'
import { noteChanged } from '../../platform/audit/changed.ts'
import { writeAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Tx } from '../../platform/db.ts'
import type { FileStore } from '../../platform/files.ts'
import { markOf } from '../../platform/mark.ts'
import type { Office } from '../../platform/office.ts'
import { type Seat, seatIn, seatsOf } from '../../platform/seat.ts'
import {
  adoptReport,
  castOf,
  drawBoundary,
  noon,
  type SampleNeeds,
  type SampleYear,
  sampleYear,
  targetOf,
} from '../setting.ts'
import { generateYear } from './generate.ts'
import { perform, type Stage } from './perform.ts'
import { type Plot, readPlot, type Stream } from './plot.ts'

export interface YearNeeds extends SampleNeeds {
  readonly catalogue: Catalogue
  readonly files: FileStore
  readonly isWorked: (on: Day) => boolean
}

/** Which made-up year is wanted. */
export interface WantedYear {
  readonly seed: number
  /** As the sample's report has it, where left out. */
  readonly name?: string | undefined
  /** The day on which the office opens; nothing later is known in it. */
  readonly until?: Day | undefined
}

/** By which route it was asked for, as the first record of the office says it, and what breaks it off. */
export interface AskedYear {
  readonly route: 'POST /api/sample/reset' | 'POST /api/samples'
  readonly signal?: AbortSignal
}

/** A clock that stands where it was set. */
function standing(at: Instant): Stage['clock'] {
  let now = at
  return {
    now: () => now,
    set: (to) => {
      now = to
    },
  }
}

/**
 * Commits without waiting for the disk: what a crash would take is in the making, and removed at the next start. The day
 * is given last and is waited for, and with it all before it.
 */
const unhurried = (db: Database): Database => ({
  ...db,
  inOffice: (officeId, work) =>
    db.inOffice(officeId, async (tx) => {
      await sql`set local synchronous_commit = off`.execute(tx)
      return work(tx)
    }),
})

const seatsByKey = async (tx: Tx, officeId: string, { people }: Plot, on: Day): Promise<ReadonlyMap<string, Seat>> => {
  const all = await seatsOf(tx, officeId, on)
  const found: [string, Seat][] = []
  for (const { key, name } of people) {
    const named = all.find((seat) => seat.name === `${markOf('sample')}·${name}`)
    const seat = named && (await seatIn(tx, officeId, on, named))
    assert(seat, `${name} has a seat in the sample`)
    found.push([key, seat])
  }
  return new Map(found)
}

const papers = { E1: '示例-批复.txt', E2: '示例-系统导出.txt', E4: '示例-现场记录.txt' } as const

/** Each who enters rows brings a file of every class that rows name; what they hold is the same, so they lie there once. */
async function bringFiles(
  tx: Tx,
  officeId: string,
  seats: ReadonlyMap<string, Seat>,
  files: FileStore,
  now: Instant,
): Promise<ReadonlyMap<string, string>> {
  const brought = new Map<string, string>()
  for (const [evidence, name] of Object.entries(papers)) {
    const bytes = Buffer.from(`示例佐证材料（${name}），内容为虚构。\n`)
    const [outcome] = await takeIn(
      files,
      name,
      (async function* () {
        yield bytes
      })(),
    )
    assert(outcome?.taken.ok, 'the sample can store its evidence')
    for (const [key, { officerId }] of seats) {
      const kept = await addEvidence(tx, { officeId, officerId, now }, outcome.taken.value)
      brought.set(`${key} ${evidence}`, kept.id)
    }
  }
  return brought
}

async function drawCommunities(tx: Tx, officeId: string, { communities }: Plot, byOfficer: string, at: Instant) {
  const names = (await unitsOf(tx, officeId)).filter(({ kind }) => kind === 'community').map(({ name }) => name)
  const features = communities.map(({ name, ring }) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }))
  const read = communitiesFrom(JSON.stringify({ type: 'FeatureCollection', features }), { names, area: null })
  if (!read.ok) throw new Error(`the sample's communities cannot be read: ${read.problem.says.en}`)
  await addCommunityMap(tx, officeId, null, { seq: 1, communities: read.value, source: '示例', byOfficer, at })
}

async function bind(tx: Tx, seat: Seat, adopted: AdoptedPlan, { bindings }: Plot, now: Instant, catalogue: Catalogue) {
  const { officeId, officerId } = seat
  const wishes = bindings.map((one) => ({ target: targetOf(one, adopted.plan).key, indicator: one.indicator }))
  const standing = { adopted, bindings: new Map(), version: 0 }
  const act = { officeId, officerId, now, because: '示例' }
  const { refused } = await bindTargets(tx, act, standing, wishes, catalogue)
  if (refused[0]) throw new Error(`the sample cannot bind its targets: ${refused[0].problem.says.zh}`)
  noteChanged(tx, null, wishes)
  const route = 'POST /api/plans/:year/bindings'
  const object = `/api/plans/${adopted.year}/bindings`
  await writeAudit(tx, seat, { at: now, route, object, outcome: 'done', problemCode: null, detail: {} })
}

const placesOf = (figure: string): number => figure.split('.')[1]?.length ?? 0

/** What targets without a ledger of their own are told by: a row a month in the register of progress. */
function progressStreams(
  told: SampleYear,
  { bindings, progress, figuresBy }: Plot,
  plan: PlanVersion,
): readonly Stream[] {
  type Told = SampleYear['progress'][number]
  const isOf = (told: Told) => (one: { readonly task: string; readonly value: string }) =>
    one.task === told.task && one.value === told.value
  return told.progress
    .filter((one) => !bindings.some(isOf(one)))
    .map((one) => {
      const { code } = targetOf(one, plan)
      const { monthly } = progress.find(isOf(one)) ?? one
      const months = [...monthly, ...Array.from({ length: 12 - monthly.length }, () => monthly.at(-1) ?? '0')]
      const places = Math.max(...months.map(placesOf))
      return {
        id: `progress ${code}`,
        register: 'progress',
        by: figuresBy,
        each: 'month',
        level: { months, strays: 8, places },
        silent: [],
        daysOff: false,
        evidence: [],
        pools: {},
        values: { on: '{day}', target: code, unit: one.unit, quantity: '{level}', note: '示例：{month}月合计' },
        amended: { note: '示例：{month}月合计，已按退回意见核对' },
      }
    })
}

/**
 * Makes a sample office and lives through its year: what its people did is done by the use cases of the product, each at
 * its moment. Until it has its day, nobody finds it.
 */
export async function makeYear(needs: YearNeeds, id: string, wanted: WantedYear, asked: AskedYear): Promise<string> {
  try {
    return await liveThrough(needs, id, wanted, asked)
  } catch (error) {
    // Nobody finds it, and nobody would finish it.
    await needs.db.removeOffice(id)
    throw error
  }
}

async function liveThrough(needs: YearNeeds, id: string, wanted: WantedYear, asked: AskedYear): Promise<string> {
  const told = sampleYear()
  const plot = readPlot()
  const until = wanted.until ?? day(told.today)
  const { db } = needs
  const isNew = await makeOffice(
    db,
    id,
    {
      name: wanted.name ?? told.office,
      units: [...told.units, ...plot.units],
      sampleToday: until,
      people: plot.people.filter(({ builtIn }) => !builtIn),
      inTheMaking: true,
    },
    { route: asked.route, at: needs.clock.now() },
  )
  if (!isNew) return id
  const begins = noon(day(told.adoptedOn))
  const clock = standing(begins)
  const set = await db.inOffice(id, async (tx) => {
    const cast = await castOf(tx, id, until)
    await adoptReport(tx, cast, told, needs)
    await drawBoundary(tx, cast, told)
    await drawCommunities(tx, id, plot, cast.supervisor, begins)
    const seats = await seatsByKey(tx, id, plot, until)
    const files = await bringFiles(tx, id, seats, needs.files, begins)
    const adopted = await planAsOf(tx, id, told.year, begins)
    const supervisor = seats.get(plot.lockedBy)
    assert(adopted && supervisor, 'the sample has its plan and somebody to bind its targets')
    await bind(tx, supervisor, adopted, plot, begins, needs.catalogue)
    return { seats, files, plan: adopted.plan }
  })
  const office: Office = { id, name: wanted.name ?? told.office, sample: true, kind: 'sample', clock: clock as Clock }
  const stage: Stage = {
    db: unhurried(db),
    office,
    clock,
    registers: needs.registers,
    seats: set.seats,
    files: set.files,
    entries: new Map(),
  }
  const acts = generateYear({
    seed: wanted.seed,
    plot: { ...plot, streams: [...plot.streams, ...progressStreams(told, plot, set.plan)] },
    days: { year: told.year, isWorked: needs.isWorked },
    from: day(told.adoptedOn),
    until,
  })
  for (const [i, act] of acts.entries()) {
    asked.signal?.throwIfAborted()
    await perform(stage, act, `sample-${wanted.seed}-${i}`)
  }
  await db.inOffice(id, (tx) => openSample(tx, id, until))
  return id
}
