import type { Entry, StartPage } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personIn } from '../authorisation/single-duties.ts'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { type Person, personOf } from '../support/person.ts'
import { query } from '../support/query.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let ours: Person
let theirs: Person
let unit: Person
let clerk: Person
beforeAll(async () => {
  office = await openOffice({ units: ['东岸社区', '西岸社区', '城管办', '经济办'] })
  await office.adopt({ text: smallReport })
  let position = 60
  const sit = async (duty: 'communityStaff' | 'handler', name: string) => {
    const [row] = await query<{ id: string }>(
      office.database.root,
      `select id from unit where office_id = '${office.id}' and name = '${name}'`,
    )
    position += 1
    return personOf(office.app, name, await office.sessionOf(await personIn(office, duty, position, row?.id ?? '')))
  }
  ours = await sit('communityStaff', '东岸社区')
  theirs = await sit('communityStaff', '西岸社区')
  unit = await sit('handler', '城管办')
  clerk = await office.as('督查专员')
})
afterAll(() => office.close())

const startOf = (who: Person, more = '') => who.get<StartPage>(`/api/start${more}`)
const rowOf = (name: string, quantity: string, on = '2023-06-20') => ({
  on,
  target: 'T1.1',
  unit: name,
  quantity,
  note: '',
  paper: '',
})
const enter = (who: Person, name: string, quantity: string, on?: string) =>
  who.post<Entry>('/api/registers/progress/entries', { values: rowOf(name, quantity, on) })
const cellOf = ({ mine }: StartPage, code = 'T1.1') => mine?.cells.find((one) => one.code === code)
/** All that a page says, the moment of asking left out. */
const said = (page: StartPage): string => JSON.stringify({ ...page, knownAt: '' })

test('社区首页：自己的格子、缺口、台账，合计里自己的一份', async () => {
  const row = await enter(ours, '东岸社区', '3', '2023-03-20')
  expect(cellOf(await startOf(ours))).toMatchObject({
    own: { verified: '0', reported: '3', waiting: 1 },
    last: '2023-03-20',
    missing: '2023-04～06',
  })
  await office.verify(row)
  const page = await startOf(ours)
  expect(cellOf(page)).toMatchObject({ own: { verified: '3', reported: '3', waiting: 0 } })
  expect(page.mine?.units).toEqual(['东岸社区'])
  expect(page.mine?.newest.map(({ id }) => id)).toEqual([row.id])
  expect(page.mine?.registers.map(({ register }) => register)).toContain('progress')
  expect(page.watch).toBeNull()
})

test('别的社区填了还没核实的行，本社区、别的科室的首页一个字也不变；对方自己看得到', async () => {
  const before = [said(await startOf(ours)), said(await startOf(unit))]
  const theirRow = await enter(theirs, '西岸社区', '917')
  expect([said(await startOf(ours)), said(await startOf(unit))]).toEqual(before)
  expect(cellOf(await startOf(theirs))?.own).toEqual({ verified: '0', reported: '917', waiting: 1 })
  // Sent back, it is a gap of theirs alone.
  const head = await office.as('科室负责人')
  await head.post(`/api/entries/${theirRow.id}/return`, { because: '数字不对，请核对' }, { version: 1 })
  expect([said(await startOf(ours)), said(await startOf(unit))]).toEqual(before)
  const { mine } = await startOf(theirs)
  expect(mine?.gaps.returned).toMatchObject({
    total: 1,
    rows: [{ id: theirRow.id, says: { zh: '数字不对，请核对' } }],
  })
})

test('对方核实了的数进全单位的合计，本社区的格子里仍只有自己的一份', async () => {
  const row = await enter(theirs, '西岸社区', '4', '2023-06-21')
  await office.verify(row)
  const page = await startOf(ours)
  expect(cellOf(page)?.own).toEqual({ verified: '3', reported: '3', waiting: 0 })
  expect(said(page)).not.toContain(row.id)
  expect(said(page)).not.toContain('西岸社区')
})

test('科室首页只有本科室的行；填了别的科室的行也不算自己的', async () => {
  const own = await enter(unit, '城管办', '2', '2023-06-22')
  await enter(unit, '经济办', '5', '2023-06-23')
  const { mine } = await startOf(unit)
  expect(mine?.units).toEqual(['城管办'])
  expect(mine?.newest.map(({ id }) => id)).toEqual([own.id])
  expect(mine?.cells.map(({ own: figures }) => figures.reported)).toContain('2')
})

test('督查首页：变灯、待核实、没有动静；不说没有核实的数；圈内台账的行数也不说', async () => {
  const page = await startOf(clerk)
  expect(page.watch?.waiting).toContainEqual(expect.objectContaining({ register: 'progress', unit: '经济办', rows: 1 }))
  expect(page.watch?.turned).toEqual([])
  const before = said(page)
  await query(
    office.database.root,
    `insert into entry (office_id, id, register, true_on, known_at, entered_by, content, natural_key, root_id, because, unit_id, number_year, serial)
     select office_id, '01890000-0000-7000-8000-000000000001', 'disputeCase', '2023-06-20', '2023-06-20', entered_by,
       '{}', 'k', '01890000-0000-7000-8000-000000000001', '', unit_id, 2023, 900001 from entry limit 1`,
  )
  expect(said(await startOf(clerk))).toBe(before)
})

test('过去的一天照当时所知：后来填的不在，后来核实的还在等', async () => {
  const { mine } = await startOf(ours, '?on=2023-06-30')
  expect(mine?.newest).toEqual([])
  expect(mine?.cells.filter(({ own }) => own.reported !== null && own.reported !== '0')).toEqual([])
})
