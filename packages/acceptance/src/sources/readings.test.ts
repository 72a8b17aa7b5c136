import { createHash } from 'node:crypto'
import type { Bindings, Entry, Explanation, Problem, ReadingsAnswer, SourceSystems } from '@guatu/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personIn } from '../authorisation/single-duties.ts'
import { openOfficeIn } from '../support/office.ts'
import { openOffice } from '../support/open-office.ts'
import { type Person, personOf } from '../support/person.ts'
import { query } from '../support/query.ts'
import { type Connected, connect, keyFor, send, seriesOf } from '../support/systems.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let system: Person
let security: Person
let station: Connected

beforeAll(async () => {
  office = await openOffice({ today: '2023-06-30', units: ['城管办', '东岸社区'] })
  await office.adopt({
    text: `青禾街道2023年工作报告
2023年重点工作任务
1.强化大气污染防治。PM2.5平均浓度控制在20.0μg/m3以下。
2.扎实推进文明创建。开展文明实践活动不少于12场。
3.构建和谐劳动关系。劳动仲裁清案率达到95%以上。`,
  })
  const admin = async (duty: 'systemAdmin' | 'securityAdmin', at: number) =>
    personOf(office.app, duty, await office.sessionOf(await personIn(office, duty, at)))
  system = await admin('systemAdmin', 70)
  security = await admin('securityAdmin', 71)
  const east = seriesOf({ code: 'pm25-east', community: '东岸社区' })
  station = await connect(system, security, { series: [seriesOf(), east] })
})
afterAll(() => office.close())

const reading = (period: string, value: unknown, more: object = {}) => ({ series: 'pm25', period, value, ...more })
const report = async (...readings: readonly unknown[]): Promise<ReadingsAnswer> => {
  const { status, body } = await send(office.app, station.key, readings)
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}
const outcomes = ({ readings }: ReadingsAnswer) =>
  readings.map(({ outcome, corrects, code }) => code ?? (corrects ? `${outcome} corrects` : outcome))
const head = () => office.as('科室负责人')
const verify = async (answer: ReadingsAnswer) => {
  const ids = answer.readings.flatMap(({ entryId }) => entryId ?? [])
  return (await head()).post<{ verified: number }>('/api/registers/reading/verify', { ids })
}
const rows = async (more = '') =>
  (await (await head()).get<{ entries: Entry[] }>(`/api/registers/reading/entries?limit=100${more}`)).entries
const sources = async (on = '') => (await (await head()).get<SourceSystems>(`/api/source-systems${on}`)).systems[0]
const pm25 = async (on = '') => (await sources(on))?.series.find(({ code }) => code === 'pm25')

test('系统报来的数就是读数台账的行：由系统报送，属E2，另有人核实才算数', async () => {
  const answer = await report(reading('2023-06-20', '17.2'), reading('2023-06-21', 18.5))
  expect(outcomes(answer)).toEqual(['late', 'late'])
  const [first] = await rows('&sort=trueOn&way=up')
  expect(first).toMatchObject({
    register: 'reading',
    trueOn: '2023-06-20',
    state: 'submitted',
    enteredBy: '街道空气站',
    marks: ['system'],
    values: { indicator: 'pm25Daily', value: '17.2', unit: 'μg/m3', sourceName: '街道空气站', origin: 'api' },
  })
  // Nobody may have written it but the system, and nobody changes what was reported.
  expect(first?.may).toEqual(expect.arrayContaining(['verify', 'return']))
  expect(first?.may).not.toContain('correct')
  expect(await verify(answer)).toMatchObject({ verified: 2 })
})

test('核实以后进墙；核实以前只是上报数', async () => {
  const supervisor = await office.as('督查专员')
  const { version, targets } = await supervisor.get<Bindings>('/api/plans/2023/bindings')
  const target = targets.find(({ says }) => says.includes('PM2.5'))
  const indicator = target?.proposal?.indicator ?? ''
  await supervisor.post(
    '/api/plans/2023/bindings',
    { bindings: [{ target: target?.id, indicator }], because: '' },
    { version },
  )
  const answer = await report(reading('2023-06-29', '10'))
  expect(outcomes(answer)).toEqual(['taken'])
  const before = await office.working(target?.code ?? '')
  expect(before.working).toMatchObject({ actual: '17.85' })
  expect(before.working.badges).toContainEqual({ kind: 'unverified', count: 1 })
  await verify(answer)
  expect((await office.working(target?.code ?? '')).working.actual).toBe('15.2333333333')
})

