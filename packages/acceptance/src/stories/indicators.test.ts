import type { Bindings, BoundTargets, Entry, EvidenceBrought, Explanation } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesForm } from '../support/office.ts'
import { openOffice } from '../support/open-office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice({ today: '2023-06-30', units: ['城管办', '东岸社区', '西岸社区'] })
  await office.adopt({
    text: `东岸街道2023年工作报告
2023年重点工作任务
1.扎实推进文明创建。开展文明实践活动进社区、进校园不少于12场。
2.开展丰富活动。组织三防演练不少于2场，应急演练不少于4场。
3.守住工业基本盘。实现工业总产值突破15亿元。
4.强化大气污染防治。PM2.5平均浓度控制在20.0μg/m3以下。
5.壮大志愿服务。在2个社区成立志愿者联合会。`,
  })
})
afterAll(() => office.close())

const supervisor = () => office.as('督查专员')
const bindings = async () => (await supervisor()).get<Bindings>('/api/plans/2023/bindings')
const bind = async (wishes: readonly (readonly [code: string, indicator: string | null])[], because = '') => {
  const { version, targets } = await bindings()
  const idOf = (code: string) => targets.find((one) => one.code === code)?.id ?? ''
  const body = { bindings: wishes.map(([code, indicator]) => ({ target: idOf(code), indicator })), because }
  return (await supervisor()).post<BoundTargets>('/api/plans/2023/bindings', body, { version })
}
const codeOf = async (words: string) => {
  const found = (await bindings()).targets.find(({ says }) => says.includes(words))
  if (!found) throw new Error(`no target says ${words}`)
  return found.code
}
const proof = async (name: string): Promise<string> => {
  const form = filesForm(new File([`${name}：现场核对无误`], `${name}.txt`))
  const { body } = await (await office.as('经办人')).ask<EvidenceBrought>({
    method: 'POST',
    path: '/api/evidence',
    form,
  })
  return body.files[0]?.evidence?.id ?? ''
}
const enter = async (register: string, values: Readonly<Record<string, string>>, status?: string) =>
  (await office.as('经办人')).post<Entry>(`/api/registers/${register}/entries`, { values, status })
const verify = async (register: string, ...entries: readonly Entry[]) => {
  const done = await (await office.as('科室负责人')).post<{ verified: number }>(`/api/registers/${register}/verify`, {
    ids: entries.map(({ id }) => id),
  })
  expect(done.verified).toBe(entries.length)
}
const belonging = { community: '东岸社区', leadUnit: '公共事务中心' }
const activity = async (title: string, on: string, more: Readonly<Record<string, string>> = {}, status = 'recorded') =>
  enter(
    'event',
    {
      ...belonging,
      title,
      eventType: 'civPractice',
      startAt: `${on} 09:30`,
      endAt: `${on} 10:30`,
      minutes: '60',
      venueText: '东岸小学',
      venueType: 'campus',
      attendance: '30',
      attendanceBasis: 'headcount',
      evidence: `E4:${await proof(title)}`,
      ...more,
    },
    status,
  )
const shown = ({ rows }: Explanation) =>
  rows.map(({ note, counted, because }) => `${counted ? '计' : '不计'} ${note.split(' · ')[1] ?? ''}：${because.zh}`)

test('按字面和单位提出绑定，人确认以后数才进墙', async () => {
  const before = await bindings()
  const code = await codeOf('文明实践活动')
  const target = before.targets.find((one) => one.code === code)
  expect(target).toMatchObject({ binding: null, proposal: { indicator: 'practiceActivities', sure: true } })
  const sentence = before.indicators.find(({ id }) => id === 'practiceActivities')?.says.zh
  expect(sentence).toBe('本年「文明实践活动」（活动台账）的条数')

  const first = await activity('垃圾分类进校园', '2023-06-20')
  await verify('event', first)
  expect((await office.working(code)).working.light).toBe('noData')
  const figures = async () => {
    const { named, gives } = (await bindings()).targets.find((one) => one.code === code) ?? {}
    return { named, gives }
  }
  expect(await figures()).toMatchObject({ named: '0', gives: { value: '1', says: { zh: '文明实践活动 1' } } })

  expect(await bind([[code, 'practiceActivities']])).toEqual({ bound: 1, evidenceOnly: [], refused: [] })
  const working = await office.working(code)
  expect(working.working).toMatchObject({ actual: '1', planned: '5', rule: 'smallNumber', light: 'red' })
  expect(working.number).toMatchObject({
    indicator: 'practiceActivities',
    says: { zh: sentence },
    formula: { zh: '文明实践活动 1' },
  })
  expect(await office.light('1')).toBe('red')
})

test('四场核实、一场待核、一场没有佐证：每一行都写明计与不计的理由', async () => {
  const code = await codeOf('文明实践活动')
  const held = [
    await activity('科普进社区', '2023-03-05'),
    await activity('普法集市', '2023-04-05'),
    await activity('志愿清洁', '2023-05-05'),
  ]
  await verify('event', ...held)
  await activity('读书分享', '2023-06-25')
  const bare = await activity('敬老慰问', '2023-06-26', { evidence: '' }, 'held')
  await verify('event', bare)
  const working = await office.working(code)
  expect(shown(working).sort()).toEqual(
    [
      '计 科普进社区：已核实，计入',
      '计 普法集市：已核实，计入',
      '计 志愿清洁：已核实，计入',
      '计 垃圾分类进校园：已核实，计入',
      '不计 读书分享：待核实，未计入',
      '不计 敬老慰问：缺少E1或E2或E4级佐证材料，不计入',
    ].sort(),
  )
  expect(working.working).toMatchObject({
    actual: '4',
    reported: '5',
    light: 'yellow',
    badges: [{ kind: 'unverified', count: 1 }],
  })
  expect(working.curve.find(({ on }) => on === '2023-04-30')).toMatchObject({ actual: '2' })
  expect(await office.light('1')).toBe('yellow')
})

