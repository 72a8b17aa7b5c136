import { addDays, type Day, day, lastDayOf } from '@guatu/core/shared'
import type { Database } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { makeSample } from './make-sample.ts'
import { sampleYear } from './setting.ts'
import { type AskedYear, makeYear, type WantedYear, type YearNeeds } from './year/make-year.ts'

/** How sample offices come about. */
export interface Samples {
  /** Whether making one takes no longer than opening a page. */
  readonly isQuick: boolean
  /** The first and the last day on which a sample may open: those of its year from the adoption of its plan on. */
  readonly days: { readonly from: Day; readonly to: Day }
  /** Makes the sample under an id, or waits for the one that is just being made; returns which it is. */
  reset(id: string): Promise<string>
  /** Makes another office with a year of its own. Repeatable by its id. */
  simulate(id: string, wanted: WantedYear): Promise<string>
  /** Makes the sample where there is no office at all: the first start on an empty data folder, or one that was killed. */
  begin(): Promise<void>
  /** Breaks off what is being made, and resolves when nothing is at work any more. */
  stop(): Promise<void>
}

/** The year that `npm start` opens on. */
const usualSeed = 1

// A sample has its plan and its day once it is whole: one without was broken off before.
async function removeHalfMade(db: Database): Promise<void> {
  const samples = await db.reference
    .selectFrom('office')
    .select(['id', 'sampleToday'])
    .where('kind', '=', 'sample')
    .execute()
  for (const { id, sampleToday } of samples) {
    const plan = await db.inOffice(id, (tx) =>
      tx.selectFrom('planVersion').select('version').where('officeId', '=', id).limit(1).executeTakeFirst(),
    )
    if (!plan || sampleToday === null) await db.removeOffice(id)
  }
}

async function unlessThereIsOne(db: Database, make: (id: string) => Promise<unknown>): Promise<void> {
  await removeHalfMade(db)
  const any = await db.reference.selectFrom('office').select('id').executeTakeFirst()
  if (!any) await make(newId())
}

/** Samples whose year is lived through from a seed. */
export function yearSamplesOf(needs: YearNeeds): Samples {
  const stopping = new AbortController()
  let making: Promise<string> | null = null
  const one = (id: string, wanted: WantedYear, route: AskedYear['route']): Promise<string> => {
    making = makeYear(needs, id, wanted, { route, signal: stopping.signal }).finally(() => {
      making = null
    })
    return making
  }
  const reset = (id: string) => making ?? one(id, { seed: usualSeed }, 'POST /api/sample/reset')
  const { adoptedOn, year } = sampleYear()
  return {
    isQuick: false,
    days: { from: addDays(day(adoptedOn), 1), to: lastDayOf(year) },
    reset,
    simulate: async (id, wanted) => {
      await making?.catch(() => {})
      return one(id, wanted, 'POST /api/samples')
    },
    begin: () => unlessThereIsOne(needs.db, reset),
    stop: async () => {
      stopping.abort()
      await making?.catch(() => {})
    },
  }
}

/** Samples with a few rows: for slow machines, and wherever a whole year is not looked at. */
export function quickSamplesOf(needs: YearNeeds): Samples {
  const reset = (id: string) => makeSample(needs, id)
  return { ...yearSamplesOf(needs), isQuick: true, reset, begin: () => unlessThereIsOne(needs.db, reset) }
}
