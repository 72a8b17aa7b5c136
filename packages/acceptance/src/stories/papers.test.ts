import type { Plan, Review, SourceRow } from '@guatu/contract'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { formOf } from '../support/office.ts'
import { openOffice } from '../support/open-office.ts'
import { lostPage, smallReport } from '../support/papers.ts'
import { query } from '../support/query.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice({ today: '2023-01-10' })
})
afterEach(() => office.close())

const handIn = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
  const form = formOf({ text: '', name }, '2023-01-10')
  form.set('file', new File([bytes], name), name)
  const { status, body } = await (await office.as('督查专员')).ask<{ code: string; next: { zh: string } }>({
    method: 'POST',
    path: '/api/sources',
    form,
  })
  return { status, ...body }
}

test.each([
  ['空文件', 'a.txt', new Uint8Array()],
  ['图片', 'a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ['旧版 Word', 'a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)])],
  ['损坏的压缩包', 'a.docx', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3, 4])],
])('%s：说明哪里不对、下一步怎么办，什么也没有留下', async (_case, name, bytes) => {
  const refused = await handIn(name, bytes)
  expect(refused.status).toBeGreaterThanOrEqual(409)
  expect(refused.status).toBeLessThan(500)
  expect(refused.code).toMatch(/^text\./)
  expect(refused.next.zh.length).toBeGreaterThan(5)
  const { sources } = await (await office.as('只读')).get<{ sources: unknown[] }>('/api/sources')
  expect(sources).toEqual([])
})

test('文件太大，在门口就拒绝', async () => {
  const refused = await handIn('a.txt', new Uint8Array(13 * 1024 * 1024).fill(0x20))
  expect(refused.status).toBe(413)
  expect(refused.code).toMatch(/^text\./)
})

test('还有没审的词句就采用：先说清还有多少，说了仍要采用才采用', async () => {
  const read = await office.bringIn({ text: smallReport })
  const clerk = await office.as('督查专员')
  const adopt = (withOpen: boolean) =>
    ({
      method: 'POST',
      path: `/api/sources/${read.id}/adopt`,
      body: { withOpen, adoptedOn: '2023-01-10', paperNumber: '' },
      version: 0,
    }) as const
  expect(await clerk.refused(adopt(false))).toMatchObject({
    code: 'review.still_open',
    kind: 'conflict',
    facts: { open: read.counts.open },
  })
  expect((await clerk.ask(adopt(true))).status).toBe(200)
  expect(await office.plan()).toMatchObject({ version: 1 })
})

test('采用以后原文一字不变，也不能再改审核', async () => {
  const read = await office.bringIn({ text: smallReport })
  const clerk = await office.as('督查专员')
  const body = { withOpen: true, adoptedOn: '2023-01-10', paperNumber: '' }
  await clerk.post(`/api/sources/${read.id}/adopt`, body, { version: 0 })
  const path = `/api/sources/${read.id}`
  const late = await clerk.refused({
    method: 'POST',
    path: `${path}/decisions`,
    body: { do: 'confirmSure' },
    version: 0,
  })
  expect(late.code).toBe('review.adopted')
  expect((await clerk.ask<string>({ method: 'GET', path: `${path}/file` })).body).toBe(smallReport)
})

test('后来的补页补上第5、6项，成为第二版；第一版那天的墙仍缺这两项', async () => {
  const first = await office.adopt({ text: smallReport })
  expect(first.missing).toEqual(['5', '6'])
  office.clock.goTo('2023-03-01')
  const second = await office.adopt({ text: lostPage, name: '补页.txt', kind: 'meeting' })
  expect(second).toMatchObject({ version: 2, missing: [] })
  expect(second.tasks.map((task) => [task.number, task.source.kind])).toEqual([
    ['1', 'report'],
    ['2', 'report'],
    ['3', 'report'],
    ['4', 'report'],
    ['5', 'meeting'],
    ['6', 'meeting'],
  ])
  const missing = async (on?: string) =>
    (await office.wall(on)).areas.flatMap((area) => area.tasks).filter((task) => task.light === 'missing').length
  expect(await missing()).toBe(0)
  expect(await missing('2023-02-28')).toBe(2)
})

