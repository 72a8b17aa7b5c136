import type { CommunityArea } from '@guatu/core/fact'
import type { Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import { noteChanged } from '../../platform/audit/changed.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'

/** 社区边界 as somebody has brought them in, the last of their versions. */
export interface KeptCommunities {
  readonly seq: number
  readonly communities: readonly CommunityArea[]
  readonly source: string
  readonly byOfficer: string
  readonly at: Instant
}

/** What was in force at a moment; null while the map was a schematic. */
export async function communityMapOf(tx: Tx, officeId: string, knownAt: Instant): Promise<KeptCommunities | null> {
  const { rows } = await sql<KeptCommunities>`
    select seq, communities, source, by_officer, at from community_map
    where office_id = ${officeId} and at <= ${knownAt} order by seq desc limit 1`.execute(tx)
  return rows[0] ?? null
}

/** Adds a version; those before stay. */
export async function addCommunityMap(
  tx: Tx,
  officeId: string,
  before: KeptCommunities | null,
  map: KeptCommunities,
): Promise<void> {
  noteChanged(tx, before, map)
  const { communities, ...more } = map
  await tx
    .insertInto('communityMap')
    .values({ ...more, officeId, id: newId(), communities: JSON.stringify(communities) })
    .execute()
}
