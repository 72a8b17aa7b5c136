import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { type OpenedPostgres, openPostgres } from './open.ts'

const made: string[] = []
const opened: OpenedPostgres[] = []

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'guatu launcher, '))
  chmodSync(path, 0o711)
  made.push(path)
  return path
}

async function open(dataFolder: string): Promise<OpenedPostgres> {
  const postgres = await openPostgres({ dataFolder })
  opened.push(postgres)
  return postgres
}

async function ask<T extends pg.QueryResultRow>(config: pg.PoolConfig, sql: string): Promise<T[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

afterAll(async () => {
  for (const postgres of opened) await postgres.stop()
  for (const path of made) rmSync(path, { recursive: true, force: true })
})

test('a folder too deep for a socket still opens, survives a stop, and keeps its rows', async () => {
  const deep = join(folder(), '深'.repeat(40))
  const first = await open(deep)
  await ask(first.connections.owner, 'create table kept as select 7 as n')
  await first.stop()
  const second = await open(deep)
  expect(await ask(second.connections.owner, 'select n from kept')).toEqual([{ n: 7 }])
  await second.stop()
})

test('nothing listens on the network, every commit is on disk, names sort as in China', async () => {
  const { connections, stop } = await open(folder())
  const setting = async (name: string) =>
    (await ask<Record<string, string>>(connections.app, `show ${name}`))[0]?.[name]
  expect(await setting('listen_addresses')).toBe('')
  expect(await setting('synchronous_commit')).toBe('on')
  expect(await setting('fsync')).toBe('on')
  const sorted = await ask<{ name: string }>(
    connections.app,
    "select name from unnest('{张,阿,王,李,陈}'::text[]) name order by 1",
  )
  expect(sorted.map((row) => row.name).join('')).toBe('阿陈李王张')
  await stop()
})

test('the app role owns nothing, passes no policy, and may not make tables', async () => {
  const { connections, stop } = await open(folder())
  const roles = await ask<{ rolsuper: boolean; rolbypassrls: boolean; owns: boolean }>(
    connections.app,
    `select rolsuper, rolbypassrls, pg_has_role(current_user, 'guatu_owner', 'member') as owns
     from pg_roles where rolname = current_user`,
  )
  expect(roles).toEqual([{ rolsuper: false, rolbypassrls: false, owns: false }])
  await expect(ask(connections.app, 'create table t ()')).rejects.toThrow('permission denied')
  await stop()
})

test('a second start on the folder is refused while the first lives, and accepted after it', async () => {
  const shared = folder()
  const first = await open(shared)
  await expect(openPostgres({ dataFolder: shared })).rejects.toMatchObject({ problem: { code: 'start.folder_locked' } })
  await first.stop()
  await (await open(shared)).stop()
})
