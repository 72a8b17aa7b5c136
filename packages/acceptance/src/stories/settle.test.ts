import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { lostPage, smallReport } from '../support/papers.ts'

let office: Awaited<ReturnType<typeof openOffice>>
const open = async () => {
  office = await openOffice({ today: '2023-06-30' })
  await office.adopt({ text: smallReport })
}

const change = { to: { value: '600' }, because: '党政联席会议议定调减', adoptedOn: '2023-07-03', paperNumber: '' }
const settle = async (by: Parameters<typeof office.as>[0], body: object, version: number) => {
  const { target } = await office.working('T2.1')
  return (await office.as(by)).ask<{ version: number; code: string }>({
    method: 'POST',
    path: `/api/targets/${target.id}/settle`,
    body,
    version,
  })
}

describe('改定以后', () => {
  beforeEach(open)
  afterEach(() => office.close())

  test('调整目标是新的一版：灯随之变，句子不变，过去的日子仍是原目标', async () => {
    await office.verify(await office.report('T2.1', '2023-06-20 294'))
    expect(await office.light('2')).toBe('orange')

    office.clock.goTo('2023-07-03')
    expect(await settle('督查专员', change, 1)).toMatchObject({ status: 200, body: { version: 2 } })

    const after = await office.working('T2.1')
    expect(after.target).toMatchObject({ value: '600', comparator: '>=' })
    expect(after.task.sentence).toContain('700场以上')
    expect((await office.working('T2.1', '2023-06-30')).target.value).toBe('700')
    expect(await office.light('2', '2023-06-30')).toBe('orange')
    expect((await office.plan()).versions.map(({ version, says }) => [version, says])).toEqual([
      [1, expect.any(String)],
      [2, '党政联席会议议定调减'],
    ])
  })

  test('方向也可以改定：增改为降，话跟着改', async () => {
    office.clock.goTo('2023-07-03')
    const down = { ...change, to: { basis: 'growth', unit: '%', printedUnit: '%', value: '5', down: true } }
    expect(await settle('督查专员', down, 1)).toMatchObject({ status: 200 })
    expect((await office.working('T2.1')).target).toMatchObject({
      down: true,
      says: expect.stringMatching(/下降5%以上$/),
      printedComparator: { before: '', after: '以上' },
    })
  })

  test('采用日期还没到，不采用：不然以后的调整全要等到那一天', async () => {
    const clerk = await office.as('督查专员')
    const { id, version } = await office.bringIn({ text: lostPage, kind: 'meeting' })
    const adopt = (adoptedOn: string) =>
      ({ method: 'POST', path: `/api/sources/${id}/adopt`, body: { withOpen: true, adoptedOn }, version }) as const
    expect((await clerk.refused(adopt('2032-06-01'))).code).toBe('plan.decided_in_future')
    expect(await clerk.ask(adopt('2023-06-01'))).toMatchObject({ status: 200 })
  })

  test('手工添加的任务，成文日期还没到，也不收；早于计划的可以', async () => {
    const clerk = await office.as('督查专员')
    const task = { sourceKind: 'meeting', sourceTitle: '第三次党政联席会议纪要', number: '7', area: null }
    const add = (datedOn: string) =>
      ({
        method: 'POST',
        path: '/api/plans/2023/tasks',
        body: { ...task, datedOn, words: '新建足球场。年内新建足球场2个。' },
        version: 1,
      }) as const
    expect((await clerk.refused(add('2032-06-01'))).code).toBe('plan.decided_in_future')
    expect(await clerk.ask(add('2023-01-10'))).toMatchObject({ status: 201 })
  })

  test('「零」的上限不能只改比较方式，改成「不低于零」', async () => {
    office.clock.goTo('2023-07-03')
    const ceiling = { ...change, to: { comparator: '<=', value: '0' } }
    expect(await settle('督查专员', ceiling, 1)).toMatchObject({ status: 200 })
    expect(await settle('督查专员', { ...change, to: { comparator: '>=' } }, 2)).toMatchObject({
      status: 422,
      body: { code: 'plan.value_not_positive' },
    })
  })

  test('区间改成「不低于」，第二个数要一并去掉', async () => {
    office.clock.goTo('2023-07-03')
    const range = { ...change, to: { comparator: 'range', valueTo: '800' } }
    expect(await settle('督查专员', range, 1)).toMatchObject({ status: 200 })
    expect(await settle('督查专员', { ...change, to: { comparator: '>=' } }, 2)).toMatchObject({
      status: 422,
      body: { code: 'plan.not_a_range' },
    })
    const least = { ...change, to: { comparator: '>=', valueTo: null } }
    expect(await settle('督查专员', least, 2)).toMatchObject({ status: 200 })
  })
})

