import { join } from 'node:path'
import { policyRows } from '@guatu/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureWebBuilt } from '../../../../tools/build-web.mjs'
import { probeOf } from '../authorisation/probes.ts'
import { checkout } from '../support/guatu-process.ts'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'
import { openStory, type Story } from '../support/open-office.ts'
import { type Asked, send } from '../support/person.ts'

let story: Story
let office: StoryOffice
let cookie: string
beforeAll(async () => {
  await ensureWebBuilt()
  story = await openStory('2023-07-01', { webRoot: join(checkout, 'packages', 'web', 'dist') })
  office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
  const me = await (await office.as('督查专员')).get<{ officer: { id: string } }>('/api/me')
  cookie = await office.sessionOf(me.officer.id)
}, 180_000)
afterAll(() => story.close())

type Headers = Readonly<Record<string, unknown>>

const wanted: Readonly<Record<string, RegExp>> = {
  // A file that was brought in goes out under a narrower one: in a sandbox, with nothing at all.
  'content-security-policy':
    /default-src 'self'.*frame-ancestors 'none'.*require-trusted-types-for 'script'|^(?=.*\bsandbox\b)(?=.*default-src 'none')/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/i,
  'x-request-id': /^[0-9a-f-]{36}$/,
}

const missingIn = (headers: Headers, where: string): string[] =>
  Object.entries(wanted)
    .filter(([name, value]) => !value.test(String(headers[name] ?? '')))
    .map(([name]) => `${where}: ${name}`)

async function headersOf(asked: Asked, by: string | null): Promise<Headers> {
  if (asked.path !== '/api/live') return (await send(story.app, by, asked)).headers
  const reply = await story.app.inject({
    method: 'GET',
    url: asked.path,
    headers: by ? { cookie: by } : {},
    payloadAsStream: true,
  })
  reply.stream().destroy()
  return reply.headers
}

test('每条路由，放行的和拒绝的答复，都带齐防护的首部，数据一律不许留存', async () => {
  const missing: string[] = []
  const kept: string[] = []
  for (const { route } of policyRows)
    for (const by of [cookie, null]) {
      // Leaving has a test of its own below, and would end the session of this one.
      if (route.startsWith('DELETE ')) continue
      const headers = await headersOf(probeOf(route), by)
      missing.push(...missingIn(headers, route))
      if (headers['cache-control'] !== 'no-store') kept.push(route)
    }
  expect(missing).toEqual([])
  expect(kept).toEqual([])
})

test('每个页面、样式、字体和没有的地址，也都带齐', async () => {
  const page = await story.app.inject({ method: 'GET', url: '/', headers: { accept: 'text/html' } })
  const assets = [...page.body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((found) => found[1] ?? '')
  expect(assets.length).toBeGreaterThan(1)
  const pages = ['/', '/wall', '/index.html', '/wall.html', '/review/nothing', '/healthz', '/readyz']
  const missing: string[] = []
  for (const url of [...pages, ...assets, '/assets/none.js', '/api/none']) {
    const reply = await story.app.inject({ method: 'GET', url, headers: { accept: 'text/html' } })
    missing.push(...missingIn(reply.headers, url))
  }
  expect(missing).toEqual([])
})

test('样式只准用我们自己的文件，脚本没有任何行内的', async () => {
  const { headers } = await story.app.inject({ method: 'GET', url: '/' })
  const rules = String(headers['content-security-policy']).split(';')
  expect(rules.filter((rule) => /unsafe|blob:|https?:|\*/.test(rule))).toEqual(["style-src-attr 'unsafe-inline'"])
})

test('只有经 https 到达时才叫浏览器坚持用 https', async () => {
  const { headers } = await story.app.inject({ method: 'GET', url: '/healthz' })
  expect(headers['strict-transport-security']).toBeUndefined()
})

test('离开时叫浏览器清掉这里留下的东西，别的时候不清', async () => {
  const me = await send(story.app, cookie, { method: 'GET', path: '/api/me' })
  expect(me.headers['clear-site-data']).toBeUndefined()
  const leaving = await send(story.app, cookie, { method: 'DELETE', path: '/api/sample' })
  expect(leaving.status).toBe(200)
  expect(leaving.headers['clear-site-data']).toBe('"cache", "storage"')
})
