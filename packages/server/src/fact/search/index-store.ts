import type { Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { listOf } from '../../platform/lists.ts'

/** Before every id that there is: where a register begins that has not come into the index yet. */
export const beforeAllIds = '00000000-0000-0000-0000-000000000000'

/** How far a register has come into the index. */
export interface Cursor {
  readonly register: string
  readonly lastId: string
  readonly versions: number
  /** When the last version in the index became known. */
  readonly through: Instant
  /** By which rules its words were read. */
  readonly rules: string
}

export async function cursorsOf(tx: Tx, officeId: string): Promise<readonly Cursor[]> {
  const { rows } = await sql<Cursor>`
    select register, last_id, versions, through, rules from search_cursor where office_id = ${officeId}`.execute(tx)
  return rows
}

/** How many versions are in the index; the next one's place. */
export const versionsIn = (cursors: readonly Cursor[]): number =>
  cursors.reduce((sum, { versions }) => sum + versions, 0)

export async function keepCursors(tx: Tx, officeId: string, cursors: readonly Cursor[]): Promise<void> {
  await sql`
    insert into search_cursor (office_id, register, last_id, versions, through, rules)
    select ${officeId}::uuid, * from unnest(
      ${listOf(cursors, ({ register }) => register)}::text[], ${listOf(cursors, ({ lastId }) => lastId)}::uuid[],
      ${listOf(cursors, ({ versions }) => versions)}::int[], ${listOf(cursors, ({ through }) => through)}::timestamptz[],
      ${listOf(cursors, ({ rules }) => rules)}::text[])
    on conflict (office_id, register) do update
      set last_id = excluded.last_id, versions = excluded.versions, through = excluded.through, rules = excluded.rules`.execute(
    tx,
  )
}

/** Throws the index of an office away. */
export async function dropIndex(tx: Tx, officeId: string): Promise<void> {
  for (const table of ['search_word', 'search_version', 'search_cursor'])
    await sql`delete from ${sql.table(table)} where office_id = ${officeId}`.execute(tx)
}

/** Whether the versions up to the cursors are as many as were read: a clock set back may have put one before them. */
export async function isWhole(tx: Tx, officeId: string): Promise<boolean> {
  const { rows } = await sql<{ whole: boolean }>`
    select not exists (
      select from search_cursor c where c.office_id = ${officeId} and c.versions <> (
        select count(*) from entry e
        where e.office_id = ${officeId} and e.register = c.register and e.id <= c.last_id)) as whole`.execute(tx)
  return rows[0]?.whole ?? true
}

/** Of which places within a block some words are kept already. */
export async function placesKept(
  tx: Tx,
  officeId: string,
  block: number,
  words: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const { rows } = await sql<{ word: string; places: Buffer }>`
    select word, places from search_word
    where office_id = ${officeId} and word = any(${sql.val([...words])}::text[]) and block = ${block}`.execute(tx)
  return new Map(rows.map(({ word, places }) => [word, places]))
}

const wordsAtOnce = 4000

/** Keeps the places of words within a block, in the order in which the database keeps them. */
export async function keepPlaces(
  tx: Tx,
  officeId: string,
  block: number,
  kept: readonly (readonly [word: string, places: Buffer])[],
): Promise<void> {
  const sorted = kept.toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  for (let from = 0; from < sorted.length; from += wordsAtOnce) {
    const some = sorted.slice(from, from + wordsAtOnce)
    await sql`
      insert into search_word (office_id, word, block, places)
      select ${officeId}::uuid, w.word, ${block}::int, decode(w.places, 'base64') from unnest(
        ${listOf(some, ([word]) => word)}::text[], ${listOf(some, ([, places]) => places.toString('base64'))}::text[])
        as w (word, places)
      on conflict (office_id, word, block) do update set places = excluded.places`.execute(tx)
  }
}

/** Puts versions into the index, the first at a place and the others behind it. */
export async function keepVersions(tx: Tx, officeId: string, from: number, ids: readonly string[]): Promise<void> {
  await sql`
    insert into search_version (office_id, place, entry_id)
    select ${officeId}::uuid, ${from}::int + v.nth::int - 1, v.id
    from unnest(${sql.val([...ids])}::uuid[]) with ordinality as v (id, nth)`.execute(tx)
}
