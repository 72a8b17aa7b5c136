import type { People } from '@guatu/contract'
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

test('新增单位：是什么类型照填的记，不从名称猜；名称前后的空格不算', async () => {
  const clerk = await office.as('督查专员')
  await clerk.post('/api/units', { name: '东岸', kind: 'community' })
  await clerk.post('/api/units', { name: '　网格中心 ', kind: 'department' })
  expect(
    (await clerk.refused({ method: 'POST', path: '/api/units', body: { name: '　 ', kind: 'centre' } })).code,
  ).toBe('request.invalid')
  const { units } = await clerk.get<People>('/api/people')
  expect(units.filter(({ name }) => /东岸|网格/.test(name)).map(({ name, kind }) => [name, kind])).toEqual([
    ['东岸', 'community'],
    ['网格中心', 'department'],
  ])
})