test('同一个数再来一次是重复，另一个数是更正：后一版核实以前，前一版算数', async () => {
  expect(outcomes(await report(reading('2023-06-20', '17.20')))).toEqual(['duplicate'])
  const corrected = await report(reading('2023-06-20', '16.9'))
  expect(outcomes(corrected)).toEqual(['late corrects'])
  const states = async () =>
    (await rows())
      .filter(({ trueOn }) => trueOn === '2023-06-20')
      .map(({ state, values }) => `${state} ${values.value}`)
  expect((await states()).sort()).toEqual(['submitted 16.9', 'verified 17.2'])
  await verify(corrected)
  expect((await states()).sort()).toEqual(['corrected 17.2', 'verified 16.9'])
})

test('一批里同一期来两次：先到的登记，后到的更正或算重复', async () => {
  const answer = await report(
    reading('2023-06-22', '11'),
    reading('2023-06-22', '11.0'),
    reading('2023-06-22', '12', { quality: 'corrected' }),
  )
  expect(outcomes(answer)).toEqual(['late', 'duplicate', 'late corrects'])
})

test('坏的一个不连累别的：每一个都有自己的答复和理由', async () => {
  const answer = await report(
    reading('2023-06-23', '13'),
    reading('2023-06-24', '一十三'),
    reading('2023-06-31', '13'),
    reading('2023-07-05', '13'),
    reading('2023-06-24', 0.1 + 0.2),
    reading('2023-06-24', '13', { unit: 'mg/m3' }),
    { ...reading('2023-06-24', '13'), series: 'pm10' },
    { ...reading('2023-06-24', '13'), idCard: '440306' },
    'garbage',
    null,
    reading('2023-06-24', '13', { hour: 3 }),
    { ...reading('2023-06-25', '14'), series: 'pm25-east' },
  )
  expect(outcomes(answer)).toEqual([
    'late',
    'source_system.value_inexact',
    'source_system.reading_misshapen',
    'fact.day_in_future',
    'source_system.value_inexact',
    'source_system.unit_wrong',
    'source_system.series_unknown',
    'source_system.reading_misshapen',
    'source_system.reading_misshapen',
    'source_system.reading_misshapen',
    'fact.not_asked_here',
    'late',
  ])
  expect(answer).toMatchObject({ taken: 0, late: 2, duplicate: 0, refused: 10 })
  for (const { outcome, says, next } of answer.readings)
    if (outcome === 'refused') expect([says?.zh, next?.zh].every((words) => words)).toBe(true)
})

