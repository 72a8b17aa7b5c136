import type { CheckedDraft, Entry, EvidenceBrought, RegisterShape } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesForm } from '../support/office.ts'
import { openOffice } from '../support/open-office.ts'
import { query } from '../support/query.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice({ today: '2023-06-30', units: ['城管办', '东岸社区'] })
})
afterAll(() => office.close())

type Values = Readonly<Record<string, string>>
type Given = readonly [register: string, values: Values, status?: string]

const unit = '公共事务中心'
const belonging = { community: '东岸社区', leadUnit: unit }
const enter = async ([register, values, status]: Given) =>
  (await office.as('经办人')).post<Entry>(`/api/registers/${register}/entries`, { values, status })
const refused = async ([register, values, status]: Given) => {
  const body = { values, status }
  return (await office.as('经办人')).refused({ method: 'POST', path: `/api/registers/${register}/entries`, body })
}
const check = async (register: string, body: object) =>
  (await office.as('经办人')).post<CheckedDraft>(`/api/registers/${register}/check`, body)
const move = async (entry: Entry, name: string, values: Values = {}, because = '') =>
  (await office.as('经办人')).post<Entry>(
    `/api/entries/${entry.id}/move`,
    { move: name, values, because },
    { version: entry.version },
  )
const verify = async (entry: Entry) => {
  const done = await (await office.as('科室负责人')).post<{ verified: number; refused: object[] }>(
    `/api/registers/${entry.register}/verify`,
    { ids: [entry.id] },
  )
  expect(done).toEqual({ verified: 1, refused: [] })
}
const proof = async (name: string): Promise<string> => {
  const form = filesForm(new File([`${name}：现场核对无误`], `${name}.txt`))
  const asked = { method: 'POST', path: '/api/evidence', form } as const
  const { body } = await (await office.as('经办人')).ask<EvidenceBrought>(asked)
  return body.files[0]?.evidence?.id ?? ''
}
const codesOf = ({ problems }: CheckedDraft) => problems.map(({ column, problem }) => `${column} ${problem.code}`)
const factsOf = (entry: Entry) =>
  query(
    office.database.root,
    `select measure, quantity::float as quantity, unit, true_on::text as "trueOn", lacks, unit_id = (select id from unit where name = '${unit}') as "ofUnit"
     from fact where entry_id = '${entry.id}' order by measure, quantity`,
  )
const stands = async (entry: Entry): Promise<Entry | undefined> => {
  const page = await (await office.as('只读')).get<{ entries: Entry[] }>(`/api/registers/${entry.register}/entries`)
  return page.entries.find(({ id }) => id === entry.id)
}

const activity = {
  ...belonging,
  title: '垃圾分类进校园',
  eventType: '文明实践活动',
  startAt: '2023年6月20日 9:30',
  venueText: '东岸小学',
  venueType: 'campus',
}

test('一场活动：先计划，办完登记，核实后只算一场', async () => {
  const planned = await enter(['event', activity])
  expect(planned).toMatchObject({
    status: 'planned',
    state: 'submitted',
    trueOn: '2023-06-20',
    values: { eventType: 'civPractice', startAt: '2023-06-20 09:30' },
  })
  expect(planned.moves).toContain('hold')
  expect(await factsOf(planned)).toEqual([])

  const held = await move(planned, 'hold', { minutes: '45分钟', attendance: '32', attendanceBasis: '签到' })
  expect(held).toMatchObject({ status: 'held', move: 'hold', corrects: planned.id, rootId: planned.id })
  expect(await factsOf(held)).toEqual([
    {
      measure: 'practiceActivities',
      quantity: 1,
      unit: '',
      trueOn: '2023-06-20',
      lacks: ['E1', 'E2', 'E4'],
      ofUnit: true,
    },
  ])

  const lacking = await (await office.as('经办人')).refused({
    method: 'POST',
    path: `/api/entries/${held.id}/move`,
    body: { move: 'record', values: { endAt: '2023-06-20 10:15' }, because: '' },
    version: held.version,
  })
  expect(lacking).toMatchObject({ code: 'fact.needed_here' })

  const file = await proof('签到表')
  const recorded = await move(held, 'record', { endAt: '2023-06-20 10:15', evidence: `E4:${file}` })
  await verify(recorded)
  expect(await factsOf(recorded)).toMatchObject([{ measure: 'practiceActivities', quantity: 1, lacks: [] }])
  expect([await stands(planned), await stands(held), await stands(recorded)].map((one) => one?.state)).toEqual([
    'corrected',
    'corrected',
    'verified',
  ])
})

