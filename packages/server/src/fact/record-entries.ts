import type { Register, RowText, Value } from '@guatu/core/fact'
import type { Problem, Words } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Draft, Writer } from './draft.ts'
import type { Feedable } from './feedable.ts'
import { filesIn, keepFiles } from './files.ts'
import { lockedMonths, monthOf } from './months.ts'
import { overlapping } from './opening.ts'
import { readDrafts } from './read-drafts.ts'
import {
  alone,
  keysStanding,
  notTheirs,
  type Refusal,
  type Row,
  sift,
  siftByKey,
  siftFiles,
  siftOpenings,
  wrongUnit,
} from './sift.ts'
import { addEntries, holdRegister, type NewEntry } from './store.ts'

export interface Recorded {
  readonly entries: readonly string[]
  /** What tells them from other rows, in the same order. */
  readonly keys: readonly string[]
  readonly refused: readonly Refusal[]
  /** What they were read as, in the same order. */
  readonly rows: readonly { readonly values: Readonly<Record<string, Value>>; readonly status: string | null }[]
  /** What should be known of rows that were taken, by their place among those handed in. */
  readonly notes: readonly { readonly row: number; readonly says: Words }[]
}

/** What to say of a row that names a target whose number rows like it do not make, by the target's id. */
export type NotCounted = ReadonlyMap<string, Words>

export interface Recording {
  readonly because?: string
  readonly keep?: boolean
  /** Why a row of this unit may not be entered by whoever does, or null. */
  readonly allow?: (unitId: string | null) => Problem | null
  readonly notCounted?: NotCounted
  /** Registers that rows may refer to; the row's own is always among them. */
  readonly registers?: readonly Register[]
}

/** Keeps rows with the facts they say, and puts the files they name behind them. Returns their ids, in order. */
async function keepAll(
  tx: Tx,
  writer: Writer,
  register: Register,
  rows: readonly Row[],
  because: string,
): Promise<readonly string[]> {
  const locked = await lockedMonths(tx, writer.officeId)
  const fresh = rows.map(({ entry, draft, unit }) => {
    const id = newId()
    const kept: NewEntry['entry'] = {
      id,
      rootId: draft.corrects?.rootId ?? id,
      register: register.id,
      targetId: entry.targetId,
      trueOn: entry.trueOn,
      knownAt: writer.now,
      enteredBy: writer.officerId,
      bySystem: writer.bySystem ?? null,
      corrects: draft.corrects?.id ?? null,
      number: draft.corrects?.number ?? null,
      status: entry.status,
      move: draft.move ?? null,
      content: entry.values,
      naturalKey: entry.key,
      because,
      unitId: unit.id,
      late: [entry.trueOn, ...entry.facts.map(({ trueOn }) => trueOn)].some((on) => locked.has(monthOf(on))),
    }
    return { entry: kept, facts: entry.facts, files: filesIn(register, entry.values) }
  })
  await addEntries(tx, writer.officeId, fresh)
  await keepFiles(
    tx,
    writer,
    fresh.map(({ entry, files }) => ({ entryId: entry.id, files })),
  )
  return fresh.map(({ entry }) => entry.id)
}

/**
 * Enters rows, new ones and later versions: the good ones are kept, each bad one comes back with its reasons, none stops
 * another. Where nothing is to be kept, the same is said and no id is of a row.
 */
export async function recordDrafts(
  tx: Tx,
  writer: Writer,
  register: Register,
  drafts: readonly Draft[],
  targets: readonly Feedable[],
  { because = '', keep = true, allow = () => null, registers = [], notCounted }: Recording = {},
): Promise<Recorded> {
  const { sifted, units } = await readDrafts(tx, writer, register, drafts, targets, registers)
  const allowed = sift(sifted, ({ unit, draft }) =>
    alone(notTheirs(writer, draft) ?? allow(unit.id) ?? wrongUnit(unit.name, units.get(unit.name), writer.today)),
  )
  const proved = await siftFiles(tx, writer, register, allowed)
  if (keep) await holdRegister(tx, writer.officeId, register)
  const overlaps = await overlapping(tx, writer, register, registers)
  const taken = await keysStanding(tx, writer, register, proved.passed)
  const apart = await siftOpenings(
    tx,
    writer,
    register,
    registers,
    sift(proved, ({ entry }) => overlaps(entry)),
  )
  const { passed, refused } = siftByKey(register, apart, taken)
  const entries = keep ? await keepAll(tx, writer, register, passed, because) : passed.map(() => newId())
  return {
    entries,
    keys: passed.map(({ entry }) => entry.key),
    rows: passed.map(({ entry }) => entry),
    refused: refused.toSorted((a, b) => a.row - b.row),
    notes: passed.flatMap(({ row, entry }) => {
      const says = entry.targetId === null ? undefined : notCounted?.get(entry.targetId)
      return says ? [{ row, says }] : []
    }),
  }
}

/** Enters fresh rows as text. */
export const recordEntries = (
  tx: Tx,
  writer: Writer,
  register: Register,
  rows: readonly RowText[],
  targets: readonly Feedable[],
  recording: Recording = {},
): Promise<Recorded> =>
  recordDrafts(
    tx,
    writer,
    register,
    rows.map((text) => ({ text })),
    targets,
    recording,
  )