describe('合理范围', () => {
  test('低过最低、高过最高的读数不收，理由说得出；边上的收', async () => {
    const answer = await report(
      reading('2023-06-11', '-4'),
      reading('2023-06-11', '99999999'),
      reading('2023-06-11', '500'),
    )
    expect(outcomes(answer)).toEqual(['fact.implausible', 'fact.implausible', 'late'])
    expect(answer.readings.map(({ says }) => says?.zh ?? '')).toEqual([
      '「PM2.5 日均值」的合理范围是0到500μg/m3，这里是-4μg/m3。',
      '「PM2.5 日均值」的合理范围是0到500μg/m3，这里是99999999μg/m3。',
      '',
    ])
  })

  test('没收的留着看得到：哪个系列、哪一期、报的什么数、为什么；再来一次不多记', async () => {
    const seen = async (on = '') =>
      (await sources(on))?.refused
        .filter(({ code }) => code === 'fact.implausible')
        .map(({ series, period, value, says }) => [series, period, value, says.zh.includes('合理范围')])
    const before = `?known=${office.clock.now()}`
    expect(new Set(await seen())).toEqual(
      new Set([
        ['pm25', '2023-06-11', '-4', true],
        ['pm25', '2023-06-11', '99999999', true],
      ]),
    )
    office.clock.pass(60)
    await report(reading('2023-06-11', '-4'), reading('2023-06-12', '-1'))
    expect(await seen()).toHaveLength(3)
    expect(await seen(before)).toHaveLength(2)
    // What is no figure may be anything, a name among others: of it only the reason is kept.
    await report(reading('2023-06-12', '张三四五六'))
    expect(JSON.stringify(await sources())).not.toContain('张三')
  })

  test('人填的一样不收', async () => {
    const [row] = await rows('&sort=trueOn&way=up')
    const values = {
      ...row?.values,
      periodStart: '2023-05-03',
      asOf: '2023-05-03',
      value: '-4',
      sourceName: '手工台账',
    }
    const refused = await (await office.as('经办人')).refused({
      method: 'POST',
      path: '/api/registers/reading/entries',
      body: { values: { ...values, origin: 'manual' } },
    })
    expect([refused.code, refused.says.zh]).toEqual([
      'fact.implausible',
      '「PM2.5 日均值」的合理范围是0到500μg/m3，这里是-4μg/m3。',
    ])
  })
})

test('乱序到的数补在它自己的日子：当时的墙不变，现在的墙按日子算', async () => {
  const moment = office.clock.now()
  const before = await rows(`&known=${moment}`)
  office.clock.pass(60)
  const answer = await report(reading('2023-06-10', '30'))
  await verify(answer)
  expect((await rows(`&on=2023-06-10&known=${office.clock.now()}`)).map(({ values }) => values.value)).toEqual(['30'])
  expect(await rows(`&known=${moment}`)).toEqual(before)
  // An old reading that comes in late tells nothing of how far the series has come.
  expect((await pm25())?.last).toBe('2023-06-29')
})

test('原样重发同一次提交，答复不变，也不多登记一行', async () => {
  const readings = [reading('2023-06-26', '21')]
  const first = await send(office.app, station.key, readings, 'feed-2023-06-26')
  const count = (await rows()).length
  const again = await send(office.app, station.key, readings, 'feed-2023-06-26')
  expect([again.status, again.body]).toEqual([200, first.body])
  expect((await rows()).length).toBe(count)
  const other = await send<Problem>(office.app, station.key, [reading('2023-06-27', '21')], 'feed-2023-06-26')
  expect([other.status, other.body.code]).toEqual([409, 'request.key_reused'])
})

