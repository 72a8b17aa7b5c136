import { type Coordinates, isOwn, ledgerNumber, nameColumnOf, type Register } from '@guatu/core/fact'
import type { Within } from '@guatu/core/office'
import type { AsOf } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { all, anyOf, seenWithin } from '../list/asked.ts'
import { duesOf, timedStates } from '../list/due.ts'
import { isRowIn, lastEvent, withFallen, withNewest } from '../list/states.ts'
import type { Layer } from './layers.ts'

/** A row of a layer by the version that it is shown by. */
export interface RowOnMap {
  /** Of the version. */
  readonly id: string
  readonly number: string
  /** What people call it; empty where nothing names it. */
  readonly name: string
  readonly state: 'submitted' | 'verified'
  /** Where it stands in the lifecycle, also where it came by itself; null where the register has none. */
  readonly status: string | null
  readonly late: boolean
  /** As the row names it: a community, `street` or `outside`; empty where it names none. */
  readonly community: string
  /** Null where nobody has said where it is. */
  readonly place: Coordinates | null
}

interface Found extends Pick<RowOnMap, 'id' | 'state' | 'status' | 'place'> {
  readonly numberYear: number
  readonly serial: number
  readonly name: string | null
  readonly community: string | null
}

/** The column that says in which community a row is, of those that the program declares. */
const communityColumnOf = ({ columns }: Register): string =>
  Object.entries(columns).find(([, column]) => column.kind === 'community' && !isOwn(column))?.[0] ?? ''

/** What names a row for everybody who sees it. */
function openNameOf(register: Register): string {
  const id = nameColumnOf(register)
  return id === null || register.columns[id]?.privacy === 'L3' ? '' : id
}

/** The rows of a layer that stand on a day as known then, in the order of their numbers; `within` all have to reach one. */
export async function rowsOnMap(
  tx: Tx,
  { register, geometry, within }: Layer,
  { officeId, asOf, reach }: { readonly officeId: string; readonly asOf: AsOf; readonly reach: Within },
): Promise<readonly RowOnMap[]> {
  const looked = { officeId, register: register.id, knownAt: asOf.knownAt }
  const { rows } = await sql<Found>`
    with ${withFallen(looked)}, ${withNewest(looked)}
    select e.id, e.number_year, e.serial, e.status, ${lastEvent(looked)} as state,
      e.content -> ${sql.val(geometry)} as place,
      e.content ->> ${sql.val(openNameOf(register))} as name,
      e.content ->> ${sql.val(communityColumnOf(register))} as community
    from entry e
    where ${all([
      sql`e.office_id = ${officeId} and e.register = ${register.id}`,
      sql`e.known_at <= ${asOf.knownAt} and e.true_on <= ${asOf.on}`,
      seenWithin(within),
      seenWithin(reach),
      sql`(e.id in (select id from newest) or e.root_id not in (select root_id from newest))`,
      anyOf([isRowIn('submitted', looked), isRowIn('verified', looked)]),
    ])}
    order by e.number_year, e.serial`.execute(tx)
  const dues = timedStates(register).length === 0 ? null : await duesOf(tx, { officeId, register, asOf })
  return rows.map(({ id, numberYear: year, serial, status, state, place, name, community }) => {
    const due = dues?.get(id)
    return {
      id,
      number: ledgerNumber(register, { year, serial }),
      name: name ?? '',
      state,
      status: due?.to ?? status,
      late: due ? due.late && due.to === null : false,
      community: community ?? '',
      // Places of a map on a phone lie hundreds of metres aside: none of them is drawn as it is.
      place: place?.system === 'CGCS2000' ? place : null,
    }
  })
}
