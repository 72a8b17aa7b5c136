import type { LonLat, OfficeArea } from '@guatu/core/fact'
import type { Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import { noteChanged } from '../../platform/audit/changed.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'

/** The boundary of an office as somebody has drawn it, the last of its versions. */
export interface KeptArea extends OfficeArea {
  readonly seq: number
  readonly source: string
  readonly byOfficer: string
  readonly at: Instant
}

/** Null while the office has drawn none. */
export async function areaOf(tx: Tx, officeId: string): Promise<KeptArea | null> {
  const { rows } = await sql<KeptArea>`
    select seq, ring, margin_m as "marginM", source, by_officer, at from office_area
    where office_id = ${officeId} order by seq desc limit 1`.execute(tx)
  return rows[0] ?? null
}

/** Adds a version of the boundary; those before stay. */
export async function addArea(tx: Tx, officeId: string, before: KeptArea | null, area: KeptArea): Promise<void> {
  noteChanged(tx, before, area)
  const { ring, ...more } = area
  await tx
    .insertInto('officeArea')
    .values({ ...more, officeId, id: newId(), ring: JSON.stringify(ring satisfies readonly LonLat[]) })
    .execute()
}