test('审计里有这一次：谁报的、原文的摘要、各有几个；没有数', async () => {
  const payload = JSON.stringify({ readings: [reading('2023-06-28', '19.5')] })
  await office.app.inject({
    method: 'POST',
    url: '/api/readings',
    payload,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${station.key}`,
      'idempotency-key': 'feed-2023-06-28',
    },
  })
  const [record] = await query<{ detail: Record<string, unknown>; name: string; post: string; outcome: string }>(
    office.database.root,
    `select detail, officer_name as name, post, outcome from audit where route = 'POST /api/readings' order by seq desc limit 1`,
  )
  expect(record).toMatchObject({
    name: '街道空气站',
    post: '来源系统',
    outcome: 'done',
    detail: { bodySha256: createHash('sha256').update(payload).digest('hex'), taken: 1, refused: 0 },
  })
  expect(JSON.stringify(record)).not.toContain('19.5')
})

test('人改不了系统报来的数：更正、再导入都不行，只有退回', async () => {
  const handler = await office.as('经办人')
  const [row] = (await rows()).filter(({ trueOn, state }) => trueOn === '2023-06-29' && state === 'verified')
  if (!row) throw new Error('no row')
  const asked = {
    method: 'POST',
    path: `/api/entries/${row.id}/correct`,
    body: { values: { ...row.values, value: '1' }, because: '好看一点' },
    version: row.version,
  } as const
  expect((await handler.refused(asked)).code).toBe('fact.row_of_system')
})

describe('密钥', () => {
  const refusal = async (key: string): Promise<[number, string]> => {
    const { status, body } = await send<Problem>(office.app, key, [reading('2023-06-30', '1')])
    return [status, body.code]
  }

  test('没有、乱写、差一个字、别人的单位，都不认', async () => {
    const neighbour = await openOfficeIn(office.app, '邻近街道', ['城管办'])
    const place = { id: neighbour.id, database: office.database }
    const admin = async (duty: 'systemAdmin' | 'securityAdmin', at: number) =>
      personOf(office.app, duty, await neighbour.sessionOf(await personIn(place, duty, at)))
    const theirs = await connect(await admin('systemAdmin', 70), await admin('securityAdmin', 71))
    const [, secret = ''] = theirs.key.split('.')
    expect(await refusal('')).toEqual([401, 'source_system.key_unknown'])
    expect(await refusal('abc')).toEqual([401, 'source_system.key_unknown'])
    expect(await refusal(`${station.key.slice(0, -1)}_`)).toEqual([401, 'source_system.key_unknown'])
    // A secret of one office under the name of another opens neither.
    expect(await refusal(`${office.id}.${secret}`)).toEqual([401, 'source_system.key_unknown'])
    const before = (await rows()).length
    expect((await send(office.app, theirs.key, [reading('2023-06-30', '1')])).body.taken).toBe(1)
    expect((await rows()).length).toBe(before)
  })

  test('登录的人没有密钥也报不了；密钥看不了别的', async () => {
    const { status, body } = await (await head()).ask<Problem>({
      method: 'POST',
      path: '/api/readings',
      body: { readings: [reading('2023-06-30', '1')] },
    })
    expect([status, body.code]).toEqual([401, 'source_system.key_missing'])
    const wall = await office.app.inject({ url: '/api/wall', headers: { authorization: `Bearer ${station.key}` } })
    expect(wall.statusCode).toBe(401)
  })

  test('换发以后旧的还用三天，再以后只认新的；停用的当时就不认', async () => {
    const one = await connect(system, security, {
      name: '水务平台',
      series: [seriesOf({ measure: 'aqiDaily', unit: '指数' })],
    })
    const two = await keyFor(security, one.id)
    const sent = async (key: string) => (await send(office.app, key, [reading('2023-06-30', '1')])).status
    expect([await sent(one.key), await sent(two.key)]).toEqual([200, 200])
    office.clock.pass(72 * 3600)
    expect([await sent(one.key), await sent(two.key)]).toEqual([401, 200])
    expect(await refusal(one.key)).toEqual([401, 'source_system.key_over'])
    await security.post(`/api/source-keys/${two.keyId}/revoke`, {})
    expect(await refusal(two.key)).toEqual([401, 'source_system.key_over'])
  })

  test('两把同时发，也只有后一把一直有效；发和停用都留下改前改后的摘要', async () => {
    const { id } = await connect(system, security, {
      name: '水文平台',
      series: [seriesOf({ measure: 'clearanceRate', periodType: 'month', unit: '%' })],
    })
    await Promise.all([keyFor(security, id), keyFor(security, id)])
    const lasting = await query<{ id: string }>(
      office.database.root,
      `select id from source_key where system_id = '${id}' and until_at is null`,
    )
    expect(lasting).toHaveLength(1)
    await security.post(`/api/source-keys/${lasting[0]?.id}/revoke`, {})
    const digests = await query<{ route: string; detail: object }>(
      office.database.root,
      `select route, detail from audit where route in ('POST /api/source-systems/:id/keys', 'POST /api/source-keys/:id/revoke')
        and outcome = 'done' order by seq desc limit 2`,
    )
    for (const { detail } of digests)
      expect(detail).toMatchObject({ before: expect.any(String), after: expect.any(String) })
  })

  test('密钥只在发的那一次看得到：哪张表、哪次答复里都没有', async () => {
    const tables = await query<{ name: string }>(
      office.database.root,
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    const [, secret = ''] = station.key.split('.')
    for (const { name } of tables) {
      const [found] = await query<{ n: number }>(
        office.database.root,
        `select count(*)::int as n from ${name} t where t::text like '%${secret}%'`,
      )
      expect(found?.n, name).toBe(0)
    }
    expect(JSON.stringify(await sources())).not.toContain(secret)
  })

  test('坏的JSON、太大的、太多的、空的：整批不收，都记在系统名下', async () => {
    const post = async (payload: string) => {
      const reply = await office.app.inject({
        method: 'POST',
        url: '/api/readings',
        payload,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${station.key}`,
          'idempotency-key': 'garbage-1',
        },
      })
      return [reply.statusCode, reply.json<Problem>().code]
    }
    const many = Array.from({ length: 1001 }, () => reading('2023-06-30', '1'))
    expect(await post('{"readings": [')).toEqual([422, 'request.invalid'])
    expect(await post(JSON.stringify({ readings: many }))).toEqual([422, 'request.invalid'])
    expect(await post(JSON.stringify({ readings: [] }))).toEqual([422, 'request.invalid'])
    expect(await post(JSON.stringify({ readings: ['x'.repeat(1_100_000)] }))).toEqual([413, 'request.too_large'])
    const records = await query<{ name: string }>(
      office.database.root,
      `select officer_name as name from audit where route = 'POST /api/readings' and outcome = 'invalid'`,
    )
    expect(new Set(records.map(({ name }) => name))).toEqual(new Set(['街道空气站']))
    expect(records.length).toBeGreaterThanOrEqual(3)
  })
})

