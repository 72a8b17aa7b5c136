import type { Entry, EntryDetail, EntryTargets } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bind, heldEvent, proofOf, targetSaying, verifyIn } from '../support/bound.ts'
import { openOffice } from '../support/open-office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let practice: { id: string; code: string }
let counted: Entry
let bare: Entry
const sentence = '开展文明实践活动进社区、进校园不少于12场。'
beforeAll(async () => {
  office = await openOffice({ today: '2023-06-20', units: ['城管办', '东岸社区', '西岸社区'] })
  await office.adopt({
    text: `东岸街道2023年工作报告\n2023年重点工作任务\n1.扎实推进文明创建。${sentence}\n2.开展丰富活动。组织应急演练不少于4场。`,
  })
  office.clock.goTo('2023-06-25')
  practice = await targetSaying(office, '文明实践活动')
  counted = await heldEvent(office, '垃圾分类进校园', '2023-06-20', { evidence: await proofOf(office, '签到表') })
  bare = await heldEvent(office, '敬老慰问', '2023-06-21')
  await verifyIn(office, 'event', counted, bare)
})
afterAll(() => office.close())

const up = async (entry: Entry, asOf = '') =>
  (await office.as('只读')).get<EntryTargets>(`/api/entries/${entry.id}/targets${asOf}`)
const detail = async (entry: Entry) => (await office.as('只读')).get<EntryDetail>(`/api/entries/${entry.id}`)

test('还没有确认口径：这一行的数有指标取，没有目标用', async () => {
  const { measures } = await up(counted)
  expect(measures).toMatchObject([
    { measure: 'practiceActivities', indicators: [{ id: 'practiceActivities', label: { zh: expect.any(String) } }] },
  ])
  expect(measures[0]?.indicators.flatMap(({ targets }) => targets)).toEqual([])
})

test('从一行往上：计量项、指标、目标、报告原句；从目标往下：每一行计与不计都有理由，两头对得上', async () => {
  office.clock.goTo('2023-06-27')
  await bind(office, [practice.id, 'practiceActivities'])
  for (const entry of [counted, bare]) {
    const { measures } = await up(entry)
    const targets = measures.flatMap(({ indicators }) => indicators).flatMap((one) => one.targets)
    expect(targets).toMatchObject([{ id: practice.id, code: practice.code, number: '1', evidenceOnly: false }])
    expect(targets[0]?.sentence).toContain(sentence)
    expect([targets[0]?.counted, targets[0]?.because.zh]).toEqual(
      entry === counted ? [true, '已核实，计入'] : [false, '缺少E1或E2或E4级佐证材料，不计入'],
    )
    const { facts } = await detail(entry)
    expect(facts.map(({ measure }) => measure)).toEqual(['practiceActivities'])
  }
  const { task, rows, number } = await office.working(practice.code)
  expect(task.sentence).toContain(sentence)
  expect(number?.indicator).toBe('practiceActivities')
  expect(rows.map(({ entryId, counted: yes, because }) => [entryId, yes, because.zh])).toEqual([
    [counted.id, true, '已核实，计入'],
    [bare.id, false, '缺少E1或E2或E4级佐证材料，不计入'],
  ])
})

test('过去的一天照当时的口径：确认以前，往上到不了目标', async () => {
  const { measures } = await up(counted, '?on=2023-06-26')
  expect(measures[0]?.indicators.flatMap(({ targets }) => targets)).toEqual([])
})

test('直接填目标的一行：目标改按指标取数以后，说明它不计入', async () => {
  const row = await office.report(practice.code, '2023-06-22 1')
  expect((await up(row)).overruled).toEqual([{ target: practice.id, indicator: expect.any(Object) }])
  const other = await office.report('T2.1', '2023-06-22 1')
  expect(await up(other)).toEqual({ measures: [], overruled: [] })
})

test('看不到的行，往上也看不到', async () => {
  const auditor = await office.as('审计管理员')
  const asked = { method: 'GET', path: `/api/entries/${counted.id}/targets` } as const
  expect(await auditor.refused(asked)).toMatchObject({ code: 'request.forbidden' })
})
