import type { EntryState } from '@guatu/core/fact'
import type { Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Sql } from './values.ts'

/** Where and when rows are looked at. */
export interface Looked {
  readonly officeId: string
  readonly register: string
  readonly knownAt: Instant
}

const eventOf = (row: Sql, { officeId, knownAt }: Looked): Sql =>
  sql`select 1 from entry_event v where v.office_id = ${officeId} and v.entry_id = ${row} and v.at <= ${knownAt}`

/** What last happened to the row called `e` itself by then; `submitted` where nothing did. */
export const lastEvent = ({ officeId, knownAt }: Looked): Sql =>
  sql`coalesce((select v.kind from entry_event v
    where v.office_id = ${officeId} and v.entry_id = e.id and v.at <= ${knownAt}
    order by v.seq desc limit 1), 'submitted')`

/** `fallen`: the versions that were last sent back or taken back, few beside those that stand. */
export const withFallen = ({ officeId, knownAt }: Looked): Sql => sql`
  fallen as materialized (
    select v.entry_id as id, v.kind from entry_event v
    where v.office_id = ${officeId} and v.kind in ('returned', 'withdrawn') and v.at <= ${knownAt}
      and not exists (select 1 from entry_event l
        where l.office_id = v.office_id and l.entry_id = v.entry_id and l.seq > v.seq and l.at <= ${knownAt})
  )`

/** Whether that last happened to the row called `e` itself, over `fallen`. */
function lastIs(kind: Exclude<EntryState, 'corrected'>, looked: Looked): Sql {
  if (kind === 'submitted') return sql`not exists (${eventOf(sql`e.id`, looked)})`
  if (kind === 'verified') return sql`(exists (${eventOf(sql`e.id`, looked)}) and e.id not in (select id from fallen))`
  return sql`e.id in (select id from fallen where kind = ${kind})`
}

/**
 * `statesOf` of the core as tables: `overtaken` holds every version of a register with one below it that stands, and
 * whether one of these was verified. A version is `corrected` when it is among them, unless it was verified itself and
 * none of these was. Goes up from each that stands, so that a long chain is walked once.
 */
export const withOvertaken = (looked: Looked): Sql => sql`
  corrections as materialized (
    select e.id, e.corrects, ${lastEvent(looked)} as own from entry e
    where e.office_id = ${looked.officeId} and e.register = ${looked.register} and e.known_at <= ${looked.knownAt}
      and e.corrects is not null
  ),
  up (id, borne_out) as (
    select corrects, own = 'verified' from corrections where own in ('submitted', 'verified')
    union
    select c.corrects, up.borne_out from up join corrections c on c.id = up.id
  ),
  overtaken as materialized (select id, bool_or(borne_out) as borne_out from up group by id)`

/** The state of the row called `e`, over `overtaken` joined to it as `o`. */
export const stateOfVersion = (looked: Looked): Sql =>
  sql`case when o.id is null or (${lastEvent(looked)} = 'verified' and not o.borne_out) then ${lastEvent(looked)} else 'corrected' end`

/** The same as a question. */
export function isVersionIn(state: EntryState, looked: Looked): Sql {
  const unseated = sql`(o.borne_out or not ${lastIs('verified', looked)})`
  if (state === 'corrected') return sql`(o.id is not null and ${unseated})`
  return sql`(${lastIs(state, looked)} and (o.id is null or not ${unseated}))`
}

/**
 * The version by which a row of several is shown, in `newest`: the last that stands, or the last where none does. A row
 * of one version is not among them.
 */
export const withNewest = (looked: Looked): Sql => {
  const known = sql`e.office_id = ${looked.officeId} and e.register = ${looked.register} and e.known_at <= ${looked.knownAt}`
  return sql`
  changed as materialized (select distinct e.root_id from entry e where ${known} and e.corrects is not null),
  newest as materialized (
    select distinct on (e.root_id) e.root_id, e.id from entry e
      join changed c on c.root_id = e.root_id left join fallen f on f.id = e.id
    where ${known}
    order by e.root_id, (f.id is null) desc, e.id desc
  )`
}

/** Whether the version that a row is shown by is in a state: what last happened to it, for nothing stands in its place. */
export const isRowIn = (state: EntryState, looked: Looked): Sql =>
  state === 'corrected' ? sql`false` : lastIs(state, looked)

/** Whether a later version of the row called `e` stands in its place by then, over `fallen`. */
export const isOvertakenAt = (knownAt: Instant): Sql => sql`
  exists (select 1 from entry n left join fallen f on f.id = n.id
    where n.office_id = e.office_id and n.root_id = e.root_id and n.corrects is not null and n.id > e.id
      and n.known_at <= ${knownAt} and f.id is null)`

/** Whether the row called `e` waits to be verified, over `fallen`: nothing has happened to it, and no later version stands. */
export const isWaitingAt = (looked: Looked): Sql => sql`
  not exists (${eventOf(sql`e.id`, looked)}) and not ${isOvertakenAt(looked.knownAt)}`
