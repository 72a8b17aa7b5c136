import { policyRows } from '@guatu/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

// What is told live stays open and has no end to wait for.
const readable = policyRows
  .map(({ route }) => route)
  .filter((route) => /^GET [^:]+$/.test(route) && route !== 'GET /api/live')

// The pool has eight connections: whoever held one while waiting for another would stop all the others with itself.
test('同一页面二十个人同时打开，个个都有答复', async () => {
  expect(readable).toContain('GET /api/me')
  const person = await office.as('督查专员')
  for (const route of readable) {
    const path = route.replace('GET ', '')
    const asked = Array.from({ length: 20 }, () => person.ask({ method: 'GET', path }))
    const statuses = new Set((await Promise.all(asked)).map(({ status }) => status))
    expect([route, ...statuses]).toEqual([route, expect.toSatisfy((status: number) => status < 500)])
  }
})
