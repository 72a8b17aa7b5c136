import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { ask } from '../support/person.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice({ today: '2023-06-30' })
})
afterEach(() => office.close())

const make = (name: string, key?: string) =>
  ask<{ officeId: string; code: string }>(office.app, null, {
    method: 'POST',
    path: '/api/offices',
    body: { name },
    ...(key ? { key } : {}),
  })

test('两个单位不能同名；同一次提交重发，得到的还是那一个', async () => {
  const first = await make('河口街道', 'the-same-request')
  expect(first.status).toBe(201)
  expect(await make('河口街道', 'the-same-request')).toMatchObject({ status: 201, body: first.body })
  expect(await make('河口街道')).toMatchObject({ status: 409, body: { code: 'office.name_taken' } })
  expect((await make('河东街道')).status).toBe(201)
})
