import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { openStory } from '../support/open-office.ts'
import { query } from '../support/query.ts'

test('数据库在、磁盘有空间时说可以用；数据库没了说不可以用，进程仍然活着', async () => {
  const story = await openStory('2023-07-01', { dataFolder: tmpdir() })
  const look = async (url: string) => {
    const { statusCode, body } = await story.app.inject({ method: 'GET', url })
    return { status: statusCode, body: JSON.parse(body) as unknown }
  }
  expect(await look('/readyz')).toEqual({ status: 200, body: { database: true, schema: true, disk: true } })
  await story.database.drop()
  expect(await look('/readyz')).toEqual({ status: 503, body: { database: false, schema: false, disk: true } })
  expect(await look('/healthz')).toEqual({ status: 200, body: { alive: true } })
  await story.app.close()
})

test('数据文件夹不在了，也说不可以用', async () => {
  const story = await openStory('2023-07-01', { dataFolder: `${tmpdir()}/guatu-none` })
  const { statusCode, body } = await story.app.inject({ method: 'GET', url: '/readyz' })
  expect([statusCode, JSON.parse(body)]).toEqual([503, { database: true, schema: true, disk: false }])
  await story.close()
})

test.each([
  ['少了一步', `delete from schema_migration where name = (select max(name) from schema_migration)`],
  ['多了一步', `insert into schema_migration (name, sha256, applied_at) values ('9999-later.sql', 'x', now())`],
  ['有一步改过', `update schema_migration set sha256 = 'x' where name = '0001-office.sql'`],
])('数据库的升级记录与本版本不符（%s），说不可以用', async (_what, statement) => {
  const story = await openStory('2023-07-01', { dataFolder: tmpdir() })
  await query(story.database.root, statement)
  const { statusCode, body } = await story.app.inject({ method: 'GET', url: '/readyz' })
  expect([statusCode, JSON.parse(body)]).toEqual([503, { database: true, schema: false, disk: true }])
  await story.close()
})