describe('登记', () => {
  const declare = (of: object) =>
    system.refused({
      method: 'POST',
      path: `/api/source-systems/${station.id}/series`,
      body: { ...seriesOf({ code: 'fresh' }), ...of },
    })

  test('计量项、单位、社区、代号有错都说得出', async () => {
    expect((await declare({ measure: 'nothing' })).code).toBe('source_system.measure_unknown')
    expect((await declare({ unit: '万元' })).code).toBe('source_system.unit_unlike')
    expect((await declare({ community: '西岸社区' })).code).toBe('source_system.community_unknown')
    expect((await declare({ code: 'pm25' })).code).toBe('source_system.code_taken')
    expect((await declare({ rhythmSource: '' })).code).toBe('request.invalid')
  })

  test('报期要是计量项自己的', async () => {
    const refused = await declare({ periodType: 'month' })
    expect([refused.code, refused.says.zh]).toEqual([
      'source_system.period_unlike',
      '「PM2.5 日均值」是按日的数，不能按月报。',
    ])
  })

  test('一个数只由一个系列报：别的系统、别的代号都登记不了同一个', async () => {
    expect((await declare({})).code).toBe('source_system.series_taken')
    const { units } = await system.get<SourceSystems>('/api/source-systems')
    const body = { name: '另一家', unitId: units[0]?.id ?? '', basis: '区文', series: [seriesOf()] }
    expect((await system.refused({ method: 'POST', path: '/api/source-systems', body })).code).toBe(
      'source_system.series_taken',
    )
  })

  test('人填的数，系统不更正', async () => {
    const [row] = await rows('&sort=trueOn&way=up')
    const period = { periodStart: '2023-05-02', asOf: '2023-05-02', value: '9', origin: 'manual' }
    const values = { ...row?.values, ...period, sourceName: '手工台账' }
    await (await office.as('经办人')).post('/api/registers/reading/entries', { values })
    expect(outcomes(await report(reading('2023-05-02', '8')))).toEqual(['fact.row_of_others'])
    expect((await rows('&sort=trueOn&way=up')).filter(({ trueOn }) => trueOn === '2023-05-02')).toMatchObject([
      { state: 'submitted', values: { value: '9' } },
    ])
  })

  test('登记的人发不了密钥，发密钥的人登记不了', async () => {
    const path = `/api/source-systems/${station.id}/keys`
    expect((await system.refused({ method: 'POST', path, body: {} })).code).toBe('request.forbidden')
    const series = { method: 'POST', path: `/api/source-systems/${station.id}/series`, body: seriesOf() } as const
    expect((await security.refused(series)).code).toBe('request.forbidden')
  })

  test('范围：文件没写的一边要填，填了不能比文件宽，也不能上下颠倒；登记的范围照样管读数', async () => {
    const rank = { code: 'rank', measure: 'cityAppearanceRank', unit: '', periodType: 'month' as const }
    expect((await declare({ ...rank, unit: '名' })).code).toBe('source_system.bounds_missing')
    expect((await declare({ highest: '600' })).code).toBe('fact.implausible')
    expect((await declare({ lowest: '80', highest: '40' })).code).toBe('source_system.bounds_crossed')
    await system.post(`/api/source-systems/${station.id}/series`, seriesOf({ ...rank, unit: '名', highest: '10' }))
    const sent = (value: string) => report({ series: 'rank', period: '2023-05-01', value })
    expect(outcomes(await sent('11'))).toEqual(['fact.implausible'])
    expect(outcomes(await sent('0'))).toEqual(['fact.implausible'])
    expect(outcomes(await sent('10'))).toEqual(['late'])
  })
})

