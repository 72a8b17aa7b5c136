import { join } from 'node:path'
import type { IssuedWallPass, MySessions } from '@guatu/contract'
import { policyRows } from '@guatu/server'
import { beforeAll, expect, test } from 'vitest'
import { ensureWebBuilt } from '../../../../tools/build-web.mjs'
import { outcomeOf } from '../authorisation/matrix.ts'
import { probeOf } from '../authorisation/probes.ts'
import { sessionsOfSingleDuties } from '../authorisation/single-duties.ts'
import { openFormalOffice, passwordOf } from '../identity/formal-office.ts'
import { cookieFaults } from '../support/cookie-rules.ts'
import { checkout } from '../support/guatu-process.ts'
import { openOfficeIn } from '../support/office.ts'
import { openStory } from '../support/open-office.ts'
import { cookiesSetBy, send } from '../support/person.ts'

// Whoever sends a request through `send`, here and in every other test, has each cookie of the answer looked at.

beforeAll(async () => {
  // What other tests of this process sent is none of ours.
  cookiesSetBy.clear()
  await ensureWebBuilt()
}, 180_000)

const good = {
  lan: '__Host-guatu_session=a.b; Path=/; HttpOnly; Secure; SameSite=Strict',
  loopback: 'guatu_session=a.b; Path=/; HttpOnly; SameSite=Strict',
} as const

test.each([
  ['lan', '没有 __Host-', '__Host-guatu', 'guatu', '__Host-'],
  ['lan', '没有 Secure', '; Secure', '', 'Secure'],
  ['lan', '没有 HttpOnly', '; HttpOnly', '', 'HttpOnly'],
  ['lan', '没有 SameSite', '; SameSite=Strict', '', 'SameSite=Strict'],
  ['lan', 'SameSite 放宽', 'Strict', 'Lax', 'SameSite=Strict'],
  ['lan', '没有 Path', '; Path=/', '', 'Path=/'],
  ['lan', 'Path 只管一处', 'Path=/', 'Path=/api', 'Path=/'],
  ['lan', '写了 Domain', '; HttpOnly', '; HttpOnly; Domain=example.test', 'no Domain'],
  ['loopback', '没有 HttpOnly', '; HttpOnly', '', 'HttpOnly'],
  ['loopback', '没有 SameSite', '; SameSite=Strict', '', 'SameSite=Strict'],
  ['loopback', '没有 Path', '; Path=/', '', 'Path=/'],
  ['loopback', '没有经 https 却写了 Secure', '; HttpOnly', '; HttpOnly; Secure', 'Secure'],
] as const)('%s 上的 cookie %s，查得出来', (network, _what, part, instead, rule) => {
  expect(cookieFaults(good[network], network)).toEqual([])
  const broken = good[network].replace(part, instead)
  expect(cookieFaults(broken, network).map((fault) => fault.split(': ')[1])).toEqual([rule])
})

const setThrough = (network: 'lan' | 'loopback') =>
  [...cookiesSetBy]
    .filter((one) => one.startsWith(`${network} `))
    .map((one) => one.slice(network.length + 1))
    .toSorted()

test('经 https：每条路由、每条登录的路给出的 cookie，都守规矩', async () => {
  const office = await openFormalOffice()
  const { browser: clerk, secret } = await office.settleIn('supervisor')
  // What ends the clerk's own sign-in has its turn below.
  for (const { route } of policyRows)
    for (const cookie of [clerk.cookie, null])
      if (route !== 'POST /api/sign-out') await outcomeOf(office.lanApp, cookie, probeOf(route))
  const { code } = (await clerk.post<IssuedWallPass>('/api/wall-passes', { screen: '大屏', until: null })).body
  // That reading the wall sets it anew is tried where passes are, by the same `send`.
  const body = { officeId: office.id, code }
  await send(office.lanApp, null, { method: 'POST', path: '/api/wall-passes/bind', body })

  office.clock.pass(60)
  const at = office.browser()
  await office.signIn('supervisor', undefined, at)
  await at.post('/api/sign-in/second-factor', { code: office.phone(secret ?? '') })
  const { sessions } = (await at.get<MySessions>('/api/my/sessions')).body
  const [post] = await office.sql<{ post_id: string }>(
    `select post_id from holding where officer_id = '${office.officers.supervisor}'`,
  )
  await at.post('/api/my/post', { postId: post?.post_id })
  expect(sessions.length).toBeGreaterThan(1)
  const now = (await at.get<MySessions>('/api/my/sessions')).body.sessions.find(({ current }) => current)
  await at.post(`/api/my/sessions/${now?.id}/end`)
  await clerk.post('/api/sign-out')

  await office.settleIn('handler')
  office.clock.pass(89 * 86_400)
  await office.signIn('handler')
  office.clock.pass(89 * 86_400)
  await office.signIn('handler')
  office.clock.pass(10 * 86_400)
  const due = office.browser()
  expect((await office.signIn('handler', undefined, due)).body).toEqual({ next: 'password' })
  await due.post('/api/sign-in/password', { password: `${passwordOf('handler')}x` })
  expect(setThrough('lan')).toEqual([
    'POST /api/my/post',
    'POST /api/my/sessions/:id/end',
    'POST /api/sign-in',
    'POST /api/sign-in/enrolment/confirm',
    'POST /api/sign-in/first',
    'POST /api/sign-in/password',
    'POST /api/sign-in/second-factor',
    'POST /api/sign-out',
    'POST /api/wall-passes/bind',
  ])
  await office.close()
}, 300_000)

test('在本机：每条路由和网页给出的 cookie，都守规矩', async () => {
  const story = await openStory('2026-03-02', { webRoot: join(checkout, 'packages', 'web', 'dist') })
  const office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
  const whole = { ...story, ...office }
  const sessions = await sessionsOfSingleDuties(whole)
  for (const { route } of policyRows) await outcomeOf(story.app, sessions.get('supervisor') ?? null, probeOf(route))
  await send(story.app, null, { method: 'GET', path: '/' })
  await send(story.app, null, { method: 'POST', path: '/api/session', body: { officeId: office.id } })
  expect(setThrough('loopback')).toEqual(['DELETE /api/sample', 'GET /', 'POST /api/sample/reset', 'POST /api/session'])
  await story.close()
}, 300_000)
