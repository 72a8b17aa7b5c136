import type { BatchResult, CheckedDraft, OfficeArea, SheetImport } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { bringSheet, importOnceDone, savedSheet } from '../support/sheets.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice({ today: '2023-06-30', units: ['城管办', '东岸社区'] })
})
afterAll(() => office.close())

const draw = (boundary: string, version: number) =>
  ({
    method: 'POST',
    path: '/api/area',
    body: { boundary, marginM: 500, source: '民政局2021年勘界' },
    version,
  }) as const
const event = {
  community: '东岸社区',
  leadUnit: '公共事务中心',
  title: '垃圾分类进校园',
  eventType: '文明实践活动',
  startAt: '2023-06-20 09:00',
  venueText: '东岸小学',
  venueType: 'campus',
}
const check = async (place: string) => {
  const handler = await office.as('经办人')
  const { problems } = await handler.post<CheckedDraft>('/api/registers/event/check', { values: { ...event, place } })
  return problems.map(({ problem }) => [problem.code, problem.facts.offeredText ?? null])
}

// The edge of the office lies at 113.80 and 500 m beyond; maps show these places further east.
const real = '113.803,22.71'
const onPhone = '113.8080891,22.7071114'
const ofBaidu = '113.8146638,22.7128381'
const near = (text: unknown) => {
  const [lon = 0, lat = 0] = String(text).split(',').map(Number)
  return Math.abs(lon - 113.803) < 0.0005 && Math.abs(lat - 22.71) < 0.0005
}

test('没画范围不查；画了以后，界外的指出来，看到的版本旧了画不成', async () => {
  expect(await check('116.4,39.9')).toEqual([])
  const clerk = await office.as('督查专员')
  expect((await clerk.refused(draw('沿江路以东', 0))).code).toBe('area.unreadable')
  const { body } = await clerk.ask<OfficeArea>(draw('113.74,22.68,113.80,22.74', 0))
  expect(body).toMatchObject({ version: 1, area: { marginM: 500, source: '民政局2021年勘界' } })
  expect((await clerk.refused(draw('113.74,22.68,113.80,22.74', 0))).code).toBe('request.version_conflict')
  expect((await (await office.as('经办人')).refused(draw('113.74,22.68,113.80,22.74', 1))).code).toBe(
    'request.forbidden',
  )
  expect(await check(real)).toEqual([])
  expect(await check('116.4,39.9')).toEqual([['fact.place_outside', null]])
})

test('手机地图、百度地图、经纬度反了的，换算好摆出来，谁也不替人改', async () => {
  for (const [typed, code] of [
    [onPhone, 'fact.place_shifted'],
    [ofBaidu, 'fact.place_shifted'],
    ['22.71,113.803', 'fact.place_swapped'],
  ] as const) {
    const [[found, offered] = []] = await check(typed)
    expect(found, typed).toBe(code)
    expect(near(offered), `${typed} → ${String(offered)}`).toBe(true)
    expect(await check(String(offered))).toEqual([])
  }
})

test('粘贴和表格导入：整列换算由人选，不选就一行行退回', async () => {
  const handler = await office.as('经办人')
  const rows = [{ ...event, place: onPhone }]
  const paste = (more: object) =>
    handler.post<BatchResult>('/api/registers/event/batch', { rows, preview: true, ...more })
  expect((await paste({})).rows.map(({ code }) => code)).toEqual(['fact.place_shifted'])
  expect((await paste({ convert: { place: 'GCJ-02' } })).rows.map(({ code }) => code)).toEqual([null])

  const heads = ['活动名称', '类别', '开始时间', '所属社区', '牵头部门', '地点', '进何处', '坐标']
  const line = [
    '垃圾分类进校园',
    '文明实践活动',
    '2023-06-20 09:00',
    '东岸社区',
    '公共事务中心',
    '东岸小学',
    '进校园',
    onPhone,
  ]
  const seen = await bringSheet(handler, 'event', await savedSheet([heads, line]))
  expect(seen.understood?.places).toMatchObject([{ column: 'place', convert: null }])
  expect(seen.counts).toMatchObject({ new: 0, refused: 1 })
  const columns = (seen.understood?.columns ?? []).map(({ at, field }) => ({ at, field }))
  const mapping = { columns, constants: {}, words: {}, convert: { place: 'GCJ-02' } }
  await handler.post(`/api/imports/${seen.id}/mapping`, mapping, { version: seen.version })
  const ready = await importOnceDone(handler, seen.id)
  expect(ready.refusals).toEqual([])
  expect(ready.counts).toMatchObject({ new: 1, refused: 0 })
  await handler.post<SheetImport>(`/api/imports/${ready.id}/accept`, {}, { version: ready.version })
  const { entries } = await (await office.as('只读')).get<{ entries: { values: { place: string } }[] }>(
    '/api/registers/event/entries',
  )
  expect(entries.map(({ values }) => near(values.place))).toEqual([true])
})
