import { buildApp } from '@guatu/server'
import { openDatabase } from '@guatu/server/platform/db'
import type { Limits } from '@guatu/server/platform/rates/limits'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'
import { openStory, type Story, storyKeys } from '../support/open-office.ts'
import { query } from '../support/query.ts'

const limits: Limits = {
  windowSeconds: 60,
  perPerson: { reads: 60, writes: 20, files: 5 },
  peoplePerAddress: 5,
  parts: 5,
}

let story: Story
let office: StoryOffice
let seats: readonly string[]
const others: { close(): Promise<void> }[] = []
const ten = '2023-07-01'

beforeEach(async () => {
  story = await openStory(ten, { limits })
  office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
  const { officers } = await (await office.as('督查专员')).get<{ officers: { id: string }[] }>('/api/me')
  seats = await Promise.all(officers.map(({ id }) => office.sessionOf(id)))
  // Whatever making the office took is in the window before.
  story.clock.goTo('2023-07-02')
})
afterEach(async () => {
  for (const other of others.splice(0)) await other.close()
  await story.close()
})

/** Another server process on the same database. */
async function another(): Promise<FastifyInstance> {
  const db = openDatabase(story.database.connections)
  const { clock, filesFolder } = story
  const app = await buildApp({ db, clock, keys: storyKeys, filesFolder, webRoot: null, limits })
  others.push({
    close: async () => {
      await app.close()
      await db.close()
    },
  })
  return app
}

const look = (app: FastifyInstance, cookie = '', from = '10.0.0.8') =>
  app.inject({ method: 'GET', url: '/api/plans', headers: { cookie }, remoteAddress: from })

async function letThrough(times: number, one: (n: number) => ReturnType<typeof look>) {
  const answers = await Promise.all(Array.from({ length: times }, (_, n) => one(n)))
  return answers.filter(({ statusCode }) => statusCode !== 429).length
}

test('问得太多：说过多久再来，不说是谁、问了什么、限多少', async () => {
  const [cookie] = seats
  expect(await letThrough(60, () => look(story.app, cookie))).toBe(60)
  const { statusCode, headers, body } = await look(story.app, cookie)
  expect(statusCode).toBe(429)
  const seconds = Number(headers['retry-after'])
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(60)
  const problem = JSON.parse(body)
  expect(problem).toMatchObject({ code: 'request.too_many', kind: 'tooMany', facts: { seconds } })
  expect(problem.says.zh).toBe(`请求太频繁，请在${seconds}秒后再试。`)
  expect(problem.says.en).toBe(`Too many requests; try again in ${seconds} seconds.`)
  expect(JSON.stringify(problem.facts)).toBe(`{"seconds":${seconds}}`)
})

test('一个人问得太多，同一地址的同事照常；查看问完了，改动的份还在', async () => {
  const [busy, calm] = seats
  await letThrough(80, () => look(story.app, busy))
  expect((await look(story.app, busy)).statusCode).toBe(429)
  expect((await look(story.app, calm)).statusCode).toBe(200)
  const written = await story.app.inject({
    method: 'POST',
    url: '/api/units',
    headers: { cookie: busy ?? '', 'idempotency-key': 'still-may-write' },
    payload: { name: '新的科室' },
  })
  expect(written.statusCode).not.toBe(429)
})

test('换多少个会话都是同一个人的份', async () => {
  const { officer } = await (await office.as('经办人')).get<{ officer: { id: string } }>('/api/me')
  story.clock.goTo('2023-07-03')
  const sessions = await Promise.all(Array.from({ length: 10 }, () => office.sessionOf(officer.id)))
  expect(await letThrough(100, (n) => look(story.app, sessions[n % 10]))).toBe(60)
})

test('没有身份的请求按地址限：几个人的份；换了假的登录信息也一样', async () => {
  const one = (n: number) => look(story.app, `guatu_session=${office.id}.${String(n).padStart(32, 'x')}`)
  expect(await letThrough(400, one)).toBe(300)
  expect((await look(story.app, '', '10.0.0.9')).statusCode).toBe(401)
})

test('三个服务进程合起来只放行一份；一分钟后重新计', async () => {
  const apps = [story.app, await another(), await another()] as const
  const one = (n: number) => look(apps[n % 3] ?? story.app, seats[0])
  expect(await letThrough(240, one)).toBe(60)
  story.clock.goTo('2023-07-03')
  expect(await letThrough(240, one)).toBe(60)
})

test('重启以后接着计，不是重新给一份', async () => {
  await letThrough(60, () => look(story.app, seats[0]))
  const restarted = await another()
  expect((await look(restarted, seats[0])).statusCode).toBe(429)
  expect((await look(restarted, seats[1])).statusCode).toBe(200)
})

test('进程的钟慢了几分钟，也不能把份重新算起', async () => {
  await letThrough(60, () => look(story.app, seats[0]))
  const slow = await another()
  story.clock.goTo('2023-07-01')
  expect((await look(slow, seats[0])).statusCode).toBe(429)
})

test('数据库里只有计数：没有地址，没有姓名；过去的计数会清掉', async () => {
  await letThrough(5, () => look(story.app, seats[0]))
  const kept = async () => JSON.stringify(await query(story.database.root, 'select * from rate'))
  expect(await kept()).toContain('2023-07-02')
  expect(await kept()).not.toMatch(/10\.0\.0\.8|person|address/)
  story.clock.goTo('2023-07-04')
  await look(story.app, seats[0])
  await expect.poll(kept).not.toContain('2023-07-02')
})

test('计数的表没有了，一个进程自己照样限', async () => {
  await query(story.database.root, 'drop table rate')
  expect(await letThrough(80, () => look(story.app, seats[0]))).toBe(60)
})

test('看守服务器的探测、页面的样式，什么时候都答', async () => {
  const ask = (url: string) => story.app.inject({ method: 'GET', url, remoteAddress: '10.0.0.8' })
  await letThrough(310, () => ask('/api/offices'))
  expect((await ask('/api/offices')).statusCode).toBe(429)
  expect((await ask('/healthz')).statusCode).toBe(200)
  expect((await ask('/readyz')).statusCode).toBe(200)
})
