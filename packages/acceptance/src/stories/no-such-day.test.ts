import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { query } from '../support/query.ts'

const text = `青禾街道2023年工作报告
2023年重点工作任务
一、建设宜居城区
1.建设口袋公园。6月31日前新建口袋公园12个。
2.开展文化活动。全年开展活动60场以上。
`

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice({ today: '2023-07-01' })
})
afterEach(() => office.close())

test('报告写了6月31日：审图存疑，时限不记，照样上墙', async () => {
  const read = await office.bringIn({ text })
  const [park] = read.items.filter(({ task }) => task === '1')
  expect(park).toMatchObject({ due: null, doubts: [{ code: 'plan.due_no_such_day', says: { zh: /日历/ } }] })

  await office.adopt({ text })
  expect((await office.wall()).counts).toEqual({ noData: 2 })
})

test('人填的时限也要日历上有', async () => {
  const read = await office.bringIn({ text })
  const clerk = await office.as('督查专员')
  const answered = await clerk.ask<{ code: string }>({
    method: 'POST',
    path: `/api/sources/${read.id}/decisions`,
    body: { do: 'own', task: '1', lead: ['城管办'], support: [], leaders: [], due: '2023-02-30' },
    version: read.version,
  })
  expect(answered.status).toBe(422)
})

test('早先存下的没有的日子，只当没有时限，不拖垮整面墙', async () => {
  await office.adopt({ text })
  await query(office.database.root, "update target set due = '2023-06-31'", "update task set due = '2023-13'")
  expect((await office.wall()).counts).toEqual({ noData: 2 })
  expect((await office.working('T1.1')).target.due).toBe('2023-06-31')
})
