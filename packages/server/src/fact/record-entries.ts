import { factProblems, naturalKeyOf, type Register, type RowText, readRow, stateOf } from '@guatu/core/fact'
import { addsUp, isCountedWhole, type Terms } from '@guatu/core/plan'
import {
  accept,
  compare,
  type Day,
  type Decimal,
  day,
  decimal,
  type Instant,
  type Problem,
  type Result,
  reject,
  times,
  yearOf,
} from '@guatu/core/shared'
import { addUnits, unitsOf } from '../office/store.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { addEntry, entriesWithCorrections, type KeptEntry, keysInUse } from './store.ts'

/** A target that rows may name, by its code or its id. */
export interface Feedable extends Terms {
  readonly id: string
  readonly code: string
}

export interface Writer {
  readonly officeId: string
  readonly officerId: string
  readonly now: Instant
  readonly today: Day
}

interface ReadEntry {
  readonly values: Readonly<Record<string, string>>
  readonly key: string
  readonly trueOn: Day
  readonly target: Feedable
  readonly quantity: Decimal
}

function checkQuantity(text: string, target: Feedable): Problem | null {
  const quantity = decimal(text)
  if (compare(quantity, decimal(0)) <= 0) return factProblems('fact.quantity_not_positive', { text })
  if (isCountedWhole(target.unit) && times(quantity, target.scale).includes('.'))
    return factProblems('fact.quantity_not_whole', { text, unit: target.unit })
  return null
}

/** Reads one typed row against its register and the plan: canonical values, or the first thing wrong with it. */
export function readEntry(
  register: Register,
  row: RowText,
  targets: readonly Feedable[],
  today: Day,
): Result<ReadEntry> {
  const read = readRow(register, row)
  if (!read.ok) return read
  const values = read.value
  const { quantity, datedBy, target: targetColumn } = register.feeds
  const named = values[targetColumn] ?? ''
  const target = targets.find((t) => t.id === named || t.code.toLowerCase() === named.toLowerCase())
  if (!target) return reject(factProblems('fact.target_unknown', { text: named }))
  if (!addsUp(target)) return reject(factProblems('fact.target_not_fed', { code: target.code }))
  const trueOn = day(values[datedBy] ?? '')
  if (trueOn > today) return reject(factProblems('fact.day_in_future', { day: trueOn, today }))
  const year = yearOf(target.dueOn)
  if (yearOf(trueOn) !== year) return reject(factProblems('fact.day_out_of_year', { day: trueOn, year: String(year) }))
  const typed = values[quantity] ?? ''
  const wrong = checkQuantity(typed, target)
  if (wrong) return reject(wrong)
  const canonical = { ...values, [targetColumn]: target.id }
  return accept({
    values: canonical,
    key: naturalKeyOf(register, canonical),
    trueOn,
    target,
    quantity: times(decimal(typed), target.scale),
  })
}

export interface Refusal {
  readonly row: number
  readonly problem: Problem
}

export interface Recorded {
  readonly entries: readonly string[]
  readonly refused: readonly Refusal[]
}

/** Which of the keys are taken by rows that still stand; a row that was returned or withdrawn frees its key. */
async function keysStanding(tx: Tx, writer: Writer, register: Register, keys: readonly string[]): Promise<Set<string>> {
  const used = await keysInUse(tx, writer.officeId, register.id, keys)
  const rows = await entriesWithCorrections(tx, writer.officeId, [...used.values()].flat())
  const standing = rows.filter((row) => ['submitted', 'verified'].includes(stateOf(row, rows, writer.now)))
  return new Set(standing.map((row) => row.naturalKey))
}

interface Recording {
  readonly corrects?: KeptEntry | null
  readonly because?: string
  readonly keep?: boolean
  /** Why a row of this unit may not be entered by whoever does, or null. */
  readonly allow?: (unitId: string | null) => Problem | null
}

const unitColumnOf = ({ columns }: Register): string =>
  Object.entries(columns).find(([, column]) => column.kind === 'unit')?.[0] ?? ''

/** The units that rows name, by name. Those the office has not had yet are added where the rows are kept. */
async function unitsNamed(
  tx: Tx,
  writer: Writer,
  names: readonly string[],
  keep: boolean,
): Promise<Map<string, string>> {
  if (keep) await addUnits(tx, writer.officeId, names, writer.now)
  return new Map((await unitsOf(tx, writer.officeId)).map(({ name, id }) => [name, id]))
}

/** Enters rows: the good ones are kept, each bad one comes back with its reason, none stops another. */
export async function recordEntries(
  tx: Tx,
  writer: Writer,
  register: Register,
  rows: readonly RowText[],
  targets: readonly Feedable[],
  { corrects = null, because = '', keep = true, allow = () => null }: Recording = {},
): Promise<Recorded> {
  const refused: Refusal[] = []
  const read: { row: number; entry: ReadEntry }[] = []
  for (const [i, row] of rows.entries()) {
    const entry = readEntry(register, row, targets, writer.today)
    if (entry.ok) read.push({ row: i + 1, entry: entry.value })
    else refused.push({ row: i + 1, problem: entry.problem })
  }
  const taken = await keysStanding(
    tx,
    writer,
    register,
    read.map(({ entry }) => entry.key),
  )
  if (corrects) taken.delete(corrects.naturalKey)
  const entries: string[] = []
  const unitColumn = unitColumnOf(register)
  const units = await unitsNamed(tx, writer, [], false)
  const allowed = read.filter(({ row, entry }) => {
    const problem = allow(units.get(entry.values[unitColumn] ?? '') ?? null)
    if (problem) refused.push({ row, problem })
    return problem === null
  })
  const named = allowed.map(({ entry }) => entry.values[unitColumn] ?? '')
  const unitIds = await unitsNamed(tx, writer, named, keep)
  for (const { row, entry } of allowed) {
    if (taken.has(entry.key)) {
      refused.push({
        row,
        problem: factProblems('fact.duplicate', { on: entry.trueOn, unit: entry.values.unit ?? '' }),
      })
      continue
    }
    taken.add(entry.key)
    const id = newId()
    entries.push(id)
    if (!keep) continue
    const kept = {
      id,
      register: register.id,
      targetId: entry.target.id,
      trueOn: entry.trueOn,
      knownAt: writer.now,
      enteredBy: writer.officerId,
      corrects: corrects?.id ?? null,
      content: entry.values,
      naturalKey: entry.key,
      because,
      unitId: unitIds.get(entry.values[unitColumn] ?? '') ?? null,
    }
    await addEntry(tx, writer.officeId, kept, [
      { targetId: entry.target.id, quantity: entry.quantity, unit: entry.target.unit },
    ])
  }
  return { entries, refused: refused.sort((a, b) => a.row - b.row) }
}
