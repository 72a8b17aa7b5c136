import type * as contract from '@guatu/contract'
import { type Register, statesOf } from '@guatu/core/fact'
import { withinOf } from '@guatu/core/office'
import { accept, type Result, reject } from '@guatu/core/shared'
import { officersOf, unitsOf } from '../../office/index.ts'
import type { Tx } from '../../platform/db.ts'
import type { Ask } from '../../platform/http.ts'
import { asOfFrom } from '../../platform/office.ts'
import { closedTo } from '../access.ts'
import { papersOf } from '../asking.ts'
import { feedablesIn } from '../feedable.ts'
import { noteShown, presentEntry } from '../present.ts'
import { entriesWithCorrections } from '../store.ts'
import type { Query } from './asked.ts'
import { versionsDue } from './due.ts'
import { pageOf } from './page.ts'

/** A page of a register as whoever asks may see it, with how each of its rows stood at the moment looked at. */
export async function listEntries(
  tx: Tx,
  ask: Ask<unknown, Query>,
  register: Register,
): Promise<Result<{ total: number; entries: contract.Entry[]; next: string | null }>> {
  const { office, query, now, seat } = ask
  const closed = closedTo(register, 'read', seat)
  if (closed) return reject(closed)
  const asOf = asOfFrom(query, now)
  const unit = query.unit === undefined ? [] : (await unitsOf(tx, office.id)).filter(({ name }) => name === query.unit)
  const byTarget = register.columns[query.sort ?? '']?.kind === 'target'
  const looked = { officeId: office.id, register, asOf }
  const page = await pageOf(tx, {
    ...looked,
    query,
    due: query.due === undefined ? null : await versionsDue(tx, looked, query.due),
    within: [ask.within(), withinOf(register.access.read, seat)],
    unitId: unit[0]?.id ?? null,
    targets: byTarget ? (await feedablesIn(tx, office.id, now)).map(({ id }) => id) : [],
  })
  if (!page.ok) return page
  const { total, ids, next } = page.value
  // Whether a version still stands is told by the others of its row.
  const versions = await entriesWithCorrections(tx, office.id, ids)
  const byId = new Map(versions.map((entry) => [entry.id, entry]))
  const rows = ids.flatMap((id) => byId.get(id) ?? [])
  const papers = await papersOf(tx, office.id, rows, asOf.knownAt)
  const people = await officersOf(tx, office.id)
  const eyes = {
    knownAt: asOf.knownAt,
    states: statesOf(versions, asOf.knownAt),
    people,
    seat,
    papers,
    amongOthers: true,
  }
  const entries = rows.map((row) => presentEntry(register, row, versions, eyes))
  noteShown(tx, register, entries)
  return accept({ total, entries, next })
}
