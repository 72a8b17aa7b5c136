import type * as contract from '@guatu/contract'
import { ledgerNumber, nameColumnOf, type Register, readLedgerNumber, saidInRow, statesOf } from '@guatu/core/fact'
import type { Within } from '@guatu/core/office'
import { dayOf, excerptOf, folded, gramsAsked, type Instant, saysAll } from '@guatu/core/shared'
import { sql } from 'kysely'
import { noteSeen } from '../../platform/audit/looks.ts'
import type { Tx } from '../../platform/db.ts'
import type { Ask } from '../../platform/http.ts'
import { listOf } from '../../platform/lists.ts'
import { all } from '../list/asked.ts'
import { type OpenRegister, openTo, seenAmong } from '../list/seen.ts'
import type { Sql } from '../list/values.ts'
import { entriesWithCorrections, type KeptEntry } from '../store.ts'
import { candidates, type Scope } from './candidates.ts'
import { rulesOf } from './index-rows.ts'
import { beforeAllIds, type Cursor, cursorsOf, versionsIn } from './index-store.ts'

/** So many versions behind the index are gone through one by one; then it is said how far the index has come. */
const behindMax = 200
/** So many candidates are looked up. Whoever has not found it by then is told that there is more. */
const candidatesMax = 1000
// At first about as many as are shown, for most of them will be; then more and more, for few of them were.
const candidatesFirst = 20
const candidatesAtOnceMax = 400

export interface FoundRows {
  readonly hits: readonly contract.SearchHit[]
  readonly more: boolean
  /** Where rows may be missing: those that became known later than this, or all but the newest; null where none is. */
  readonly behind: { readonly through: Instant | null } | null
}

interface AskedRows {
  readonly typed: string
  /** The words of it, at least one of two signs. */
  readonly words: readonly string[]
  readonly limit: number
}

type Asking = Pick<Ask, 'office' | 'seat' | 'now'> & { readonly within: Within }

interface Looking {
  readonly officeId: string
  readonly now: Instant
  readonly open: readonly OpenRegister[]
  readonly words: readonly string[]
  /** Whether the row called `e` is seen by whoever asks. */
  readonly seen: Sql
}