test('同一场活动不能登记两次，退回以后才行', async () => {
  const first = await enter(['event', { ...activity, title: '反诈宣传' }])
  const again: Given = ['event', { ...activity, title: '反诈宣传', venueText: '东岸小学' }]
  expect(await refused(again)).toMatchObject({
    code: 'fact.key_taken',
    says: { zh: '「活动台账」里已有一行与它相同：类别、活动名称、开始时间、地点、牵头部门都一样。' },
  })
  const head = await office.as('科室负责人')
  await head.post(`/api/entries/${first.id}/return`, { because: '地点写错了' }, { version: 1 })
  expect(await enter(again)).toMatchObject({ state: 'submitted' })
})

test('一处隐患：发现、交办、整改、复查，销号以后按期整改的才算', async () => {
  const found = await enter([
    'issue',
    {
      ...belonging,
      kind: '安全隐患',
      category: 'fire',
      level: '一般',
      description: '安全出口堵塞',
      source: '巡查检查',
      foundAt: '2023-06-01 10:00',
      address: '东岸工业园3栋',
      responsible: '某五金厂',
    },
  ])
  const classified = await move(found, 'classify')
  const assigned = await move(classified, 'assign', { deadlineOn: '2023-06-16' })
  expect((await factsOf(assigned)).map((fact) => (fact as { measure: string }).measure)).toEqual([
    'hazardsDue',
    'issuesDue',
  ])
  const file = await proof('整改照片')
  const fixing = { measure: '清理通道', fixedOn: '2023-06-10', evidence: `E4:${file}` }
  const fixed = await move(assigned, 'reportFixed', fixing)
  await verify(fixed)
  const closed = await move({ ...fixed, version: fixed.version + 1 }, 'recheckPassed', {
    recheckOn: '2023-06-12',
    recheckByPost: '安全岗',
    recheckResult: '合格',
  })
  // Until the recheck is verified the row counts as it stood before.
  expect((await stands(fixed))?.state).toBe('verified')
  await verify(closed)
  expect((await stands(fixed))?.state).toBe('corrected')
  expect(await factsOf(closed)).toMatchObject([
    { measure: 'hazardsClosedInTime', trueOn: '2023-06-16', lacks: [] },
    { measure: 'hazardsDue' },
    { measure: 'issuesDue' },
    { measure: 'issuesFixedInTime' },
  ])
  expect(closed.moves).not.toContain('reportFixed')
})

test('要写原因的，不写不行；没轮到的不能办', async () => {
  const row = await enter(['event', { ...activity, title: '端午包粽子' }])
  const asked = (name: string, because: string) => ({
    method: 'POST' as const,
    path: `/api/entries/${row.id}/move`,
    body: { move: name, values: {}, because },
    version: row.version,
  })
  const handler = await office.as('经办人')
  expect((await handler.refused(asked('postpone', ''))).says.zh).toBe('「延期」要写明原因。')
  expect((await handler.refused(asked('review', ''))).code).toBe('fact.move_unknown')
  expect((await handler.refused(asked('fly', ''))).code).toBe('fact.move_unknown')
  expect(
    await handler.post(
      `/api/entries/${row.id}/move`,
      { move: 'postpone', values: {}, because: '台风' },
      { version: 1 },
    ),
  ) // prettier-ignore
    .toMatchObject({ status: 'postponed' })
})

