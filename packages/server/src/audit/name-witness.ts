import { existsSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { witnessMark } from '../platform/audit/deliver.ts'
import { trailProblems } from '../platform/audit/problems.ts'
import { type Witness, witnessOf } from '../platform/audit/witness.ts'
import type { Clock } from '../platform/clock.ts'
import { type Database, openDatabase } from '../platform/db.ts'
import type { DataPlace } from '../platform/postgres/open.ts'
import { reachPostgres } from '../platform/postgres/reach.ts'
import { StartStopped } from '../platform/postgres/stopped.ts'

/** What each office has for a witness now; `sameDisk` where the folder lies on the disk of the data. */
export interface Named {
  readonly offices: readonly { readonly name: string; readonly witness: Witness | null }[]
  readonly sameDisk: boolean
}

function checked(given: string, dataFolder: string): string {
  const folder = resolve(given)
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new StartStopped(trailProblems('witness.folder_missing', { folder }))
  const inside = `${realpathSync(folder)}${sep}`.startsWith(`${realpathSync(dataFolder)}${sep}`)
  if (inside) throw new StartStopped(trailProblems('witness.folder_inside', { folder }))
  try {
    writeFileSync(join(folder, witnessMark), '挂图审计检查点的第二处，请勿删除。 Where Guatu keeps its checkpoints.\n')
  } catch {
    throw new StartStopped(trailProblems('witness.folder_unwritable', { folder }))
  }
  return folder
}

async function noteIn(db: Database, id: string, folder: string | null, since: string): Promise<void> {
  await db.inOffice(id, (tx) => tx.insertInto('witness').values({ officeId: id, folder, since }).execute())
}

/**
 * Names the second folder for the checkpoints of every office there is, or with null takes it away; left out, only tells
 * what stands. As the owner of the tables: nobody can do it through the server. Throws `StartStopped`.
 */
export async function nameWitness(given: string | null | undefined, place: DataPlace, clock: Clock): Promise<Named> {
  const postgres = await reachPostgres(place)
  const { owner } = postgres.connections
  const db = openDatabase({ app: owner, owner })
  try {
    const folder = given ? checked(given, postgres.folder) : null
    const offices = await db.reference.selectFrom('office').select(['id', 'name']).orderBy('createdAt').execute()
    if (given !== undefined) for (const { id } of offices) await noteIn(db, id, folder, clock.now())
    const named: { name: string; witness: Witness | null }[] = []
    for (const { id, name } of offices) named.push({ name, witness: await db.inOffice(id, (tx) => witnessOf(tx, id)) })
    const sameDisk = folder !== null && statSync(folder).dev === statSync(postgres.folder).dev
    return { offices: named, sameDisk }
  } finally {
    await db.close()
    await postgres.stop()
  }
}