test('第一版里填过的事实，在第二版里仍然算数', async () => {
  await office.adopt({ text: smallReport })
  office.clock.goTo('2023-02-15')
  await office.verify(await office.report('T1.1', '2023-02-10 6'))
  office.clock.goTo('2023-03-01')
  await office.adopt({ text: lostPage, name: '补页.txt', kind: 'meeting' })
  expect((await office.working('T1.1')).working.actual).toBe('6')
})

test('手工增加一项任务，写明来源，成为新的一版', async () => {
  await office.adopt({ text: smallReport })
  const clerk = await office.as('督查专员')
  const task = {
    sourceKind: 'meeting',
    sourceTitle: '第3次党工委会议纪要',
    datedOn: '2023-02-01',
    number: '5',
    area: 2,
    words: '培育企业。新增规上企业45家。',
  }
  office.clock.goTo('2023-02-02')
  await clerk.post('/api/plans/2023/tasks', task, { version: 1 })
  const plan: Plan = await office.plan()
  expect(plan.version).toBe(2)
  expect(plan.tasks.find(({ number }) => number === '5')).toMatchObject({
    area: 2,
    source: { kind: 'meeting', title: '第3次党工委会议纪要' },
    targets: [{ code: 'T5.1', value: '45' }],
  })
  expect(await clerk.refused({ method: 'POST', path: '/api/plans/2023/tasks', body: task, version: 2 })).toMatchObject({
    code: 'plan.number_taken',
  })
})

test('补充材料重说的目标，审图时把数写成 12.0，仍是原来那一个，不多出一个', async () => {
  await office.adopt({ text: smallReport })
  const clerk = await office.as('督查专员')
  const again = '2023年重点工作任务\n一、建设宜居城区\n1.新建口袋公园。全年新建口袋公园11个。\n'
  const { id, items } = await office.bringIn({ text: again, kind: 'meeting' })
  const key = items.find(({ kind }) => kind === 'target')?.key
  const path = `/api/sources/${id}`
  const { version } = await clerk.post<Review>(
    `${path}/decisions`,
    { do: 'correctTarget', key, to: { value: '12.0' } },
    { version: 0 },
  )
  await clerk.post(`${path}/adopt`, { withOpen: true, adoptedOn: '2023-01-10', paperNumber: '' }, { version })
  expect((await office.plan()).tasks[0]?.targets.map(({ value }) => value)).toEqual(['12'])
})

