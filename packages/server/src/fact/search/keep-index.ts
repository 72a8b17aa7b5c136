import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../platform/db.ts'
import { openDatabase } from '../../platform/db.ts'
import { hold } from '../../platform/hold.ts'
import type { DataPlace } from '../../platform/postgres/open.ts'
import { reachPostgres } from '../../platform/postgres/reach.ts'
import type { Registers } from '../registers.ts'
import { indexSome } from './index-rows.ts'
import { cursorsOf, dropIndex, isWhole, versionsIn } from './index-store.ts'

interface Needs {
  readonly db: Database
  readonly registers: Pick<Registers, 'all'>
}

/** Brings the index of an office up to its rows, block by block; each is kept before the next, so that a kill loses one at most. */
export async function bringUp({ db, registers }: Needs, officeId: string, isOver = () => false): Promise<void> {
  for (;;) {
    const began = performance.now()
    const more = await db.inOffice(officeId, async (tx) => indexSome(tx, officeId, await registers.all(tx, officeId)))
    if (!more || isOver()) return
    // As long again for those who work: nobody waits for an index that is made.
    await sleep(performance.now() - began)
  }
}

/** Throws an index away that is not whole; it is made anew with the next step. */
const lookOver = ({ db }: Needs, officeId: string): Promise<void> =>
  db.inOffice(officeId, async (tx) => {
    await hold(tx, `search ${officeId}`)
    if (!(await isWhole(tx, officeId))) await dropIndex(tx, officeId)
  })

const complain = (officeId: string) => (error: unknown) => {
  process.stderr.write(`检索索引没有跟上 the search lags in ${officeId}: ${String(error)}\n`)
}

const afterChangeMs = 500
const sweepMs = 60_000
const lookOverMs = 3_600_000

/**
 * Keeps the index of every office behind its rows until stopped: at once where something has changed, and every minute
 * where a change came in by no request. What a kill or a restore has left undone is done first.
 */
export async function watchSearch(needs: Needs): Promise<() => Promise<void>> {
  const { db } = needs
  let isOver = false
  let running = Promise.resolve()
  const changed = new Set<string>()
  const bringOn = (officeId: string) =>
    bringUp(needs, officeId, () => isOver).catch((error) => (isOver ? undefined : complain(officeId)(error)))
  const after = async (before: Promise<void>, work: () => Promise<void>): Promise<void> => {
    await before
    if (!isOver) await work()
  }
  const enqueue = (work: () => Promise<void>) => {
    running = after(running, work)
  }
  const offices = async () => (await db.reference.selectFrom('office').select('id').execute()).map(({ id }) => id)
  const sweep = async () => {
    for (const id of await offices().catch(() => [])) await bringOn(id)
  }
  const overAll = async () => {
    for (const id of await offices().catch(() => [])) await lookOver(needs, id).catch(complain(id))
    await sweep()
  }
  const take = async () => {
    await sleep(afterChangeMs, undefined, { ref: false })
    const taken = [...changed]
    changed.clear()
    for (const id of taken) await bringOn(id)
  }
  const unlisten = await db.listen((officeId) => {
    if (changed.size === 0) enqueue(take)
    changed.add(officeId)
  })
  const timers = [setInterval(() => enqueue(sweep), sweepMs), setInterval(() => enqueue(overAll), lookOverMs)]
  for (const timer of timers) timer.unref()
  enqueue(overAll)
  return async () => {
    isOver = true
    for (const timer of timers) clearInterval(timer)
    await unlisten()
    await running
  }
}

export interface Remade {
  readonly name: string
  readonly versions: number
}

/** Makes the index of every office anew. Throws `StartStopped`. */
export async function remakeIndexes(place: DataPlace, registers: Registers): Promise<readonly Remade[]> {
  const postgres = await reachPostgres(place)
  const db = openDatabase(postgres.connections)
  try {
    const offices = await db.reference.selectFrom('office').select(['id', 'name']).orderBy('createdAt').execute()
    const done: Remade[] = []
    for (const { id, name } of offices) {
      await db.inOffice(id, async (tx) => {
        await hold(tx, `search ${id}`)
        await dropIndex(tx, id)
      })
      await bringUp({ db, registers }, id)
      done.push({ name, versions: await db.inOffice(id, async (tx) => versionsIn(await cursorsOf(tx, id))) })
    }
    return done
  } finally {
    await db.close()
    await postgres.stop()
  }
}
