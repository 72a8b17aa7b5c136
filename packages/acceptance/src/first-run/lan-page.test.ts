import { afterAll, beforeAll, expect, test } from 'vitest'
import { personIn } from '../authorisation/single-duties.ts'
import { openOffice } from '../support/open-office.ts'
import { ask } from '../support/person.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

test('启用说明只给系统管理员看', async () => {
  const seen = async (duty: 'systemAdmin' | 'auditAdmin') => {
    const cookie = await office.sessionOf(await personIn(office, duty, duty === 'systemAdmin' ? 100 : 101))
    return ask(office.app, cookie, { method: 'GET', path: '/api/lan' })
  }
  const { status, body } = await seen('systemAdmin')
  expect({ status, body }).toEqual({
    status: 200,
    body: { open: false, addresses: [], uncovered: [], certificate: null, problem: null },
  })
  expect((await seen('auditAdmin')).status).toBe(403)
})
