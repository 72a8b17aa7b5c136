import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '@guatu/server'
import type { Hasher } from '@guatu/server/identity/hashing'
import { type Database, openDatabase } from '@guatu/server/platform/db'
import { keysOf } from '@guatu/server/platform/keys'
import type { PolicyRow } from '@guatu/server/platform/policy'
import { type Limits, noLimits } from '@guatu/server/platform/rates/limits'
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
  /** Where the files lie that people bring. */
  readonly filesFolder: string
  readonly database: Awaited<ReturnType<typeof freshDatabase>>
  /** The application that the other machines of the network reach, on the same database. */
  lan(): Promise<FastifyInstance>
  close(): Promise<void>
}

/** How a story may differ from an office as it is run: a test takes a guard away, or serves the pages too. */
export interface StoryNeeds {
  /** The folder of the built pages, null where only the API is wanted. */
  readonly webRoot?: string | null
  /** The folder whose disk the server watches. */
  readonly dataFolder?: string
  /** Hears every line of the log. */
  readonly logPlace?: { write(line: string): void }
  /** Hashes passwords, where a story wants it cheaper or watched. */
  readonly hasher?: Hasher
  /** Stands between the application and its database. */
  readonly through?: (db: Database) => Database
  /** Connects as the superuser, whom no row policy binds. */
  readonly pastRowPolicies?: boolean
  /** The policy table in force; the declared one, where left out. */
  readonly policy?: ReadonlyMap<string, PolicyRow>
  /** How much may be asked; a story asks as much as it likes, in a minute that never ends. */
  readonly limits?: Limits
}

/** Opens it on a day. */
export async function openStory(
  today: string,
  { through = (db) => db, pastRowPolicies = false, webRoot = null, limits = noLimits, ...more }: StoryNeeds = {},
): Promise<Story> {
  const database = await freshDatabase()
  const { app: asApp, owner } = database.connections
  const db = through(openDatabase({ app: pastRowPolicies ? database.root : asApp, owner }))
  const clock = storyClock(today)
  const filesFolder = mkdtempSync(join(tmpdir(), 'guatu-files-'))
  const open = (network: 'loopback' | 'lan') =>
    buildApp({ db, clock, keys: storyKeys, webRoot, filesFolder, limits, ...more, network })
  const app = await open('loopback')
  let other: Promise<FastifyInstance> | null = null
  const lan = () => (other ??= open('lan'))
  const close = async () => {
    await app.close()
    await (await other)?.close()
    await db.close()
    await database.drop()
    rmSync(filesFolder, { recursive: true })
  }
  return { app, lan, clock, database, filesFolder, close }
}

/** One office on a database of its own, on a day that the story chooses. */
export async function openOffice({
  name = '青禾街道',
  today = '2023-07-01',
  units = ['城管办'],
  ...needs
}: StoryNeeds & {
  readonly name?: string
  readonly today?: string
  readonly units?: readonly string[]
} = {}): Promise<StoryOffice & Story> {
  const story = await openStory(today, needs)
  return { ...story, ...(await openOfficeIn(story.app, name, units)) }
}
