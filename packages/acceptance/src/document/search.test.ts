import type { Entry, Me, SearchFound, SearchKind } from '@guatu/contract'
import { definitions } from '@guatu/definitions'
import { registersOf } from '@guatu/server/fact/registers'
import { bringUp } from '@guatu/server/fact/search/keep-index'
import { openDatabase } from '@guatu/server/platform/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allDuties, type Duty } from '../authorisation/matrix.ts'
import { personIn } from '../authorisation/single-duties.ts'
import { verifyIn } from '../support/bound.ts'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { type Person, personOf } from '../support/person.ts'
import { query } from '../support/query.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let east: Person
const byDuty = new Map<Duty, Person>()
let west: Person
let firmNumber = ''
const metricId = '018a0000-0000-7000-8000-000000000001'

const event = (title: string, unit: string, more: Readonly<Record<string, string>> = {}) => ({
  title,
  community: '东岸社区',
  leadUnit: unit,
  eventType: 'civPractice',
  startAt: '2023-06-15 09:30',
  venueText: '中心广场',
  venueType: 'campus',
  ...more,
})

const enter = async (title: string, unit = '公共事务中心', more: Readonly<Record<string, string>> = {}) =>
  (await office.as('经办人')).post<Entry>('/api/registers/event/entries', { values: event(title, unit, more) })

beforeAll(async () => {
  office = await openOffice({ today: '2023-06-20', units: ['东岸社区', '西岸社区'] })
  await office.adopt({ text: smallReport, name: '街道工作报告' })
  const sit = async (unit: string, position: number, duty: Duty = 'communityStaff') => {
    const [row] = await query<{ id: string }>(
      office.database.root,
      `select id from unit where office_id = '${office.id}' and name = '${unit}'`,
    )
    const id = await personIn(office, duty, position, row?.id ?? '')
    return personOf(office.app, unit, await office.sessionOf(id))
  }
  east = await sit('东岸社区', 60)
  west = await sit('西岸社区', 61)
  for (const [i, duty] of allDuties.entries()) byDuty.set(duty, await sit('东岸社区', 100 + i, duty))
  await verifyIn(office, 'event', await enter('粤剧进校园', '东岸社区'))
  await byDuty.get('gridWorker')?.post('/api/registers/event/entries', { values: event('清理河岸', '东岸社区') })
  const wrong = await enter('龙舟邀请赛', '西岸社区')
  const corrected = await (await office.as('经办人')).post<Entry>(
    `/api/entries/${wrong.id}/correct`,
    { values: event('舞狮邀请赛', '西岸社区'), because: '名称写错' },
    { version: wrong.version },
  )
  await verifyIn(office, 'event', corrected)
  const taken = await enter('放映露天电影')
  await (await office.as('经办人')).post(
    `/api/entries/${taken.id}/withdraw`,
    { because: '重复登记' },
    { version: taken.version },
  )
  const handler = await office.as('经办人')
  await handler.post('/api/registers/appeal/entries', {
    values: {
      community: '东岸社区',
      uscc: '91350100M000100Y43',
      channel: 'gridStaff',
      channelNo: 'WG20230619',
      category: 'traffic',
      urgency: 'normal',
      complexity: 'other',
      text: '厂区门口货车夜间乱停，员工下班不安全',
      receivedAt: '2023-06-19 09:00',
      firstDueAt: '2023-06-20 09:00',
      finalDueAt: '2023-06-26 09:00',
      leadUnit: '公共事务中心',
    },
  })
  const { officer } = await handler.get<Me>('/api/me')
  await query(
    office.database.root,
    `insert into entry (office_id, id, root_id, register, true_on, known_at, entered_by, content, natural_key, because, unit_id, number_year, serial)
      select u.office_id, '${metricId}', '${metricId}', 'enterpriseMetric', '2023-05-31', '2023-06-05', '${officer.id}',
        '{"valueYtd": "987654321", "note": "某厂停产检修"}', 'k', '', u.id, 2023, 777
      from unit u where u.office_id = '${office.id}' and u.name = '${officer.unit}'`,
  )
  const prefix = definitions.registers.find(({ id }) => id === 'enterpriseMetric')?.prefix ?? ''
  firmNumber = `${prefix}-2023-00777`
})
afterAll(() => office.close())

const search = (who: Person, typed: string) => who.get<SearchFound>(`/api/search?q=${encodeURIComponent(typed)}`)
const titles = async (who: Person, typed: string, kind: SearchKind = 'row') =>
  (await search(who, typed)).groups.find((group) => group.kind === kind)?.hits.map(({ title }) => title) ?? []

async function makeIndex(): Promise<void> {
  const { app, owner } = office.database.connections
  const db = openDatabase({ app, owner })
  await bringUp({ db, registers: registersOf(definitions.registers) }, office.id)
  await db.close()
}

const indexed = () =>
  query<{ word: string }>(office.database.root, `select word from search_word where office_id = '${office.id}'`)

