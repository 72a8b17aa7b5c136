import type { Entry, Explanation } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { type Person, personOf } from '../support/person.ts'
import { query } from '../support/query.ts'
import { personIn } from './single-duties.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let ours: Person
let theirs: Person
beforeAll(async () => {
  office = await openOffice({ units: ['东岸社区', '西岸社区'] })
  await office.adopt({ text: smallReport })
  const sit = async (unit: string, position: number) => {
    const [row] = await query<{ id: string }>(
      office.database.root,
      `select id from unit where office_id = '${office.id}' and name = '${unit}'`,
    )
    const id = await personIn(office, 'communityStaff', position, row?.id ?? '')
    return personOf(office.app, unit, await office.sessionOf(id))
  }
  ours = await sit('东岸社区', 60)
  theirs = await sit('西岸社区', 61)
})
afterAll(() => office.close())

const path = '/api/registers/progress'
const row = (unit: string, quantity: string) => ({
  on: '2023-06-20',
  target: 'T1.1',
  unit,
  quantity,
  note: '',
  paper: '',
})
const enter = (who: Person, unit: string, quantity: string) =>
  who.post<Entry>(`${path}/entries`, { values: row(unit, quantity) })
const listed = async (who: Person) => (await who.get<{ entries: Entry[] }>(`${path}/entries`)).entries.map((e) => e.id)

test('两个社区各填各的：台账和灯的算法里只看得到自己的行，挂图上的数合在一起', async () => {
  const [own, other] = [await enter(ours, '东岸社区', '3'), await enter(theirs, '西岸社区', '4')]
  expect(await listed(ours)).toEqual([own.id])
  expect(await listed(theirs)).toEqual([other.id])
  expect(await office.verify(own, other)).toMatchObject({ verified: 2 })
  const target = (await office.plan()).tasks[0]?.targets[0]?.id ?? ''
  const seen = await ours.get<Explanation>(`/api/targets/${target}/working`)
  expect(seen.rows.map((one) => one.entryId)).toEqual([own.id])
  expect(seen.working.actual).toBe('7')
  expect((await office.working('T1.1')).rows).toHaveLength(2)
})

test('替别的社区填报、看别人的行号、改别人的行，都说明是别的单位的', async () => {
  const asked = { method: 'POST', path: `${path}/entries`, body: { values: row('西岸社区', '5') } } as const
  expect((await ours.refused(asked)).code).toBe('policy.other_unit')
  const pasted = { rows: [row('东岸社区', '6'), row('西岸社区', '7')], preview: true }
  const { rows } = await ours.post<{ rows: { ok: boolean; code: string | null }[] }>(`${path}/batch`, pasted)
  expect(rows).toMatchObject([{ ok: true }, { ok: false, code: 'policy.other_unit' }])
  const [theirRow = ''] = await listed(theirs)
  const correct = { values: row('东岸社区', '1'), because: '想改别人的' }
  const change = { method: 'POST', path: `/api/entries/${theirRow}/correct`, body: correct, version: 2 } as const
  expect((await ours.refused(change)).code).toBe('policy.other_unit')
})
