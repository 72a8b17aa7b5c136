import type { Me, RosterAnswer } from '@guatu/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { type Person, send } from '../support/person.ts'
import { digestOf, type RosterRows, rosterBook, rosterForm, savedRoster } from '../support/rosters.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let clerk: Person
let cookie: string
beforeAll(async () => {
  office = await openOffice()
  clerk = await office.as('督查专员')
  cookie = await office.sessionOf((await clerk.get<Me>('/api/me')).officer.id)
})
afterAll(() => office.close())

const post = async (path: string, file: Buffer, version?: number) => {
  const asked = { method: 'POST', path, form: rosterForm(file, digestOf(file)) } as const
  const { status, body } = await clerk.ask<RosterAnswer>(version === undefined ? asked : { ...asked, version })
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}
const apply = async (file: Buffer) => post('/api/roster/apply', file, (await post('/api/roster/preview', file)).version)
const nothing = { new: 0, changed: 0, ended: 0 }

const pick = <T extends string>(...of: readonly T[]) => fc.constantFrom(...of)
const units = pick('甲科', '乙科', '丙社区', '丁中心', '党政综合办公室')
const unitRow = fc
  .tuple(units, pick('科室', '社区', '其他', ''), fc.oneof(units, fc.constant('')))
  .map((row) => row.join('|'))
const duties = pick('经办人', '督查专员', '科室负责人、经办人', '分管领导', '系统管理员', '审计管理员', '打杂')
const titles = pick('专员', '科长', '主任', '管理员')
const line = fc.oneof(units, pick('', '全部', '不存在'))
const postRow = fc.tuple(units, titles, duties, line).map((row) => row.join('|'))
const person = pick(
  '王芳|wangfang',
  '李强|liqiang',
  '赵云|zhaoyun',
  '王芳|wang.fang',
  '钱七|',
  '孙八|wangfang',
  '周九|13800138000',
)
const days = pick('', '2023-06-01', '2023-07-01', '2023-07-31', '2023-12-31', '2023-02-30')
const personRow = fc.tuple(person, units, titles, pick('', '本人', 'B角'), days, days).map((row) => row.join('|'))
const rosters: fc.Arbitrary<RosterRows> = fc.record({
  单位: fc.array(unitRow, { maxLength: 5 }),
  岗位: fc.array(postRow, { maxLength: 6 }),
  人员: fc.array(personRow, { maxLength: 8 }),
})

// One office lives through all of them: each file meets whatever the files before it have led to.
test('任何花名册导入两次等于一次；导入以后下载再交回，什么都不变', async () => {
  await fc.assert(
    fc.asyncProperty(rosters, async (rows) => {
      const file = await savedRoster(rosterBook(rows))
      const first = await apply(file)
      const again = await apply(file)
      // What was taken stands as it was taken; what was refused may by then be refused for another reason, never taken.
      expect(again.counts).toMatchObject(nothing)
      expect(again.counts.refused).toBe(first.counts.refused)
      const { payload } = await downloaded()
      const back = await post('/api/roster/preview', payload)
      expect(back.counts).toMatchObject({ ...nothing, refused: 0 })
      expect(back.absent).toEqual([])
    }),
    { numRuns: 25 },
  )
}, 600_000)

async function downloaded(): Promise<{ payload: Buffer }> {
  const { status } = await send(office.app, cookie, { method: 'GET', path: '/api/roster' })
  expect(status).toBe(200)
  const reply = await office.app.inject({ method: 'GET', url: '/api/roster', headers: { cookie } })
  return { payload: reply.rawPayload }
}
