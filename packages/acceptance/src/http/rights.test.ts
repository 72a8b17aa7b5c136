import { dutyLabels } from '@guatu/core/office'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dutiesOf, guardedRows } from '../authorisation/matrix.ts'
import { probeOf } from '../authorisation/probes.ts'
import type { StoryOffice } from '../support/office.ts'
import { openOffice, type Story } from '../support/open-office.ts'
import { query } from '../support/query.ts'

let office: StoryOffice & Story
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

test('没有权限的，每条路由都说缺的是哪一项职责，不说别的', async () => {
  const viewer = await office.as('只读')
  const closed = guardedRows.filter((row) => !row.bySystemKey && !dutiesOf(row).includes('viewer'))
  expect(closed.length).toBeGreaterThan(15)
  for (const row of closed) {
    const problem = await viewer.refused(probeOf(row.route))
    expect(problem, row.route).toMatchObject({ code: 'request.forbidden', kind: 'forbidden' })
    expect(problem.says.zh, row.route).toContain(row.label.zh)
    for (const duty of dutiesOf(row)) expect(problem.says.zh, row.route).toContain(dutyLabels[duty].zh)
    expect(Object.keys(problem.facts).sort(), row.route).toEqual(['needs', 'needsEn', 'post', 'what'])
  }
})

test('办到一半收回了职责：下一个请求就拒绝，说需要哪项职责，不当成登录过期', async () => {
  const handler = await office.as('经办人')
  const asked = probeOf('POST /api/registers/:register/entries')
  expect((await handler.ask<{ code?: string }>(asked)).status).not.toBe(403)
  const { officer } = await handler.get<{ officer: { postId: string } }>('/api/me')
  await query(office.database.root, `update post set duties = '{viewer}' where id = '${officer.postId}'`)
  const problem = await handler.refused(asked)
  expect(problem.code).toBe('request.forbidden')
  expect(problem.says.zh).toContain(dutyLabels.handler.zh)
  await handler.get('/api/me')
})

test('办到一半不再任职：当成没有身份，请重新选定，所填的没有丢', async () => {
  const head = await office.as('科室负责人')
  const { officer } = await head.get<{ officer: { postId: string } }>('/api/me')
  await query(office.database.root, `update holding set until_day = '2023-06-30' where post_id = '${officer.postId}'`)
  const { status, body } = await head.ask<{ code: string; next: { zh: string } }>({ method: 'GET', path: '/api/me' })
  expect(status).toBe(401)
  expect(body.code).toBe('request.no_seat')
  expect(body.next.zh).toContain('已填内容没有丢失')
})
