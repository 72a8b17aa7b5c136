import type { Entry, EntryDetail, Me } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { query } from '../support/query.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let appeal: Entry
const words = '厂区门口货车夜间乱停，员工下班不安全'
beforeAll(async () => {
  office = await openOffice({ today: '2023-06-20', units: ['东岸社区'] })
  const values = {
    community: '东岸社区',
    uscc: '91350100M000100Y43',
    channel: 'gridStaff',
    channelNo: '20230619-1',
    category: 'traffic',
    urgency: 'normal',
    complexity: 'other',
    text: words,
    receivedAt: '2023-06-19 09:00',
    firstDueAt: '2023-06-20 09:00',
    finalDueAt: '2023-06-26 09:00',
    leadUnit: '公共事务中心',
  }
  appeal = await (await office.as('经办人')).post('/api/registers/appeal/entries', { values })
})
afterAll(() => office.close())

const looks = (route: string) =>
  query<{ object: string; detail: Record<string, unknown>; officer_name: string; outcome: string }>(
    office.database.root,
    `select object, detail, officer_name, outcome from audit where office_id = '${office.id}' and route = '${route}' order by seq`,
  )
const detail = async (post: '经办人' | '只读') => (await office.as(post)).get<EntryDetail>(`/api/entries/${appeal.id}`)

test('需知悉的内容不在列表里出现，列表不用记；只在那一行的详情里给经办的人看，看一次记一次', async () => {
  const path = '/api/registers/appeal/entries'
  const page = await (await office.as('经办人')).get<{ entries: Entry[] }>(path)
  expect(page.entries[0]?.values.channelNo).toBe('20230619-1')
  expect(JSON.stringify(page)).not.toContain('乱停')
  expect(await looks('GET /api/registers/:register/entries')).toEqual([])

  expect((await detail('经办人')).entry.values.text).toBe(words)
  await detail('经办人')
  const seen = await looks('GET /api/entries/:id')
  expect(seen).toHaveLength(2)
  expect(seen[0]).toMatchObject({
    object: `/api/entries/${appeal.id}`,
    outcome: 'read',
    detail: { l3: 1, rows: appeal.id },
  })
  expect(JSON.stringify(seen)).not.toContain('乱停')
})

test('看不到内容的人看这一行，没有看到什么，不记', async () => {
  const before = (await looks('GET /api/entries/:id')).length
  expect((await detail('只读')).entry.values.text).toBeUndefined()
  expect(await looks('GET /api/entries/:id')).toHaveLength(before)
})

test('按内容的字搜，搜不出来：从搜索里也猜不到', async () => {
  const found = await (await office.as('经办人')).get<{ total: number }>(
    `/api/registers/appeal/entries?text=${encodeURIComponent('乱停')}`,
  )
  expect(found.total).toBe(0)
})

test('限制知悉的整本台账：每看一页、每搜一次都记，记着看了哪几行、搜的什么', async () => {
  const handler = await office.as('经办人')
  const { officer } = await handler.get<Me>('/api/me')
  const id = '018a0000-0000-7000-8000-000000000001'
  await query(
    office.database.root,
    `insert into entry (office_id, id, root_id, register, true_on, known_at, entered_by, content, natural_key, because, unit_id, number_year, serial)
      select u.office_id, '${id}', '${id}', 'enterpriseMetric', '2023-05-31', '2023-06-05', '${officer.id}',
        '{"valueYtd": "987654321"}', 'k', '', u.id, 2023, 1
      from unit u where u.office_id = '${office.id}' and u.name = '${officer.unit}'`,
  )
  const path = '/api/registers/enterpriseMetric/entries'
  expect((await handler.get<{ total: number }>(`${path}?text=987`)).total).toBe(1)
  expect(await looks('GET /api/registers/:register/entries')).toMatchObject([
    { object: path, detail: { text: '987', l3: 1, rows: id } },
  ])
})
