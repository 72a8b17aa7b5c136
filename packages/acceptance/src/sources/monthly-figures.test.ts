import type { Bindings, Entry, EvidenceBrought, SheetImport } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesForm } from '../support/office.ts'
import { openOffice } from '../support/open-office.ts'
import type { Person } from '../support/person.ts'
import { bringSheet, importOnceDone, savedSheet } from '../support/sheets.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let handler: Person
beforeAll(async () => {
  office = await openOffice({ today: '2023-03-10', units: ['劳动办', '东岸社区', '西岸社区'] })
  await office.adopt({
    text: `青禾街道2023年工作报告
2023年重点工作任务
1.促进消费帮扶。全年消费帮扶金额达到100万元。`,
  })
  handler = await office.as('经办人')
})
afterAll(() => office.close())

type Cell = string | number | null

/** The monthly figures as the statistics post keeps them. */
const monthly = (...months: readonly (readonly Cell[])[]) =>
  savedSheet(
    [
      ['2023年主要指标月度数据表', null, null, null, null],
      ['月份', '东岸社区', null, '西岸社区', null],
      [null, '劳动仲裁清案率（%）', '消费帮扶金额（万元）', '劳动仲裁清案率（%）', '消费帮扶金额（万元）'],
      ...months,
      ['合计', null, 9, null, 8.5],
    ],
    { merges: ['A1:E1', 'A2:A3', 'B2:C2', 'D2:E2'] },
  )

const bulletin = async (): Promise<string> => {
  const form = filesForm(new File(['统计月报'], '统计月报.txt'))
  const { body } = await handler.ask<EvidenceBrought>({ method: 'POST', path: '/api/evidence', form })
  return body.files[0]?.evidence?.id ?? ''
}

/** Says what the sheet does not: where the figures are from, and the paper that they stand in. */
const settled = async (seen: SheetImport, constants: Readonly<Record<string, string>>) => {
  const columns = (seen.understood?.columns ?? []).map(({ at, field }) => ({ at, field }))
  await handler.post(`/api/imports/${seen.id}/mapping`, { columns, constants, words: {} }, { version: seen.version })
  return importOnceDone(handler, seen.id)
}

const rows = async () =>
  (await (await office.as('科室负责人')).get<{ entries: Entry[] }>('/api/registers/reading/entries?limit=100')).entries

test('官方月度数据表进读数台账：按名称认出计量项，空格不是零，有一份通报作证，核实后进墙', async () => {
  const seen = await bringSheet(
    handler,
    'reading',
    await monthly(['1月', 90.1, 3.5, 91.2, 4], ['2月', 90.3, 5.5, null, 4.5]),
  )
  expect(seen.understood).toMatchObject({ shape: { zh: '指标月度数据表' }, wide: true, year: 2023 })
  expect(seen.understood?.constants.filter(({ evidence }) => evidence)).toHaveLength(1)
  const ready = await settled(seen, { sourceName: '区统计局月报', evidence: `E2:${await bulletin()}` })
  expect(ready).toMatchObject({ counts: { new: 7, refused: 0, passed: 2 }, words: [] })
  await handler.post(`/api/imports/${ready.id}/accept`, {}, { version: ready.version })
  const entered = await rows()
  const purchases = entered.filter(({ values }) => values.indicator === 'assistPurchases')
  expect(
    purchases.map(({ values, trueOn }) => `${values.community} ${trueOn} ${values.value}${values.unit}`).sort(),
  ).toEqual([
    '东岸社区 2023-01-31 35000CNY',
    '东岸社区 2023-02-28 55000CNY',
    '西岸社区 2023-01-31 40000CNY',
    '西岸社区 2023-02-28 45000CNY',
  ])
  expect(purchases[0]?.values).toMatchObject({ sourceName: '区统计局月报', origin: 'excelImport', quality: 'valid' })

  const supervisor = await office.as('督查专员')
  const { version, targets } = await supervisor.get<Bindings>('/api/plans/2023/bindings')
  const [target] = targets
  const bindings = [{ target: target?.id ?? '', indicator: target?.proposal?.indicator ?? '' }]
  await supervisor.post('/api/plans/2023/bindings', { bindings, because: '' }, { version })
  const code = target?.code ?? ''
  expect((await office.working(code)).working).toMatchObject({ light: 'noData', actual: null })
  await (await office.as('科室负责人')).post('/api/registers/reading/verify', { ids: entered.map(({ id }) => id) })
  expect((await office.working(code)).working.actual).toBe('175000')
})

test('再来一张：没变的不动，公布的数改了就是更正；上一次的通报不替这一次作证', async () => {
  office.clock.goTo('2023-04-10')
  const sheet = await monthly(['1月', 90.1, 3.5, 91.2, 4], ['2月', 90.3, 6, null, 4.5], ['3月', 90.5, 2, 90.8, 1])
  const seen = await bringSheet(handler, 'reading', sheet)
  const kept = Object.fromEntries((seen.understood?.constants ?? []).map(({ column, value }) => [column, value]))
  expect(kept).toMatchObject({ sourceName: '区统计局月报', evidence: '' })
  expect(seen.counts).toMatchObject({ new: 4, changed: 1, same: 6, refused: 0 })
})
