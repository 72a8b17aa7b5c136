import { buildApp } from '@guatu/server'
import { openDatabase } from '@guatu/server/platform/db'
import { keysOf } from '@guatu/server/platform/keys'
import { freshDatabase } from '@guatu/server/platform/testing/fresh-database'
import type { FastifyInstance } from 'fastify'
import { type StoryClock, storyClock } from './clock.ts'
import { openOfficeIn, type StoryOffice } from './office.ts'

/** The keys of every story: the same in each run. */
export const storyKeys = keysOf(Buffer.alloc(32, 7))

/** A whole Guatu on a database of its own. */
export interface Story {
  readonly app: FastifyInstance
  readonly clock: StoryClock
  readonly database: Awaited<ReturnType<typeof freshDatabase>>
  close(): Promise<void>
}

/** Opens it on a day; with `webRoot`, the folder of the built pages, it serves those too. */
export async function openStory(today: string, webRoot: string | null = null): Promise<Story> {
  const database = await freshDatabase()
  const db = openDatabase(database.connections)
  const clock = storyClock(today)
  const app = await buildApp({ db, clock, keys: storyKeys, webRoot })
  const close = async () => {
    await app.close()
    await db.close()
    await database.drop()
  }
  return { app, clock, database, close }
}

/** One office on a database of its own, on a day that the story chooses. */
export async function openOffice({
  name = '青禾街道',
  today = '2023-07-01',
  units = ['城管办'],
} = {}): Promise<StoryOffice & Story> {
  const story = await openStory(today)
  return { ...story, ...(await openOfficeIn(story.app, name, units)) }
}
