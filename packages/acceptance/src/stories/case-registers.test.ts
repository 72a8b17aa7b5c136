import type { Entry, RegisterShape } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { query } from '../support/query.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let petition: Entry
const path = '/api/registers/disputeCase/entries'
const belonging = { community: '东岸社区', leadUnit: '公共事务中心' }
const values = {
  ...belonging,
  caseKind: '信访',
  sourceSystemNo: 'XF-2023-0301',
  channel: '走访',
  category: '物业',
  partiesBand: '3–9人',
  receivedOn: '2023-03-01',
  noticeDueOn: '2023-03-16',
}

beforeAll(async () => {
  office = await openOffice({ today: '2023-03-10', units: ['东岸社区'] })
  petition = await (await office.as('经办人')).post<Entry>(path, { values })
})
afterAll(() => office.close())

type Post = Parameters<typeof office.as>[0]
const registersOf = async (post: Post) =>
  (await (await office.as(post)).get<{ registers: RegisterShape[] }>('/api/registers')).registers
const listed = async (post: Post) => (await (await office.as(post)).get<{ entries: Entry[] }>(path)).entries

test('信访3月1日收到，告知的期限是法定的十五天', async () => {
  const [row] = await listed('经办人')
  expect(row?.due).toMatchObject({ move: 'acceptPetition', on: '2023-03-16', late: false })
})

test('承办的人、科室负责人、分管领导看得到；督查、只读看不到这本台账，也打不开', async () => {
  for (const post of ['经办人', '科室负责人', '分管领导'] as const)
    expect((await listed(post)).map(({ id }) => id)).toEqual([petition.id])
  for (const post of ['督查专员', '只读'] as const) {
    expect((await registersOf(post)).map(({ id }) => id)).not.toContain('disputeCase')
    expect(await (await office.as(post)).refused({ method: 'GET', path })).toMatchObject({
      code: 'fact.register_closed',
      says: { zh: expect.stringContaining('只限承办岗位') },
    })
  }
})

test('看过的都记下来，不导出成表', async () => {
  await listed('科室负责人')
  const seen = await query<{ detail: { l3: number; rows: string } }>(
    office.database.root,
    `select detail from audit where office_id = '${office.id}' and route = 'GET /api/registers/:register/entries'
     and object = '${path}' and outcome = 'read'`,
  )
  expect(seen.at(-1)?.detail).toMatchObject({ l3: 1, rows: petition.id })
  const sheet = { method: 'GET', path: '/api/registers/disputeCase/sheet' } as const
  expect(await (await office.as('经办人')).refused(sheet)).toMatchObject({ code: 'import.stays_inside' })
})

test('请示报告：只读看不到，督查看得到报没报，看不到报的什么', async () => {
  const report = {
    ...belonging,
    kind: '请示',
    matterClass: '重大事项',
    title: '关于某事项的请示',
    classified: '否',
    dueAt: '2023-03-20 18:00',
    toBody: '区委办',
  }
  const reports = '/api/registers/reportItem/entries'
  const entered = await (await office.as('经办人')).post<Entry>(reports, { values: report })
  const seenBy = async (post: Post) =>
    (await (await office.as(post)).get<{ entry: Entry }>(`/api/entries/${entered.id}`)).entry.values
  expect((await seenBy('经办人')).title).toBe('关于某事项的请示')
  const clerk = await seenBy('督查专员')
  expect([clerk.title, clerk.toBody]).toEqual([undefined, '区委办'])
  expect((await registersOf('只读')).map(({ id }) => id)).not.toContain('reportItem')
})

test('台账写明保存多久', async () => {
  const shapes = await registersOf('经办人')
  expect(shapes.find(({ id }) => id === 'disputeCase')?.retention?.zh).toBe('自「办结日期」起保存2年，到期去除身份信息')
  expect(shapes.find(({ id }) => id === 'progress')?.retention).toBeNull()
})
