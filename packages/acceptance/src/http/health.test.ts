import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { openStory } from '../support/open-office.ts'

test('数据库在、磁盘有空间时说可以用；数据库没了说不可以用，进程仍然活着', async () => {
  const story = await openStory('2023-07-01', { dataFolder: tmpdir() })
  const look = async (url: string) => {
    const { statusCode, body } = await story.app.inject({ method: 'GET', url })
    return { status: statusCode, body: JSON.parse(body) as unknown }
  }
  expect(await look('/readyz')).toEqual({ status: 200, body: { database: true, disk: true } })
  await story.database.drop()
  expect(await look('/readyz')).toEqual({ status: 503, body: { database: false, disk: true } })
  expect(await look('/healthz')).toEqual({ status: 200, body: { alive: true } })
  await story.app.close()
})

test('数据文件夹不在了，也说不可以用', async () => {
  const story = await openStory('2023-07-01', { dataFolder: `${tmpdir()}/guatu-none` })
  const { statusCode, body } = await story.app.inject({ method: 'GET', url: '/readyz' })
  expect([statusCode, JSON.parse(body)]).toEqual([503, { database: true, disk: false }])
  await story.close()
})