test('更正核实以前原数照计，核实以后以更正为准', async () => {
  const code = await codeOf('文明实践活动')
  const page = await (await office.as('只读')).get<{ entries: Entry[] }>('/api/registers/event/entries')
  const wrong = page.entries.find(({ values }) => values.title === '志愿清洁')
  if (!wrong) throw new Error('the row is there')
  const corrected = await (await office.as('经办人')).post<Entry>(
    `/api/entries/${wrong.id}/correct`,
    { values: { ...wrong.values, eventType: 'patrioticHealth', venueType: '' }, because: '是爱国卫生活动' },
    { version: wrong.version },
  )
  expect((await office.working(code)).working.actual).toBe('4')
  await verify('event', corrected)
  expect((await office.working(code)).working.actual).toBe('3')
})

test('同一行不顶两个目标：应急演练里的三防演练只作佐证', async () => {
  const [flood, drills] = [await codeOf('三防演练'), await codeOf('应急演练')]
  expect(await bind([[drills, 'drills']])).toMatchObject({ bound: 1, evidenceOnly: [] })
  const { evidenceOnly } = await bind([[flood, 'floodDrills']])
  expect(evidenceOnly).toHaveLength(1)
  const drill = await activity('三防演练', '2023-05-10', {
    eventType: 'drill',
    drillKind: 'flood',
    drillScenario: '内涝转移',
    audience: 'residents',
    venueType: '',
  })
  await verify('event', drill)
  expect((await office.working(drills)).working).toMatchObject({ actual: '1' })
  const shadow = await office.working(flood)
  expect(shadow.working).toMatchObject({ light: 'noData', rule: 'evidenceOnly', actual: '1' })
  expect(shadow.rows[0]?.because.zh).toBe('只作佐证，已计入另一目标')
})

test('单位不合、没有的指标、没有的目标，一行一行说明，其余照绑', async () => {
  const [output, air] = [await codeOf('工业总产值'), await codeOf('PM2.5')]
  const { bound, refused } = await bind([
    [output, 'pm25Mean'],
    [air, 'pm25Mean'],
    [output, 'nobody'],
  ])
  expect(bound).toBe(1)
  expect(refused.map(({ problem }) => problem.code)).toEqual(['indicator.unit_differs', 'indicator.unknown'])
})

test('读数：有效日的平均，没有数说没有数', async () => {
  const code = await codeOf('PM2.5')
  expect((await office.working(code)).working).toMatchObject({
    light: 'noData',
    says: { zh: '「PM2.5 日均值」无数据' },
  })
  const readings: Entry[] = []
  for (const [on, value] of [
    ['2023-06-01', '18'],
    ['2023-06-02', '23'],
  ] as const)
    readings.push(
      await enter('reading', {
        indicator: 'pm25Daily',
        community: '东岸社区',
        periodType: 'day',
        periodStart: on,
        asOf: on,
        value,
        unit: 'μg/m3',
        quality: 'valid',
        sourceName: '街道空气站',
        revision: '1',
        evidence: `E2:${await proof(on)}`,
      }),
    )
  await verify('reading', ...readings)
  const working = await office.working(code)
  expect(working.working).toMatchObject({ actual: '20.5', rule: 'upperMean' })
  expect(working.working.says.zh).toMatch(/^平均20.5，余下允许平均/)
})

test('覆盖按社区算，一个社区两个只计一次', async () => {
  const code = await codeOf('志愿者联合会')
  await bind([[code, 'volunteerFederations']])
  const founded: Entry[] = []
  for (const [name, community] of [
    ['东岸志联', '东岸社区'],
    ['东岸志联二', '东岸社区'],
  ] as const)
    founded.push(
      await enter(
        'organisation',
        {
          ...belonging,
          community,
          orgType: 'volunteerFederation',
          name,
          approvalDocNo: '东岸街〔2023〕5号',
          approvedOn: '2023-03-01',
          establishedOn: '2023-03-10',
          evidence: `E1:${await proof(name)}`,
        },
        'established',
      ),
    )
  await verify('organisation', ...founded)
  const working = await office.working(code)
  expect(working.working).toMatchObject({ actual: '1', rule: 'coverage' })
  expect(working.rows.map(({ because }) => because.zh).sort()).toEqual(['同一对象只计一次，此前已计', '已核实，计入'])
})

test('取消绑定：从此无数据，别人先改过的要先看', async () => {
  const code = await codeOf('文明实践活动')
  const { version, targets } = await bindings()
  const id = targets.find((one) => one.code === code)?.id
  const asked = {
    method: 'POST',
    path: '/api/plans/2023/bindings',
    body: { bindings: [{ target: id, indicator: null }], because: '口径另定' },
  } as const
  expect(await (await supervisor()).refused({ ...asked, version: version - 1 })).toMatchObject({
    code: 'request.version_conflict',
  })
  expect(await (await office.as('经办人')).refused({ ...asked, version })).toMatchObject({ code: 'request.forbidden' })
  expect(await bind([[code, null]], '口径另定')).toMatchObject({ bound: 1 })
  expect((await office.working(code)).working.light).toBe('noData')
  expect(await bind([[code, null]])).toMatchObject({
    bound: 0,
    refused: [{ problem: { code: 'indicator.not_bound' } }],
  })
})
