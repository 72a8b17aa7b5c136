import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase } from '@guatu/server/platform/testing/fresh-database'
import pg from 'pg'
import { expect, test } from 'vitest'
import { query } from '../support/query.ts'
import { judge } from './support/checker.ts'
import { recordedIn, recorderIn } from './support/recorder.ts'

const asked = { attempted: new Set(['1', '2', '3']), acknowledged: new Set(['1', '2']) }

test.each([
  ['一行确认过的不见了', ['1'], { lost: ['2'], unasked: [], twice: [] }],
  ['多出一行没有人提交过的', ['1', '2', '9'], { lost: [], unasked: ['9'], twice: [] }],
  ['一行记了两次', ['1', '2', '2'], { lost: [], unasked: [], twice: ['2'] }],
  ['没有确认的那一行在或不在都可以', ['1', '2', '3'], { lost: [], unasked: [], twice: [] }],
])('核对人看得出：%s', (_case, stored, verdict) => {
  expect(judge(asked, stored)).toEqual(verdict)
})

// The control: a writer that tells its success before the commit, killed in between, on the same real database.
test('先确认、后提交的写法，被强行结束时必然丢失，核对人必须看出来', async () => {
  const database = await freshDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'guatu-control-'))
  const recorder = recorderIn(join(folder, 'book'))
  await query(database.root, 'create table written (id text)')
  for (const id of ['early-1', 'early-2', 'early-3']) {
    const client = new pg.Client(database.root)
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    recorder.attempt(id)
    await client.query('begin')
    await client.query('insert into written values ($1)', [id])
    recorder.acknowledge(id)
    if (id !== 'early-1') await query(database.root, `select pg_terminate_backend(${rows[0]?.pid ?? 0})`)
    await client.query('commit').catch(() => {})
    await client.end().catch(() => {})
  }
  recorder.close()
  const stored = (await query<{ id: string }>(database.root, 'select id from written')).map(({ id }) => id)
  expect(judge(recordedIn(join(folder, 'book')), stored).lost).toEqual(['early-2', 'early-3'])
  await database.drop()
  rmSync(folder, { recursive: true })
})