describe('手工加的任务用自己的序号编码', () => {
  const task = {
    sourceKind: 'meeting',
    sourceTitle: '第3次党工委会议纪要',
    datedOn: '2023-02-01',
    area: 2,
    words: '培育企业。新增规上企业45家。',
  }
  const add = async (more: object) => {
    await office.adopt({ text: smallReport })
    office.clock.goTo('2023-02-02')
    const clerk = await office.as('督查专员')
    return clerk.ask({ method: 'POST', path: '/api/plans/2023/tasks', body: { ...task, ...more }, version: 1 })
  }

  test.each(['临1', '2-3', '5.1'])('序号 %s', async (number) => {
    expect((await add({ number })).status).toBe(201)
    const codes = (await office.plan()).tasks.flatMap(({ targets }) => targets.map(({ code }) => code))
    expect(codes).toContain(`T${number}.1`)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('一次贴进两项，不收，计划不变', async () => {
    const words = '培育企业。新增规上企业45家。\n2.引进人才。引进人才30名。'
    expect((await add({ number: '10', words })).body).toMatchObject({ code: 'plan.one_task_only' })
    expect((await office.plan()).version).toBe(1)
  })

  test.each(['5.', '.5', '5..1'])('序号 %s 读不成编码，不收', async (number) => {
    expect((await add({ number })).status).toBe(422)
  })
})

test('报告把一个序号印了两次，编码也各不相同', async () => {
  const plan = await office.adopt({
    text: '白河街道2023年工作报告\n2023年重点工作任务\n一、做强产业\n1.培育企业。新增规上企业45家。\n1.引进人才。引进人才30名。\n',
  })
  expect(plan.tasks.flatMap(({ targets }) => targets.map(({ code }) => code))).toEqual(['T1.1', 'T1.2.1'])
})

test('审图看的是收到那天读出的内容，以后换了读法也不变', async () => {
  const { id } = await office.bringIn({ text: smallReport })
  await query(
    office.database.connections.owner,
    `set app.office = '${office.id}'`,
    `update source set reading = jsonb_set(reading, '{tasks,0,title}', '"当时读出的标题"') where id = '${id}'`,
  )
  const review = await (await office.as('督查专员')).get<Review>(`/api/sources/${id}`)
  expect(review.tasks[0]?.title).toBe('当时读出的标题')
})

test('没有留下读法的老材料，审图和清单照样打开，在读文件的地方重新读', async () => {
  const { id } = await office.bringIn({ text: smallReport })
  const clerk = await office.as('督查专员')
  const before = await clerk.get<Review>(`/api/sources/${id}`)
  await query(
    office.database.connections.owner,
    `set app.office = '${office.id}'`,
    `update source set reading = null where id = '${id}'`,
  )
  expect(await clerk.get<Review>(`/api/sources/${id}`)).toEqual(before)
  const { sources } = await clerk.get<{ sources: SourceRow[] }>('/api/sources')
  expect(sources).toMatchObject([{ id, tasks: before.tasks.length, version: 0, adoptedAs: null }])
})

test('材料清单：有多少份都只问一次数据库，各自的审核步数、版本和搁置不混', async () => {
  const clerk = await office.as('督查专员')
  const questions = vi.spyOn(pg.Client.prototype, 'query')
  const asked = async () => {
    questions.mockClear()
    const { sources } = await clerk.get<{ sources: SourceRow[] }>('/api/sources')
    return { sources, times: questions.mock.calls.length }
  }
  await office.adopt({ text: smallReport })
  const one = await asked()
  office.clock.goTo('2023-01-11')
  const aside = await office.bringIn({ text: lostPage, name: '缺页.txt' })
  const path = `/api/sources/${aside.id}/decisions`
  await clerk.ask({ method: 'POST', path, body: { do: 'setAside', because: '另有一份' }, version: 0 })
  await office.bringIn({ text: lostPage, name: '又一份.txt' })
  const three = await asked()
  questions.mockRestore()
  expect(three.times).toBe(one.times)
  expect(three.sources.map(({ version, adoptedAs, setAside }) => [version, adoptedAs, setAside])).toEqual(
    expect.arrayContaining([
      [1, null, true],
      [0, null, false],
      [one.sources[0]?.version, 1, false],
    ]),
  )
})

test('任务分解表把报告里的目标再说一遍，只算一次；新说的目标接在后面', async () => {
  const plan = await office.adopt({ text: smallReport })
  const first = plan.tasks[0]?.targets.map(({ code }) => code) ?? []
  const [target] = plan.tasks[0]?.targets ?? []
  const again = `2023年重点工作任务分解\n1.${plan.tasks[0]?.title}。${target?.subject}${target?.value}${target?.printedUnit}，发放倡议书3000份。\n`
  const later = await office.adopt({ text: again, name: '分解表.txt', kind: 'assigned' })
  expect(later.tasks[0]?.targets.map(({ code, value }) => [code, value]).slice(0, first.length)).toEqual(
    first.map((code) => [code, plan.tasks[0]?.targets.find((one) => one.code === code)?.value]),
  )
  expect(later.tasks[0]?.targets.slice(first.length).map(({ value }) => value)).toEqual(['3000'])
})
