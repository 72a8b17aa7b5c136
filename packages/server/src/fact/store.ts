import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Entry, EntryEvent, EvidenceClass, Fact, LedgerNumber, Register, Value } from '@guatu/core/fact'
import { type AsOf, type Day, decimal, type Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import { noteChanged } from '../platform/audit/changed.ts'
import type { Tx } from '../platform/db.ts'
import { hold, holdAll, holdTogether } from '../platform/hold.ts'
import { newId } from '../platform/ids.ts'
import { listOf } from '../platform/lists.ts'
import { nextNumbers } from './numbers.ts'
import { type Happened, sumEntries, sumEvents, sumsOfFresh } from './sums.ts'

/** A row as kept: its values, typed and canonical, beside what the core needs to know of it. */
export interface KeptEntry extends Entry {
  /** 台账编号: given when the row was entered first; every later version has the same. */
  readonly number: LedgerNumber
  readonly content: Readonly<Record<string, Value>>
  readonly naturalKey: string
  readonly because: string
  /** The unit that the row names; null where it names none that the office has. */
  readonly unitId: string | null
  /** 补录: entered for a month that was locked already. */
  readonly late: boolean
  /** The name of the other system that reported it, which is then who entered it; null where a person did. */
  readonly bySystem?: string | null
}

export interface NewFact {
  readonly targetId: string | null
  readonly measure: string | null
  readonly subject: string
  readonly quantity: string
  readonly unit: string
  readonly trueOn: Day
  readonly lacks: readonly EvidenceClass[]
}

interface Row extends Omit<KeptEntry, 'events' | 'number'> {
  readonly events: readonly EntryEvent[] | null
  readonly numberYear: number
  readonly serial: number
}

const instantOf = (text: string) => new Date(text).toISOString() as Instant

const entryFromRow = ({ numberYear, serial, ...row }: Row): KeptEntry => ({
  ...row,
  number: { year: numberYear, serial },
  events: (row.events ?? []).map((event) => ({ ...event, at: instantOf(event.at) })),
})

// Rows with their events in one round trip; events in the order in which they happened.
const selectEntries = (officeId: string | ReturnType<typeof sql.lit>, where: ReturnType<typeof sql>) => sql<Row>`
    select e.id, e.root_id, e.register, e.target_id, e.true_on, e.known_at, coalesce(e.entered_by, e.by_system) as entered_by, e.corrects, e.status, e.move, e.content, e.natural_key, e.because, e.unit_id, e.late, e.number_year, e.serial,
      case when e.by_system is not null then
        (select s.name from source_system s where s.office_id = e.office_id and s.id = e.by_system) end as by_system,
      (select jsonb_agg(jsonb_build_object('kind', v.kind, 'at', v.at, 'by', v.by_officer, 'because', v.because) order by v.seq)
         from entry_event v where v.office_id = e.office_id and v.entry_id = e.id) as events
    from entry e
    where e.office_id = ${officeId} and ${where}
    order by e.true_on, e.id`

const entriesWhere = async (tx: Tx, officeId: string, where: ReturnType<typeof sql>): Promise<KeptEntry[]> => {
  const { rows } = await selectEntries(officeId, where).execute(tx)
  return rows.map(entryFromRow)
}

export const entriesOfRegister = (tx: Tx, officeId: string, register: string): Promise<KeptEntry[]> =>
  entriesWhere(tx, officeId, sql`e.register = ${register}`)

/** The rows of a register that correct another: they alone tell whether it still stands. */
export const correctionsOfRegister = (tx: Tx, officeId: string, register: string): Promise<KeptEntry[]> =>
  entriesWhere(tx, officeId, sql`e.register = ${register} and e.corrects is not null`)

const rowsAtOnce = 1000

/** The same rows as `entriesOfRegister`, some at a time, of a register that is too long to be held. One at a time in a transaction. */
export async function* entriesInPieces(tx: Tx, officeId: string, register: string): AsyncGenerator<KeptEntry[]> {
  const asked = selectEntries(sql.lit(officeId), sql`e.register = ${sql.lit(register)}`)
  await sql`declare entries_out no scroll cursor for ${asked}`.execute(tx)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.raw(String(rowsAtOnce))} from entries_out`.execute(tx)
    if (rows.length === 0) break
    yield rows.map(entryFromRow)
  }
  await sql`close entries_out`.execute(tx)
}

export const entryById = async (tx: Tx, officeId: string, id: string): Promise<KeptEntry | null> =>
  (await entriesWhere(tx, officeId, sql`e.id = ${id}`))[0] ?? null

/** Every version of the rows that these are versions of, which together tell which of them stands. */
export const entriesWithCorrections = (tx: Tx, officeId: string, ids: readonly string[]): Promise<KeptEntry[]> =>
  entriesWhere(
    tx,
    officeId,
    // As a list, each row of which is looked up: a database that has not counted its rows lately would read them all.
    sql`e.id = any(array(
      select root_id from entry where office_id = ${officeId} and id = any(${sql.val([...ids])}::uuid[])
      union all
      select n.id from entry o cross join lateral (
          select id from entry where office_id = o.office_id and root_id = o.root_id and corrects is not null offset 0) n
        where o.office_id = ${officeId} and o.id = any(${sql.val([...ids])}::uuid[])))`,
  )

/** A row and all that correct it or are corrected by it, however long the chain. */
export const chainOf = (tx: Tx, officeId: string, id: string): Promise<KeptEntry[]> =>
  entriesWithCorrections(tx, officeId, [id])

/** The rows of a register that have one of these keys, whatever became of them. */
export async function keysInUse(
  tx: Tx,
  officeId: string,
  register: string,
  keys: readonly string[],
): Promise<readonly string[]> {
  // Key by key: for a list, a database that has not counted its rows lately reads all that the office has.
  const { rows } = await sql<{ id: string; register: string }>`
    select e.id, e.register from unnest(${sql.val([...keys])}::text[]) as k (natural_key) cross join lateral (
      select id, register from entry where office_id = ${officeId} and natural_key = k.natural_key offset 0) e`.execute(
    tx,
  )
  return rows.filter((row) => row.register === register).map(({ id }) => id)
}

/** A row to be kept, and the facts that it says. A later version has the number of its row; a first one is given it. */
export interface NewEntry {
  readonly entry: Omit<KeptEntry, 'events' | 'number'> & { readonly number: LedgerNumber | null }
  readonly facts: readonly NewFact[]
}

interface Numbered extends NewEntry {
  readonly entry: Omit<KeptEntry, 'events'>
}

// So many fit on their way to the database at once: it works on them while the next are put into words.
const rowsAtOnceIn = 250

/** Many rows are noted by their number and one digest over them: nobody holds them all as one text. */
function notingAdded(tx: Tx, all: readonly Numbered[]) {
  const digest = createHash('sha256')
  const [only] = all
  return {
    look: (some: readonly Numbered[]): void => {
      for (const { entry } of some) digest.update(`${JSON.stringify(entry)}\n`)
    },
    done: (): void => {
      if (only && all.length === 1) noteChanged(tx, null, { ...only.entry, events: [] })
      else noteChanged(tx, null, { rows: all.length, sha256: digest.digest('hex') })
    },
  }
}

/** Gives each row its number: a later version keeps that of its row, a first one takes the next. */
async function numbered(tx: Tx, officeId: string, all: readonly NewEntry[]): Promise<readonly Numbered[]> {
  const fresh = all.filter(({ entry }) => entry.number === null)
  if (fresh.length === 0) return all as readonly Numbered[]
  const numbers = await nextNumbers(
    tx,
    officeId,
    fresh.map(({ entry }) => entry),
  )
  const next = numbers.values()
  return all.map(({ entry, facts }) => ({
    facts,
    entry: { ...entry, number: entry.number ?? (next.next().value as LedgerNumber) },
  }))
}

/** Appends rows and the facts they say, many in one statement. Nothing that is there is touched. */
export async function addEntries(tx: Tx, officeId: string, rows: readonly NewEntry[]): Promise<void> {
  if (rows.length === 0) return
  const all = await numbered(tx, officeId, rows)
  const noted = notingAdded(tx, all)
  let under: Promise<unknown> = Promise.resolve()
  for (let from = 0; from < all.length; from += rowsAtOnceIn) {
    const some = all.slice(from, from + rowsAtOnceIn)
    const [entries, facts] = [insertEntries(officeId, some), insertFacts(officeId, some)]
    await under
    under = Promise.all([entries.execute(tx), facts?.execute(tx)])
    // What goes wrong with it is told by the next wait for it; meanwhile it is on its way.
    under.catch(() => {})
    await setImmediate()
    noted.look(some)
  }
  noted.done()
  const sums = sumsOfFresh(all.map(said))
  await under
  await sumEntries(tx, officeId, sums, (ids) => entriesWithCorrections(tx, officeId, ids))
}

const said = ({ entry, facts }: Numbered) => ({
  entry,
  facts: facts.map((fact) => ({ ...fact, quantity: decimal(fact.quantity) })),
})

function insertEntries(officeId: string, some: readonly Numbered[]) {
  const rows = some.map(({ entry }) => entry)
  // All of them come in by one hand.
  const [first] = rows
  const bySystem = first?.bySystem ? first.enteredBy : null
  return sql`
    insert into entry (office_id, id, root_id, register, target_id, true_on, known_at, entered_by, content, natural_key,
      corrects, because, unit_id, status, move, late, number_year, serial, by_system)
    select ${officeId}::uuid, r.*, ${bySystem}::uuid from unnest(
      ${listOf(rows, (row) => row.id)}::uuid[], ${listOf(rows, (row) => row.rootId)}::uuid[],
      ${listOf(rows, (row) => row.register)}::text[], ${listOf(rows, (row) => row.targetId)}::uuid[],
      ${listOf(rows, (row) => row.trueOn)}::date[], ${listOf(rows, (row) => row.knownAt)}::timestamptz[],
      ${listOf(rows, (row) => (bySystem === null ? row.enteredBy : null))}::uuid[], ${listOf(rows, (row) => JSON.stringify(row.content))}::jsonb[],
      ${listOf(rows, (row) => row.naturalKey)}::text[], ${listOf(rows, (row) => row.corrects)}::uuid[],
      ${listOf(rows, (row) => row.because)}::text[], ${listOf(rows, (row) => row.unitId)}::uuid[],
      ${listOf(rows, (row) => row.status)}::text[], ${listOf(rows, (row) => row.move)}::text[],
      ${listOf(rows, (row) => String(row.late))}::boolean[],
      ${listOf(rows, (row) => String(row.number.year))}::int[], ${listOf(rows, (row) => String(row.number.serial))}::int[]) r`
}

function insertFacts(officeId: string, rows: readonly Numbered[]) {
  const facts = rows.flatMap(({ entry, facts }) => facts.map((fact) => ({ ...fact, entry })))
  if (facts.length === 0) return null
  return sql`
    insert into fact (office_id, id, entry_id, target_id, measure, subject, quantity, unit, unit_id, true_on, known_at, lacks)
    select ${officeId}::uuid, f.id, f.entry_id, f.target_id, f.measure, f.subject, f.quantity, f.unit, f.unit_id, f.true_on,
      f.known_at, string_to_array(f.lacks, ',')
    from unnest(
      ${listOf(facts, () => newId())}::uuid[], ${listOf(facts, ({ entry }) => entry.id)}::uuid[],
      ${listOf(facts, (fact) => fact.targetId)}::uuid[], ${listOf(facts, (fact) => fact.measure)}::text[],
      ${listOf(facts, (fact) => fact.subject)}::text[], ${listOf(facts, (fact) => fact.quantity)}::numeric[],
      ${listOf(facts, (fact) => fact.unit)}::text[], ${listOf(facts, ({ entry }) => entry.unitId)}::uuid[],
      ${listOf(facts, (fact) => fact.trueOn)}::date[], ${listOf(facts, ({ entry }) => entry.knownAt)}::timestamptz[],
      ${listOf(facts, (fact) => fact.lacks.join(','))}::text[])
      as f (id, entry_id, target_id, measure, subject, quantity, unit, unit_id, true_on, known_at, lacks)`
}

/** Adds what happened to rows, one thing to each. */
export async function addEvents(tx: Tx, officeId: string, happened: readonly Happened[]): Promise<void> {
  if (happened.length === 0) return
  for (const { entry, event } of happened) noteChanged(tx, entry, { ...entry, events: [...entry.events, event] })
  await sql`
    insert into entry_event (office_id, entry_id, seq, kind, at, by_officer, because)
    select ${officeId}::uuid, * from unnest(
      ${listOf(happened, ({ entry }) => entry.id)}::uuid[],
      ${listOf(happened, ({ entry }) => String(entry.events.length + 1))}::int[],
      ${listOf(happened, ({ event }) => event.kind)}::text[], ${listOf(happened, ({ event }) => event.at)}::timestamptz[],
      ${listOf(happened, ({ event }) => event.by)}::uuid[], ${listOf(happened, ({ event }) => event.because)}::text[])`.execute(
    tx,
  )
  await sumEvents(tx, officeId, happened, (ids) => entriesWithCorrections(tx, officeId, ids))
}

export const addEvent = (tx: Tx, officeId: string, entry: Entry, event: EntryEvent): Promise<void> =>
  addEvents(tx, officeId, [{ entry, event }])

export interface Evidence {
  readonly facts: readonly Fact[]
  readonly entries: readonly KeptEntry[]
}

/** All facts of the given targets that were known by then, with their rows and every correction of these. */
export async function evidenceFor(
  tx: Tx,
  officeId: string,
  targetIds: readonly string[],
  { on, knownAt }: AsOf,
): Promise<Evidence> {
  if (targetIds.length === 0) return { facts: [], entries: [] }
  const { rows } = await sql<Fact>`
    select id, entry_id, target_id, measure, subject, quantity, unit, unit_id, lacks, true_on, known_at from fact
    where office_id = ${officeId} and target_id = any(${sql.val([...targetIds])}::uuid[])
      and true_on <= ${on} and known_at <= ${knownAt}
    order by true_on, id`.execute(tx)
  const facts = rows.map((fact) => ({ ...fact, quantity: decimal(fact.quantity) }))
  // A correction may name another target or another day, so rows are gathered by the chain, not by the target.
  const ids = [...new Set(facts.map((fact) => fact.entryId))]
  return { facts, entries: ids.length === 0 ? [] : await entriesWithCorrections(tx, officeId, ids) }
}

const rowsOf = (officeId: string): string => `rows of ${officeId}`
const registerOf = (officeId: string): string => `register ${officeId} `

/**
 * For whoever enters rows of a register, new ones and later versions: nobody else does, and nothing happens to its rows,
 * until this transaction has ended. It comes before every other lock on rows, so that no two wait for each other.
 */
export async function holdRegister(
  tx: Tx,
  officeId: string,
  { id, opening }: Pick<Register, 'id' | 'opening'>,
): Promise<void> {
  await holdAll(tx, [
    { name: rowsOf(officeId), alone: false },
    // An opening balance comes in alone: none of the rows it stands for is entered while it is looked for.
    { name: `openings ${officeId}`, alone: opening !== undefined },
    { name: `${registerOf(officeId)}${id}`, alone: true },
  ])
}

/** For what happens to rows: meanwhile none of their registers takes a row in, and none of them is corrected. */
export async function holdRegistersOf(tx: Tx, officeId: string, ids: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock_shared(hashtextextended(${registerOf(officeId)} || r.register, 0)) from (
      select distinct register from entry where office_id = ${officeId} and id = any(${sql.val([...ids])}::uuid[])
      order by register offset 0) r`.execute(tx)
}

/** For a recount: no row comes in, and none changes its state, until this transaction has ended. */
export async function keepRowsStill(tx: Tx, officeId: string): Promise<void> {
  await hold(tx, rowsOf(officeId))
  await keepStatesStill(tx, officeId)
}

/** For what changes the state of rows: many do at once, and wait only for whoever keeps the states still. */
export const holdStates = (tx: Tx, officeId: string): Promise<void> => holdTogether(tx, `states of rows ${officeId}`)

/** For what is judged by the state of a row: none changes in the office until this transaction has ended. */
export const keepStatesStill = (tx: Tx, officeId: string): Promise<void> => hold(tx, `states of rows ${officeId}`)
