import { afterAll, expect, test, vi } from 'vitest'
import { openOfficeIn } from '../support/office.ts'
import { openStory } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { query } from '../support/query.ts'

afterAll(() => vi.unstubAllEnvs())

interface Line {
  readonly reqId?: string
  readonly route?: string
  readonly status?: number
  readonly ms?: number
}

test('日志写下编号、路由、结果和用时，不写姓名、地址、登录信息和内容，出错时也不写', async () => {
  vi.stubEnv('GUATU_LOG', 'info')
  const lines: string[] = []
  const story = await openStory('2023-07-01', { logPlace: { write: (line) => lines.push(line) } })
  const office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
  await office.adopt({ text: smallReport })
  await office.report('T1.1', '2023-06-20 6', { note: '只此一句的说明' })
  const clerk = await office.as('督查专员')
  const me = await clerk.get<{ officer: { id: string; name: string } }>('/api/me')
  const secret = (await office.sessionOf(me.officer.id)).split('=')[1] ?? ''
  await query(story.database.root, `alter table unit add constraint never check (name <> '不许叫的名字')`)
  const broken = await clerk.ask<{ code: string; facts: { reference: string } }>({
    method: 'POST',
    path: '/api/units',
    body: { name: '不许叫的名字', kind: 'department' },
  })
  expect(broken).toMatchObject({ status: 503, body: { code: 'request.broken' } })
  await story.close()
  const all = lines.join('')
  for (const word of [
    me.officer.name,
    '青禾街道',
    '只此一句的说明',
    '不许叫的名字',
    secret,
    '127.0.0.1',
    'guatu_session',
  ])
    expect(all.includes(word), word).toBe(false)
  const told = lines.map((line) => JSON.parse(line) as Line).filter((line) => line.route)
  expect(told.length).toBeGreaterThan(8)
  for (const line of told)
    expect(line).toMatchObject({ reqId: expect.any(String), status: expect.any(Number), ms: expect.any(Number) })
  expect(told.map((line) => line.route)).toContain('POST /api/registers/:register/entries')
  expect(all).toContain(broken.body.facts.reference)
  expect(all).toContain('23514')
})
