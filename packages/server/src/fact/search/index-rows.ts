import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { isSearched, ledgerNumber, type Register, saidInRow, type Value } from '@guatu/core/fact'
import { assert, gramsOf, type Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { hold } from '../../platform/hold.ts'
import { listOf } from '../../platform/lists.ts'
import { addPlace, type Bits, blockSize, noBits, packed, unpacked } from './blocks.ts'
import {
  beforeAllIds,
  type Cursor,
  cursorsOf,
  dropIndex,
  keepCursors,
  keepPlaces,
  keepVersions,
  placesKept,
  versionsIn,
} from './index-store.ts'
import { enteredTag, registerTag, unitTag } from './tags.ts'

/** Raised when words are read otherwise than before: every index is then made anew by itself. */
const readingVersion = 1

const told = new WeakMap<readonly Register[], string>()

/** By which rules rows are put into words: what an index made by others says is out of date. */
export function rulesOf(registers: readonly Register[]): string {
  const rules = told.get(registers) ?? digestOf(registers)
  told.set(registers, rules)
  return rules
}

function digestOf(registers: readonly Register[]): string {
  const said = registers.map((register) => [
    register.id,
    register.prefix,
    Object.entries(register.columns)
      .filter(([, column]) => isSearched(register, column))
      .map(([id, column]) => [id, column]),
  ])
  return createHash('sha256')
    .update(JSON.stringify([readingVersion, blockSize, said]))
    .digest('base64url')
}

interface Version {
  readonly id: string
  readonly register: string
  readonly content: Readonly<Record<string, Value>>
  readonly unitId: string | null
  readonly enteredBy: string | null
  readonly knownAt: Instant
  readonly numberYear: number
  readonly serial: number
}

/**
 * The next versions behind the cursors, in the order of their ids. Whoever enters rows of a register makes their ids while
 * alone in it, so that none comes up before one that is there.
 */
async function nextVersions(
  tx: Tx,
  officeId: string,
  registers: readonly Register[],
  cursors: ReadonlyMap<string, Cursor>,
  limit: number,
): Promise<readonly Version[]> {
  const { rows } = await sql<Version>`
    select e.id, e.register, e.content, e.unit_id, e.entered_by, e.known_at, e.number_year, e.serial
    from (
      select n.id from unnest(
        ${listOf(registers, ({ id }) => id)}::text[],
        ${listOf(registers, ({ id }) => cursors.get(id)?.lastId ?? beforeAllIds)}::uuid[]) as c (register, last_id)
      cross join lateral (
        select id from entry where office_id = ${officeId} and register = c.register and id > c.last_id
        order by id limit ${limit}) n
      order by n.id limit ${limit}) next
    join entry e on e.office_id = ${officeId} and e.id = next.id
    order by e.id`.execute(tx)
  return rows
}

/** What the index knows a version by: the grams of its words, and whose it is. */
function wordsOf(register: Register, { content, unitId, enteredBy, numberYear, serial }: Version): readonly string[] {
  const number = ledgerNumber(register, { year: numberYear, serial })
  const said = saidInRow(register, content).flatMap(({ text: { zh, en } }) => (zh === en ? [zh] : [zh, en]))
  return [
    ...[number, ...said].flatMap(gramsOf),
    registerTag(register.id),
    ...(unitId === null ? [] : [unitTag(unitId)]),
    ...(enteredBy === null ? [] : [enteredTag(enteredBy)]),
  ]
}

// Between so many rows others have their turn: the work is done in the server's own thread.
const rowsInOneGo = 200

async function placesByWord(
  byId: ReadonlyMap<string, Register>,
  versions: readonly Version[],
  first: number,
): Promise<ReadonlyMap<string, Bits>> {
  const words = new Map<string, Bits>()
  for (const [i, version] of versions.entries()) {
    const register = byId.get(version.register)
    assert(register, 'only registers that the office keeps are read')
    for (const word of wordsOf(register, version)) {
      const bits = words.get(word) ?? noBits()
      words.set(word, bits)
      addPlace(bits, first + i)
    }
    if (i % rowsInOneGo === rowsInOneGo - 1) await setImmediate()
  }
  return words
}

async function addBlock(tx: Tx, officeId: string, from: number, words: ReadonlyMap<string, Bits>): Promise<void> {
  const block = Math.floor(from / blockSize)
  const isFresh = from % blockSize === 0
  const before = isFresh ? new Map<string, Buffer>() : await placesKept(tx, officeId, block, [...words.keys()])
  const kept: (readonly [string, Buffer])[] = []
  for (const [word, bits] of words) {
    const earlier = before.get(word)
    if (earlier) for (const [i, more] of unpacked(earlier).entries()) bits[i] = (bits[i] ?? 0) | more
    kept.push([word, packed(bits)])
  }
  await keepPlaces(tx, officeId, block, kept)
}

/**
 * Brings the index of an office on by some versions of rows, and returns whether more of them wait. An index that was made
 * by other rules is thrown away first. Versions are only added to, and so is the index: which of them stands, whoever
 * searches looks up.
 */
export async function indexSome(tx: Tx, officeId: string, registers: readonly Register[]): Promise<boolean> {
  await hold(tx, `search ${officeId}`)
  const rules = rulesOf(registers)
  const kept = await cursorsOf(tx, officeId)
  const isStale = kept.some((cursor) => cursor.rules !== rules)
  if (isStale) await dropIndex(tx, officeId)
  const cursors = new Map(isStale ? [] : kept.map((cursor) => [cursor.register, cursor]))
  const from = versionsIn([...cursors.values()])
  const room = blockSize - (from % blockSize)
  const versions = await nextVersions(tx, officeId, registers, cursors, room)
  if (versions.length === 0) return false
  const byId = new Map(registers.map((register) => [register.id, register]))
  await addBlock(tx, officeId, from, await placesByWord(byId, versions, from % blockSize))
  await keepVersions(
    tx,
    officeId,
    from,
    versions.map(({ id }) => id),
  )
  for (const { register, id: lastId, knownAt: through } of versions)
    cursors.set(register, { register, lastId, through, rules, versions: (cursors.get(register)?.versions ?? 0) + 1 })
  await keepCursors(tx, officeId, [...cursors.values()])
  return versions.length === room
}
