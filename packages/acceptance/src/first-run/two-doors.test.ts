import type { Me } from '@guatu/contract'
import { policyRows } from '@guatu/server'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { probeOf } from '../authorisation/probes.ts'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'
import { openStory, type Story } from '../support/open-office.ts'
import { ask } from '../support/person.ts'
import { query } from '../support/query.ts'

let story: Story
let lan: FastifyInstance
let trial: StoryOffice
let formal: StoryOffice
let sampleId: string
/** Sessions that were good before one of the offices began to work in earnest; both names, for both doors. */
const planted = new Map<string, string>()

beforeAll(async () => {
  story = await openStory('2023-07-01')
  lan = await story.lan()
  trial = await openOfficeIn(story.app, '试用街道', ['城管办'])
  formal = await openOfficeIn(story.app, '正式街道', ['城管办'])
  const reset = { method: 'POST', path: '/api/sample/reset', body: {} } as const
  const sample = await ask<{ officeId: string }>(story.app, null, reset)
  sampleId = sample.body.officeId
  const cookies = {
    [trial.id]: await cookieOf(trial),
    [formal.id]: await cookieOf(formal),
    [sampleId]: sample.cookies[0],
  }
  for (const [id, cookie = ''] of Object.entries(cookies)) {
    const [, value] = cookie.split('=')
    planted.set(id, `guatu_session=${value}; __Host-guatu_session=${value}`)
  }
  for (const id of [trial.id, formal.id, sampleId]) expect(await meThrough(story.app, id), id).toBe(200)
  await query(story.database.root, `update office set kind = 'formal' where id = '${formal.id}'`)
}, 60_000)
afterAll(() => story.close())

const cookieOf = async (office: StoryOffice): Promise<string> =>
  office.sessionOf((await (await office.as('督查专员')).get<Me>('/api/me')).officer.id)
const meThrough = async (app: FastifyInstance, id: string): Promise<number> =>
  (await ask(app, planted.get(id) ?? '', { method: 'GET', path: '/api/me' })).status
const listed = async (app: FastifyInstance): Promise<string[]> => {
  const { body } = await ask<{ offices: { id: string }[] }>(app, null, { method: 'GET', path: '/api/offices' })
  return body.offices.map(({ id }) => id).toSorted()
}
const guarded = policyRows.filter((row) => !row.open && row.route !== 'GET /api/live').map((row) => row.route)

describe('正式启用的单位，从本机的门进不去', () => {
  test('单位列表里没有', async () => {
    expect(await listed(story.app)).toEqual([trial.id, sampleId].toSorted())
    expect(await listed(lan)).toEqual([formal.id])
    const { body } = await ask<Me>(story.app, planted.get(trial.id) ?? '', { method: 'GET', path: '/api/me' })
    expect(body.offices.map(({ id }) => id)).not.toContain(formal.id)
  })

  test('换不到它的身份', async () => {
    const body = { officeId: formal.id }
    const { status, cookies } = await ask(story.app, null, { method: 'POST', path: '/api/session', body })
    expect({ status, cookies }).toEqual({ status: 404, cookies: [] })
  })

  test.each(guarded)('拿着以前的会话也不行：%s', async (route) => {
    const { status } = await ask(story.app, planted.get(formal.id) ?? '', probeOf(route))
    expect(status).toBe(401)
  })

  test('重置和删除示例，它还在', async () => {
    const before = await query(story.database.root, `select * from office where id = '${formal.id}'`)
    await ask(story.app, planted.get(formal.id) ?? '', { method: 'DELETE', path: '/api/sample' })
    expect(await query(story.database.root, `select * from office where id = '${formal.id}'`)).toEqual(before)
  })
})

test('以前随意切换身份得到的会话，从局域网的门也进不去它；登录得到的能进', async () => {
  expect(await meThrough(lan, formal.id)).toBe(401)
  await query(story.database.root, `update session set signed_in_by = 'password' where office_id = '${formal.id}'`)
  expect(await meThrough(lan, formal.id)).toBe(200)
})

test('从哪个门来，只列那个门办得到的事', async () => {
  const mayThrough = async (app: FastifyInstance, id: string) =>
    (await ask<Me>(app, planted.get(id) ?? '', { method: 'GET', path: '/api/me' })).body.may
  expect(await mayThrough(story.app, trial.id)).toEqual(
    expect.arrayContaining(['POST /api/session', 'GET /api/people']),
  )
  const onLan = await mayThrough(lan, formal.id)
  expect(onLan).toContain('GET /api/people')
  expect(onLan.filter((route) => policyRows.find((row) => row.route === route)?.network === 'loopback')).toEqual([])
})

describe('示例和试用的单位，从局域网的门进不去', () => {
  test.each(guarded)('拿着会话也不行：%s', async (route) => {
    const only = policyRows.find((row) => row.route === route)?.network
    for (const id of [trial.id, sampleId]) {
      const { status } = await ask(lan, planted.get(id) ?? '', probeOf(route))
      expect(status, id).toBe(only === 'loopback' ? 404 : 401)
    }
  })

  test.each(['POST /api/offices', 'POST /api/session', 'POST /api/sample/reset', 'DELETE /api/sample'])(
    '%s 只在本机',
    async (route) => {
      const offices = await query(story.database.root, 'select id from office order by id')
      const asked = { ...probeOf(route), ...(route === 'POST /api/session' ? { body: { officeId: trial.id } } : {}) }
      const { status, body, cookies } = await ask<{ code: string }>(lan, planted.get(trial.id) ?? '', asked)
      expect({ status, code: body.code, cookies }).toEqual({
        status: 404,
        code: 'request.only_on_loopback',
        cookies: [],
      })
      expect(await query(story.database.root, 'select id from office order by id')).toEqual(offices)
    },
  )
})

test('局域网的门只认本机的名字：别的名字指过来，一律不理', async () => {
  const at = (host: string) => lan.inject({ method: 'GET', url: '/api/offices', headers: { host } })
  expect((await at('localhost:8443')).statusCode).toBe(200)
  expect((await at('evil.example:8443')).json()).toMatchObject({ code: 'request.foreign_origin' })
})