test('项目和它的节点：节点记在项目名下，名称就认得，找不到的和重名的都说明白', async () => {
  const project = {
    ...belonging,
    name: '民富一路',
    projectType: 'roadLand',
    annualGoalText: '完成民富一路土地整备',
    annualGoalStage: '移交建设单位',
    roadName: '民富一路',
    unreleasedM2: '0',
  }
  const road = await enter(['project', project])
  const first: Values = { project: '民富一路', stage: '征拆', position: '1', plannedEnd: '2023-06-30', weight: '20%' }
  const entered = await enter(['projectStage', first])
  expect(entered).toMatchObject({ status: 'notStarted', values: { project: road.id } })
  await verify(entered)
  expect(await refused(['projectStage', { ...first, project: '民富二路' }])).toMatchObject({
    code: 'fact.row_unknown',
    says: { zh: expect.stringContaining('「民富二路」') },
  })
  await enter(['project', { ...project, projectCode: '2023-440306-48-01-012345' }])
  expect(await refused(['projectStage', first])).toMatchObject({ code: 'fact.row_ambiguous' })
  expect(await refused(['projectStage', { ...first, project: road.id }])).toMatchObject({ code: 'fact.key_taken' })
})

test('一行按它现在的状态登记，到这一步要的内容都要有', async () => {
  const held = { ...activity, title: '义诊', minutes: '40', attendance: '20', attendanceBasis: 'headcount' }
  expect(codesOf(await check('event', { values: held, status: '已登记' }))).toEqual([
    'endAt fact.needed_here',
    'evidence fact.needed_here',
  ])
  expect(codesOf(await check('event', { values: held, status: 'flown' }))).toEqual([' fact.status_unknown'])
  expect(codesOf(await check('event', { values: held, status: 'held' }))).toEqual([])
  expect(await enter(['event', held, 'held'])).toMatchObject({ status: 'held' })
})

test('试查：哪一格不对、问哪些栏、哪些必填，说完什么也不留', async () => {
  const count = async () => (await query(office.database.root, 'select 1 from entry')).length
  const before = await count()
  const draft = {
    title: '联系王主任 13800138000',
    eventType: '文明实践活动',
    startAt: '6月20日上午',
    attendance: '三十人',
    coveredCommunities: '东岸社区、西岸社区',
    place: '村口',
    leadUnit: '城管辦',
    online: '可能',
  }
  const checked = await check('event', { values: draft })
  expect(codesOf(checked)).toEqual([
    'title fact.personal_number',
    'startAt fact.moment_unreadable',
    'venueText fact.one_needed',
    'place fact.place_unreadable',
    'coveredCommunities fact.community_unknown',
    'online fact.yes_no_unreadable',
    'community fact.column_missing',
    'leadUnit fact.unit_unknown',
    'attendance fact.quantity_unreadable',
    'venueType fact.column_missing',
  ])
  expect(checked.asked).toContain('venueType')
  expect(checked.asked).not.toContain('plannedGrossArea')
  expect(checked.needed).toContain('venueType')
  expect(await count()).toBe(before)
})

test('材料要是自己上传的，别人的编号不能拿来当佐证', async () => {
  const strange = { ...activity, title: '普法', evidence: 'E1:01890000-0000-7000-8000-000000000001' }
  expect(await refused(['event', strange])).toMatchObject({ code: 'fact.file_unknown' })
})

test('限制知悉的台账：不是统计岗看不到这本台账，也打不开', async () => {
  const viewer = await office.as('只读')
  const { registers } = await viewer.get<{ registers: RegisterShape[] }>('/api/registers')
  expect(registers.map(({ id }) => id)).not.toContain('enterpriseMetric')
  expect(registers.map(({ id }) => id)).toContain('enterprise')
  const path = '/api/registers/enterpriseMetric/entries'
  expect(await viewer.refused({ method: 'GET', path })).toMatchObject({
    code: 'fact.register_closed',
    kind: 'forbidden',
    says: { zh: expect.stringContaining('只限统计岗') },
  })
})

test('粘贴几行活动：好的入账，坏的各说各的', async () => {
  const rows = [
    { ...activity, title: '甲' },
    { ...activity, title: '乙', community: '西岸社区' },
    { ...activity, title: '甲' },
    { ...activity, title: '丁', plannedGrossArea: '500' },
  ]
  const done = await (await office.as('经办人')).post<{ accepted: number; rows: { code: string | null }[] }>(
    '/api/registers/event/batch',
    { rows, preview: false },
  )
  expect(done.rows.map(({ code }) => code)).toEqual([
    null,
    'fact.community_unknown',
    'fact.key_taken',
    'fact.not_asked_here',
  ])
  expect(done.accepted).toBe(1)
})
