import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Me, WallChart } from '@guatu/contract'
import { buildApp } from '@guatu/server'
import { openDatabase } from '@guatu/server/platform/db'
import { knownMigrations, migrate } from '@guatu/server/platform/migrate'
import { emptyDatabase, type FreshDatabase } from '@guatu/server/platform/testing/fresh-database'
import { expect, test } from 'vitest'
import { storyClock } from '../support/clock.ts'
import { storyKeys } from '../support/open-office.ts'
import { ask } from '../support/person.ts'
import { query } from '../support/query.ts'

const officeId = '0a000000-0000-4000-8000-000000000001'
const names = knownMigrations().map(({ name }) => name)
const writtenAt = (name: string): string | null => {
  const file = new URL(`written-at/${name}`, import.meta.url)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** A database as an earlier version left it: its schema, with rows that were written while each table was new. */
async function databaseOf(last: number): Promise<FreshDatabase> {
  const database = await emptyDatabase()
  for (const name of names.slice(0, last)) {
    await migrate(database.connections.owner, [name])
    const rows = writtenAt(name)
    if (rows) await query(database.root, rows)
  }
  return database
}

async function rowsIn(database: FreshDatabase): Promise<Record<string, number>> {
  const tables = await query<{ name: string }>(
    database.root,
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
     and relname <> 'schema_migration' order by 1`,
  )
  const counted: Record<string, number> = {}
  for (const { name } of tables)
    counted[name] = (await query<{ n: number }>(database.root, `select count(*)::int as n from ${name}`))[0]?.n ?? -1
  return counted
}

/** Opens today's product on it, as the supervision clerk of the office. */
async function opened(database: FreshDatabase) {
  const filesFolder = mkdtempSync(join(tmpdir(), 'guatu-files-'))
  const db = openDatabase(database.connections)
  const app = await buildApp({ db, clock: storyClock('2023-07-01'), keys: storyKeys, webRoot: null, filesFolder })
  const { cookies } = await ask(app, null, { method: 'POST', path: '/api/session', body: { officeId } })
  const get = async <T>(path: string) => (await ask<T>(app, cookies[0] ?? '', { method: 'GET', path })).body
  const close = async () => {
    await app.close()
    await db.close()
    rmSync(filesFolder, { recursive: true })
  }
  return { get, close }
}

test.each(names.slice(0, -1).map((name, i) => [name, i + 1] as const))(
  '停在 %s 的旧库，升级后一行不少，人还在岗，打得开',
  async (_name, last) => {
    const database = await databaseOf(last)
    try {
      const before = await rowsIn(database)
      await migrate(database.connections.owner)
      expect(await rowsIn(database)).toMatchObject(before)
      const office = await opened(database)
      const me = await office.get<Me>('/api/me')
      expect(me.office.name).toBe('旧版街道')
      expect(me.officers.map(({ name, post }) => `${name} ${post}`)).toEqual(['周敏 督查专员', '何清 科室负责人'])
      const tasks = (await office.get<WallChart>('/api/wall?year=2023')).areas?.flatMap((area) => area.tasks) ?? []
      expect(tasks.map(({ number, title }) => `${number} ${title}`)).toEqual(last > 1 ? ['1 新建口袋公园'] : [])
      await office.close()
    } finally {
      await database.drop()
    }
  },
)