test('取最近一期的目标取街道本级的读数，社区后报的不顶替', async () => {
  const rate = { measure: 'clearanceRate', unit: '%', periodType: 'quarter' as const, from: '2023-01-01', lagDays: 20 }
  const arbitration = await connect(system, security, {
    name: '仲裁系统',
    series: [seriesOf({ ...rate, code: 'street' }), seriesOf({ ...rate, code: 'east', community: '东岸社区' })],
  })
  const supervisor = await office.as('督查专员')
  const { version, targets } = await supervisor.get<Bindings>('/api/plans/2023/bindings')
  const target = targets.find(({ says }) => says.includes('清案率'))
  const bindings = [{ target: target?.id, indicator: 'arbitrationClearance' }]
  await supervisor.post('/api/plans/2023/bindings', { bindings, because: '' }, { version })
  const sent = async (series: string, value: string) =>
    send(office.app, arbitration.key, [{ series, period: '2023-01-01', value }])
  const street = await sent('street', '96')
  office.clock.pass(60)
  const east = await sent('east', '40')
  expect((await office.working(target?.code ?? '')).working.reported).toBe('96')
  expect(await verify({ ...street.body, readings: [...street.body.readings, ...east.body.readings] })).toMatchObject({
    verified: 2,
  })
  const explained = await office.working(target?.code ?? '')
  expect(explained.working.actual).toBe('96')
  expect(JSON.stringify(explained)).toContain('社区的读数；街道的目标取街道本级的读数')
})

