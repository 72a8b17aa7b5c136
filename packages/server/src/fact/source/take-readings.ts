import type * as contract from '@guatu/contract'
import { isLate, type Register } from '@guatu/core/fact'
import type { Problem } from '@guatu/core/shared'
import type { Tx } from '../../platform/db.ts'
import type { Writer } from '../draft.ts'
import type { Feedable } from '../feedable.ts'
import type { Fate } from '../import/fate.ts'
import { fatesOf } from '../import/fates.ts'
import { lockedMonths, monthOf } from '../months.ts'
import { boundsBeside, type ReadingMeasures } from './declare.ts'
import { type ReadReading, readReading } from './read-reading.ts'
import { addReadings } from './reading-store.ts'
import { keepRefusals } from './refusals.ts'
import { type KeptSystem, rhythmOf, seriesOf } from './store.ts'

type Answer = contract.ReadingsAnswer['readings'][number]

/** What is answered to one reading, and why it was refused where it was. */
interface Settled {
  readonly answer: Answer
  readonly problem: Problem | null
}

/** What readings are taken by, and where to. */
export interface Taking {
  readonly tx: Tx
  readonly writer: Writer
  readonly system: KeptSystem
  readonly register: Register
  readonly registers: readonly Register[]
  readonly targets: readonly Feedable[]
  readonly measures: ReadingMeasures
}

interface Placed {
  readonly at: number
  readonly reading: ReadReading
}

const refused = (at: number, problem: Problem): Settled => ({
  answer: {
    at,
    outcome: 'refused',
    corrects: false,
    entryId: null,
    code: problem.code,
    says: problem.says,
    next: problem.next,
  },
  problem,
})

const settled = (at: number, outcome: Answer['outcome'], { entryId, became }: Fate): Settled => ({
  answer: { at, outcome, corrects: became === 'changed', entryId, code: null, says: null, next: null },
  problem: null,
})

/** Rounds in which no reading comes up twice: the second of a batch is looked at when the first stands. */
function rounds(placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const found: Placed[][] = []
  const times = new Map<string, number>()
  for (const one of placed) {
    const round = times.get(one.reading.key) ?? 0
    times.set(one.reading.key, round + 1)
    found[round] = [...(found[round] ?? []), one]
  }
  return found
}

/** Enters readings that were understood; a figure that stands already is a duplicate, another one corrects it. */
async function enter(taking: Taking, round: readonly Placed[], locked: ReadonlySet<string>): Promise<Settled[]> {
  const { tx, writer, register, registers, targets } = taking
  const rows = round.map(({ at, reading }) => ({ row: reading.row, sheetRow: at }))
  // A system takes no row further in a lifecycle: it holds no post.
  const nobody = { duties: [], brought: new Map(), previewed: new Map() }
  const keeping = { tx, writer, register, targets, recording: { registers }, ...nobody }
  const fates = await fatesOf(keeping, rows)
  const kept = round.flatMap(({ reading: { series, through } }, i) => {
    const { became, entryId } = fates[i] ?? { became: 'refused', entryId: null }
    return entryId && (became === 'new' || became === 'changed')
      ? [{ entryId, seriesId: series.id, through, knownAt: writer.now }]
      : []
  })
  await addReadings(tx, writer.officeId, kept)
  return round.flatMap(({ at, reading }, i): Settled[] => {
    const fate = fates[i]
    if (!fate) return []
    if (fate.became === 'refused') return fate.problem ? [refused(at, fate.problem)] : []
    if (fate.became === 'same') return [settled(at, 'duplicate', fate)]
    const late = locked.has(monthOf(reading.through)) || isLate(rhythmOf(reading.series), reading.through, writer.today)
    return [settled(at, late ? 'late' : 'taken', fate)]
  })
}

/** Takes a batch of readings, each by itself: one that is wrong says why and loses no other. */
export async function takeReadings(taking: Taking, sent: readonly unknown[]): Promise<contract.ReadingsAnswer> {
  const { tx, writer, system, measures } = taking
  const own = (await seriesOf(tx, writer.officeId, writer.now)).filter(
    ({ systemId, endedAt }) => systemId === system.id && endedAt === null,
  )
  const series = new Map(own.map((one) => [one.code, one]))
  const locked = await lockedMonths(tx, writer.officeId)
  const done: Settled[] = []
  const placed: Placed[] = []
  for (const [i, body] of sent.entries()) {
    const read = readReading(system, series, body, (one) => boundsBeside(one, measures))
    if (read.ok) placed.push({ at: i + 1, reading: read.value })
    else done.push(refused(i + 1, read.problem))
  }
  for (const round of rounds(placed)) done.push(...(await enter(taking, round, locked)))
  const fallen = done.flatMap(({ answer: { at }, problem }) => (problem ? [{ body: sent[at - 1], problem }] : []))
  await keepRefusals(tx, writer.officeId, system.id, fallen, writer.now)
  const answers = done.map(({ answer }) => answer)
  const count = (outcome: Answer['outcome']) => answers.filter((one) => one.outcome === outcome).length
  return {
    taken: count('taken'),
    late: count('late'),
    duplicate: count('duplicate'),
    refused: count('refused'),
    readings: answers.toSorted((a, b) => a.at - b.at),
  }
}