// Nothing of what is refused is kept, so one office bears it all.
describe('不受理的', () => {
  beforeAll(open)
  afterAll(() => office.close())

  test('不是督查专员、依据的版本旧了、没写理由，都不受理，什么也不留下', async () => {
    expect(await settle('经办人', change, 1)).toMatchObject({ status: 403, body: { code: 'request.forbidden' } })
    expect(await settle('督查专员', change, 7)).toMatchObject({
      status: 409,
      body: { code: 'request.version_conflict' },
    })
    expect(await settle('督查专员', { ...change, because: '' }, 1)).toMatchObject({ status: 422 })
    expect((await office.plan()).version).toBe(1)
  })

  test.each([
    ['负数', { to: { value: '-3' } }, 'plan.value_not_positive'],
    ['零', { to: { value: '0' } }, 'plan.value_not_positive'],
    ['没有的月份', { to: { due: '2023-13' } }, 'request.invalid'],
    ['写反的区间', { to: { comparator: 'range', value: '600', valueTo: '500' } }, 'plan.range_turned'],
    ['只有一头的区间', { to: { comparator: 'range' } }, 'plan.range_open'],
    ['不是区间的第二个数', { to: { valueTo: '900' } }, 'plan.not_a_range'],
    ['什么也没改', { to: {} }, 'plan.nothing_changed'],
    ['改成和原来一样，只多写了小数', { to: { value: '700.00' } }, 'plan.nothing_changed'],
    ['改成和原来一样', { to: { value: '700', stretch: false } }, 'plan.nothing_changed'],
    ['早于计划的议定日期', { adoptedOn: '2022-01-01' }, 'plan.decided_before_plan'],
    ['还没到的议定日期', { adoptedOn: '2023-12-30' }, 'plan.decided_in_future'],
  ])('%s不受理，灯和计划都不动', async (_what, wrong, code) => {
    office.clock.goTo('2023-07-03')
    expect(await settle('督查专员', { ...change, ...wrong }, 1)).toMatchObject({ status: 422, body: { code } })
    expect((await office.plan()).version).toBe(1)
  })

  test.each([
    ['负数', { value: '-1' }, 'plan.value_not_positive'],
    ['只有一头的区间', { comparator: 'range' }, 'plan.range_open'],
    ['不是区间的第二个数', { valueTo: '900' }, 'plan.not_a_range'],
  ])('审图时也不能把目标改成%s', async (_what, to, code) => {
    const clerk = await office.as('督查专员')
    const { id, version, items } = await office.bringIn({ text: smallReport, kind: 'meeting' })
    const decision = { do: 'correctTarget', key: items.find(({ kind }) => kind === 'target')?.key, to }
    const asked = { method: 'POST', path: `/api/sources/${id}/decisions`, body: decision, version } as const
    expect((await clerk.refused(asked)).code).toBe(code)
  })

  test('一行报数超过全年目标一百倍，当作填错，不入账，计划照常可看', async () => {
    const handler = await office.as('经办人')
    const values = { on: '2023-06-20', target: 'T2.1', unit: '公共事务中心', note: '', paper: '' }
    for (const quantity of ['70001', '99999999999999999999'])
      expect(
        await handler.refused({
          method: 'POST',
          path: '/api/registers/progress/entries',
          body: { values: { ...values, quantity } },
        }),
      ).toMatchObject({ code: 'fact.quantity_out_of_scale' })
    expect((await office.plan()).tasks.length).toBeGreaterThan(0)
  })
})
