import type { Me } from '@guatu/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { query } from '../support/query.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice({ today: '2023-07-01', units: ['城管办', '东岸社区'] })
  await office.adopt({ text: smallReport })
})
afterEach(() => office.close())

const path = '/api/registers/progress'
const rowOf = (unit: string, quantity = '6') => ({
  on: '2023-06-20',
  target: 'T1.1',
  unit,
  quantity,
  note: '',
  paper: '',
})
const unitNames = async () => (await (await office.as('经办人')).get<Me>('/api/me')).units.map(({ name }) => name)

test('单位写错一个字，这一行不入账，单位名单也不多出一个', async () => {
  const before = await unitNames()
  const handler = await office.as('经办人')
  const asked = { method: 'POST', path: `${path}/entries`, body: { values: rowOf('城管辦') } } as const
  expect(await handler.refused(asked)).toMatchObject({
    code: 'fact.unit_unknown',
    says: { zh: '本街道没有「城管辦」这个单位。' },
  })
  expect(await unitNames()).toEqual(before)
})

test('粘贴的几行里有一行单位写错，只退那一行', async () => {
  const handler = await office.as('经办人')
  const pasted = { rows: [rowOf('城管办'), rowOf('城管'), rowOf('东岸社区')], preview: false }
  const { rows } = await handler.post<{ rows: { code: string | null }[] }>(`${path}/batch`, pasted)
  expect(rows.map(({ code }) => code)).toEqual([null, 'fact.unit_unknown', null])
  expect(await unitNames()).not.toContain('城管')
})

test('撤销了的单位从撤销那天起不再填报，也不再列出', async () => {
  await query(office.database.root, `update unit set closed_on = '2023-07-02' where name = '东岸社区'`)
  const handler = await office.as('经办人')
  await handler.post(`${path}/entries`, { values: rowOf('东岸社区') })
  expect(await unitNames()).toContain('东岸社区')
  office.clock.goTo('2023-07-02')
  const asked = { method: 'POST', path: `${path}/entries`, body: { values: rowOf('东岸社区', '7') } } as const
  expect(await handler.refused(asked)).toMatchObject({
    code: 'fact.unit_closed',
    says: { zh: '「东岸社区」已于2023-07-02撤销，不再填报。' },
  })
  expect(await unitNames()).not.toContain('东岸社区')
})