describe('未更新', () => {
  const slip = async (on?: string, known?: string) =>
    (await office.wall(on, known)).areas.flatMap(({ tasks }) => tasks).find(({ number }) => number === '1')

  test('该来的没来就是未更新，写着上一次的日子，不是零，也不再是绿灯', async () => {
    office.clock.goTo('2023-07-20')
    expect(await pm25()).toMatchObject({ state: 'stale', last: '2023-06-29', due: '2023-07-17' })
    expect((await slip())?.badges).toContainEqual({ kind: 'stale', since: '2023-06-25' })
    expect((await slip())?.light).not.toBe('green')
    expect((await slip())?.goal).toMatch(/^.*\d+(\.\d+)?\/20/)
  })

  test('那一天当时知道的状态，以后再看还是那样', async () => {
    const then = '2023-07-01'
    const known = '2023-07-01T10:00:00Z'
    expect(await pm25(`?on=${then}&known=${known}`)).toMatchObject({ state: 'current', last: '2023-06-29' })
    office.clock.goTo('2023-07-21')
    await verify(await report(...['2023-07-18', '2023-07-19'].map((on) => reading(on, '15'))))
    expect(await pm25()).toMatchObject({ state: 'current', last: '2023-07-19' })
    expect(await pm25('?on=2023-07-20')).toMatchObject({ state: 'stale', last: '2023-06-29' })
    expect(await pm25('?on=2023-07-20&known=2023-07-21T15:00:00Z')).toMatchObject({ state: 'current' })
  })

  test('最近一期以前空着的也说：数据来源、指标、数的旁边都写着缺哪几期，过去的一天照当时的样子', async () => {
    // From 1 January to 19 July 2023 there are readings of twenty days only.
    const found = await pm25()
    expect(found?.gaps?.periods).toMatch(/^2023-01-01～06-09、12～19、/)
    const code = (await office.plan()).tasks
      .flatMap(({ targets }) => targets)
      .find(({ says }) => says.includes('PM2.5'))?.code
    const gaps = (await office.working(code ?? '')).working.badges.find(({ kind }) => kind === 'gaps')
    expect(gaps).toMatchObject({
      kind: 'gaps',
      count: expect.any(Number),
      periods: expect.stringMatching(/^2023-01-01～/),
    })
    const { targets } = await (await office.as('督查专员')).get<Bindings>('/api/plans/2023/bindings')
    expect(targets.find((one) => one.code === code)?.gaps?.count).toBe(gaps?.count)
    expect((await slip())?.badges.map(({ kind }) => kind)).toContain('gaps')
    // Nothing was taken for a nought, and what was filled in later was missing then.
    expect((await office.working(code ?? '')).working.actual).not.toBe('0')
    const before = office.clock.now()
    office.clock.pass(60)
    await report(reading('2023-07-17', '15'))
    expect((await pm25())?.gaps?.count).toBe((found?.gaps?.count ?? 0) - 1)
    expect((await pm25(`?known=${before}`))?.gaps?.count).toBe(found?.gaps?.count)
  })

  test('停了再登记的系列接着原来的：原来报过的算在它名下，再来一次是重复，不再是未更新', async () => {
    const rank = {
      code: 'rank',
      measure: 'cityAppearanceRank',
      unit: '名',
      periodType: 'month' as const,
      highest: '10',
    }
    const found = async (state: string) =>
      (await sources())?.series.find((one) => one.code === 'rank' && one.state === state)
    const old = (await sources())?.series.find(({ code }) => code === 'rank')
    const sent = () => report({ series: 'rank', period: '2023-06-01', value: '3' })
    await sent()
    await system.post(`/api/source-series/${old?.id}/end`, {})
    await system.post(
      `/api/source-systems/${station.id}/series`,
      seriesOf({ ...rank, lagDays: 10, from: '2023-05-01' }),
    )
    expect(await found('current')).toMatchObject({ last: '2023-06-30', gaps: null })
    expect(outcomes(await sent())).toEqual(['duplicate'])
    expect(await found('current')).toMatchObject({ last: '2023-06-30' })
  })

  test('退回的读数不算来过', async () => {
    const answer = await report(reading('2023-07-20', '15'))
    expect((await pm25())?.last).toBe('2023-07-20')
    const id = answer.readings[0]?.entryId ?? ''
    const { version } = (await rows()).find((row) => row.id === id) ?? { version: 0 }
    await (await head()).post(`/api/entries/${id}/return`, { because: '与区里通报不符' }, { version })
    expect((await pm25())?.last).toBe('2023-07-19')
  })

  test('停用的系列不再要数', async () => {
    office.clock.goTo('2023-08-30')
    const code = (await office.plan()).tasks
      .flatMap(({ targets }) => targets)
      .find(({ says }) => says.includes('PM2.5'))?.code
    const shown = async () => (await office.working(code ?? '')).working.badges.map(({ kind }) => kind)
    expect(await shown()).toContain('stale')
    for (const one of (await sources())?.series ?? []) await system.post(`/api/source-series/${one.id}/end`, {})
    const other = (await (await head()).get<SourceSystems>('/api/source-systems')).systems.slice(1)
    for (const one of other.flatMap(({ series }) => series)) await system.post(`/api/source-series/${one.id}/end`, {})
    expect(await shown()).not.toContain('stale')
    expect((await pm25())?.state).toBe('ended')
    const earlier = (await (
      await office.as('分管领导')
    ).get<Explanation>(
      `/api/targets/${(await office.plan()).tasks.flatMap(({ targets }) => targets).find((one) => one.code === code)?.id}/working?on=2023-08-29`,
    )) as Explanation
    expect(earlier.working.badges.map(({ kind }) => kind)).toContain('stale')
  })
})