/** The versions that are not in the index yet, the newest first; one more than are gone through. */
async function behindIndex(
  tx: Tx,
  { officeId, open, seen }: Looking,
  cursors: ReadonlyMap<string, Cursor>,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select n.id from unnest(
      ${listOf(open, ({ register }) => register.id)}::text[],
      ${listOf(open, ({ register }) => cursors.get(register.id)?.lastId ?? beforeAllIds)}::uuid[]) as c (register, last_id)
    cross join lateral (
      select e.id from entry e
      where e.office_id = ${officeId} and e.register = c.register and e.id > c.last_id and ${seen}
      order by e.id desc limit ${behindMax + 1}) n
    order by n.id desc limit ${behindMax + 1}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The versions of a row whose number was typed, as far as they are seen: an index of their own has the numbers. */
async function numberedSo(tx: Tx, { officeId, open, seen }: Looking, typed: string): Promise<readonly string[]> {
  const numbers = open.flatMap(({ register }) => {
    const number = readLedgerNumber(register, typed)
    return number ? [{ register: register.id, ...number }] : []
  })
  const [asked] = numbers
  if (!asked) return []
  const { rows } = await sql<{ id: string }>`
    with first as (
      select id from entry where office_id = ${officeId} and register = ${asked.register} and corrects is null
        and number_year = ${asked.year} and serial = ${asked.serial})
    select e.id from first f join entry e on e.office_id = ${officeId} and e.id = f.id and ${seen}
    union all
    select e.id from first f join entry e
      on e.office_id = ${officeId} and e.root_id = f.id and e.corrects is not null and ${seen}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Which of the versions at some places whoever asks may see, in the order of the places. */
async function seenAt(tx: Tx, { officeId, seen }: Looking, places: readonly number[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from search_version v join entry e on e.office_id = ${officeId} and e.id = v.entry_id
    where v.office_id = ${officeId} and v.place = any(${sql.val([...places])}::int[]) and ${seen}
    order by v.place desc`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The version that a row is shown by: the last that nobody sent or took back, or the last where there is none. */
function shownOf(versions: readonly KeptEntry[], states: ReadonlyMap<string, string>): KeptEntry | undefined {
  const newestFirst = versions.toSorted((a, b) => (a.id < b.id ? 1 : -1))
  const stands = ({ id }: KeptEntry) => !['returned', 'withdrawn'].includes(states.get(id) ?? '')
  return newestFirst.find(stands) ?? newestFirst[0]
}

const numberOf = (register: Register, { number }: KeptEntry): string => ledgerNumber(register, number)

/** What a row is found by now; its number also as it is written without dashes. */
const textsOf = (register: Register, row: KeptEntry): readonly string[] => [
  numberOf(register, row),
  numberOf(register, row).replaceAll('-', ''),
  ...saidInRow(register, row.content).flatMap(({ text: { zh, en } }) => (zh === en ? [zh] : [zh, en])),
]

interface Standing {
  readonly register: Register
  readonly row: KeptEntry
}

/** Those of the versions by which their rows are shown, and that say all of the words: an index remembers what was corrected. */
async function standingAmong(
  tx: Tx,
  { officeId, now, open, words }: Looking,
  ids: readonly string[],
): Promise<readonly Standing[]> {
  if (ids.length === 0) return []
  const versions = (await entriesWithCorrections(tx, officeId, ids)).filter(({ knownAt }) => knownAt <= now)
  const states = statesOf(versions, now)
  const shown = new Map(
    [...Map.groupBy(versions, ({ rootId }) => rootId).values()].flatMap((ofRow) => {
      const row = shownOf(ofRow, states)
      return row && states.get(row.id) !== 'withdrawn' ? [[row.id, row] as const] : []
    }),
  )
  const registers = new Map(open.map(({ register }) => [register.id, register]))
  return ids.flatMap((id) => {
    const row = shown.get(id)
    const register = row && registers.get(row.register)
    return row && register && saysAll(words, textsOf(register, row)) ? [{ register, row }] : []
  })
}

function presentHit(words: readonly string[], register: Register, row: KeptEntry): contract.SearchHit {
  const number = numberOf(register, row)
  const said = saidInRow(register, row.content)
  const name = nameColumnOf(register)
  const title = said.find(({ column }) => column === name)?.text.zh ?? number
  const besides = words.filter((word) => !saysAll([word], [title, number]))
  const has = (text: string) => besides.some((word) => folded(text).includes(word))
  const where = said.find(({ text: { zh, en } }) => has(zh) || has(en))
  const { zh = '', en = '' } = where?.text ?? {}
  return {
    id: row.id,
    year: null,
    task: null,
    title,
    note: {
      zh: title === number ? register.label.zh : `${register.label.zh} ${number}`,
      en: title === number ? register.label.en : `${register.label.en} ${number}`,
    },
    says: where
      ? { label: register.columns[where.column]?.label ?? null, text: excerptOf(has(zh) ? zh : en, words) }
      : null,
  }
}

/** Where a post sees less of a register than the policy table lets it see of rows. */
function scopeOf(registers: readonly Register[], { open, words }: Looking, within: Scope['within']): Scope {
  const openById = new Map(open.map((one) => [one.register.id, one.within]))
  const told = JSON.stringify(within)
  return {
    grams: gramsAsked(words),
    within,
    apart: registers.flatMap(({ id }) => {
      const own = openById.get(id) ?? null
      return own?.all || JSON.stringify(own) === told ? [] : [{ register: id, within: own }]
    }),
  }
}

interface Among {
  /** Looked at before the index: those of the number that was typed, and those that are not in the index yet. */
  readonly first: readonly string[]
  /** How many are in the index. */
  readonly versions: number
  readonly scope: Scope
}

/** Hands out versions that whoever asks may see and that may have the words, the newest first; tells whether any are left. */
async function* versionsSeen(
  tx: Tx,
  looking: Looking,
  { first, versions, scope }: Among,
): AsyncGenerator<readonly string[], boolean> {
  yield first
  let places: number[] = []
  let tried = 0
  let atOnce = candidatesFirst
  for await (const place of candidates(tx, looking.officeId, versions, scope)) {
    if (tried === candidatesMax) return true
    places.push(place)
    tried += 1
    if (places.length < atOnce) continue
    yield await seenAt(tx, looking, places)
    places = []
    atOnce = Math.min(candidatesAtOnceMax, atOnce * 2)
  }
  if (places.length > 0) yield await seenAt(tx, looking, places)
  return false
}

/** So many rows that have the words, and whether there may be more. */
async function rowsWith(
  tx: Tx,
  looking: Looking,
  among: Among,
  limit: number,
): Promise<{ readonly rows: readonly Standing[]; readonly more: boolean }> {
  const found = new Map<string, Standing>()
  const versions = versionsSeen(tx, looking, among)
  for (;;) {
    const { done, value } = await versions.next()
    if (!done) for (const one of await standingAmong(tx, looking, value)) found.set(one.row.id, one)
    const enough = found.size > limit
    if (done || enough) return { rows: [...found.values()].slice(0, limit), more: enough || value === true }
  }
}

/**
 * Rows by their words, the newest first, as whoever asks sees them in the lists. The index only proposes: that a row is
 * seen, stands and has the words is asked of the row itself. That one of a register for need-to-know was shown is put on
 * record.
 */
export async function findRows(
  tx: Tx,
  { office, seat, now, within }: Asking,
  registers: readonly Register[],
  { typed, words, limit }: AskedRows,
): Promise<FoundRows> {
  const open = openTo(registers, seat)
  const seen = all([seenAmong(open, within), sql`e.known_at <= ${now} and e.true_on <= ${dayOf(now)}`])
  const looking = { officeId: office.id, now, open, words, seen }
  const rules = rulesOf(registers)
  const cursors = (await cursorsOf(tx, office.id)).filter((cursor) => cursor.rules === rules)
  const scope = scopeOf(registers, looking, within)
  const behind = await behindIndex(tx, looking, new Map(cursors.map((cursor) => [cursor.register, cursor])))
  const numbered = await numberedSo(tx, looking, typed)
  // Whoever types a whole number means that row.
  const among =
    numbered.length > 0
      ? { first: numbered, versions: 0, scope }
      : { first: behind.slice(0, behindMax), versions: versionsIn(cursors), scope }
  const { rows, more } = await rowsWith(tx, looking, among, limit)
  const closely = rows.filter(({ register }) => register.privacy === 'L3')
  if (closely.length > 0) noteSeen(tx, { l3: closely.length, rows: closely.map(({ row }) => row.id).join(' ') })
  return {
    hits: rows.map(({ register, row }) => presentHit(words, register, row)),
    more,
    behind: behind.length > behindMax ? { through: throughOf(cursors) } : null,
  }
}

/** Up to when the index knows every row: it comes on in the order in which rows became known. */
const throughOf = (cursors: readonly Cursor[]): Instant | null =>
  cursors
    .map(({ through }) => through)
    .toSorted()
    .at(-1) ?? null