describe.each([
  ['索引还没建', () => Promise.resolve()],
  ['索引建好了', makeIndex],
])('%s', (_, prepare) => {
  beforeAll(prepare)

  test('两个字就能找到：计划里的方面、任务、目标，台账里的行，材料，各在各的组里', async () => {
    const found = await search(await office.as('只读'), '公园')
    expect(found).toMatchObject({ words: ['公园'], tooShort: false, behind: null })
    expect(found.groups.map(({ kind }) => kind)).toEqual(['task', 'target'])
    expect(await titles(await office.as('只读'), '宜居城区', 'area')).toEqual(['建设宜居城区'])
    expect(await titles(await office.as('只读'), '工作报告', 'source')).toEqual(['街道工作报告'])
    expect(await titles(await office.as('只读'), '粤剧')).toEqual(['粤剧进校园'])
    const target = found.groups.find(({ kind }) => kind === 'target')?.hits[0]
    const task = found.groups.find(({ kind }) => kind === 'task')?.hits[0]
    expect(target?.task).toBe(task?.id)
  })

  test('名称里没有的字，说明在哪一栏；几个词都要有；编号、选项的名称也能找', async () => {
    const reader = await office.as('只读')
    const [hit] = (await search(reader, '粤剧 中心广场')).groups.find(({ kind }) => kind === 'row')?.hits ?? []
    expect(hit).toMatchObject({ title: '粤剧进校园', says: { label: { zh: '地点' }, text: '中心广场' } })
    expect(await titles(reader, '粤剧 电影')).toEqual([])
    const number = hit?.note.zh.split(' ')[1] ?? ''
    expect(await titles(reader, number.toLowerCase())).toEqual(['粤剧进校园'])
  })

  test('更正过的行只按更正后的字找到，撤回的行找不到', async () => {
    const reader = await office.as('只读')
    expect(await titles(reader, '龙舟')).toEqual([])
    expect(await titles(reader, '舞狮')).toEqual(['舞狮邀请赛'])
    expect(await titles(reader, '露天电影')).toEqual([])
  })

  test('社区只找得到自己的行，别的社区的行有没有、有几行都不知道', async () => {
    expect(await titles(east, '邀请赛')).toEqual([])
    expect(await titles(east, '粤剧')).toEqual(['粤剧进校园'])
    expect(await titles(west, '邀请赛')).toEqual(['舞狮邀请赛'])
    expect(await titles(west, '粤剧')).toEqual([])
    expect(await search(west, '粤剧')).toEqual({ words: ['粤剧'], tooShort: false, groups: [], behind: null })
  })

  test('每一种职责：检索找到的行，正是台账里看得到的行；不看台账的，不能检索', async () => {
    const seen = new Map<Duty, number>()
    for (const [duty, who] of byDuty) {
      const asked = { method: 'GET', path: '/api/registers/event/entries?each=row' } as const
      const listed = await who.ask<{ entries?: Entry[] }>(asked)
      const found = await who.ask<SearchFound>({ method: 'GET', path: `/api/search?q=${encodeURIComponent('广场')}` })
      expect([duty, found.status]).toEqual([duty, listed.status])
      if (listed.status !== 200) continue
      const standing = listed.body.entries?.filter(({ state }) => state !== 'withdrawn').map(({ id }) => id) ?? []
      const hits = found.body.groups.find(({ kind }) => kind === 'row')?.hits.map(({ id }) => id) ?? []
      expect([duty, hits]).toEqual([duty, standing])
      seen.set(duty, hits.length)
    }
    expect(Object.fromEntries(seen)).toMatchObject({ viewer: 3, communityStaff: 2, gridWorker: 1, unitHead: 2 })
  })

  test('需知悉的内容谁也搜不到；限制知悉的台账只按编号找到，看到一次记一次', async () => {
    const handler = await office.as('经办人')
    const looks = () =>
      query<{ detail: Record<string, unknown> }>(
        office.database.root,
        `select detail from audit where office_id = '${office.id}' and route = 'GET /api/search' order by seq`,
      )
    const before = (await looks()).length
    expect(await titles(handler, '乱停')).toEqual([])
    expect(await titles(handler, '停产检修')).toEqual([])
    expect(await titles(handler, '98765')).toEqual([])
    expect(await looks()).toHaveLength(before)
    expect(await titles(handler, firmNumber)).toEqual([firmNumber])
    expect(await looks()).toHaveLength(before + 1)
    expect((await looks()).at(-1)?.detail).toEqual({ q: firmNumber, l3: 1, rows: metricId })
    expect(await titles(await office.as('只读'), firmNumber)).toEqual([])
    // 诉求的行按公开的栏找得到，内容不带出来。
    expect(JSON.stringify(await search(handler, 'wg20230619'))).not.toContain('乱停')
    expect((await search(handler, 'wg20230619')).groups).toHaveLength(1)
  })

  test('一个字太短，什么也不找，照实说；管理员不看业务，不能检索', async () => {
    const short = { words: ['园'], tooShort: true, groups: [], behind: null }
    expect(await search(await office.as('只读'), ' 园 ')).toEqual(short)
    const refused = await (await office.as('审计管理员')).refused({ method: 'GET', path: '/api/search?q=公园' })
    expect(refused.code).toBe('request.forbidden')
  })
})

test('索引里没有需知悉的字，有更正前后的字；撤下重来，找到的还是那些', async () => {
  const words = (await indexed()).map(({ word }) => word)
  expect(words.filter((word) => ['乱停', '停产', '检修', '987'].includes(word))).toEqual([])
  expect(words).toContain('舞狮')
  await makeIndex()
  expect((await indexed()).map(({ word }) => word).toSorted()).toEqual(words.toSorted())
})
