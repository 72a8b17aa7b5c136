import type { Entry, Holding, People, Review } from '@guatu/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice({ today: '2023-07-01' })
})
afterEach(() => office.close())

test('两人同审一份材料：后到的被告知别人这期间做了什么、是谁、何时，什么也没有覆盖', async () => {
  const read = await office.bringIn({ text: smallReport })
  const clerk = await office.as('督查专员')
  const decisions = `/api/sources/${read.id}/decisions`
  const [first, second] = read.items
  await clerk.post(decisions, { do: 'confirm', keys: [first?.key] }, { version: 0 })
  await clerk.post(decisions, { do: 'reject', keys: [first?.key], because: '重复' }, { version: 1 })
  const asked = { method: 'POST', path: decisions, body: { do: 'confirm', keys: [second?.key] }, version: 0 } as const
  expect(await clerk.refused(asked)).toMatchObject({
    code: 'request.version_conflict',
    facts: {
      yours: 0,
      current: 2,
      since: [
        {
          by: clerk.name,
          at: expect.stringMatching(/^2023-07-01T/),
          did: { zh: '确认' },
          decision: { keys: [first?.key] },
        },
        { by: clerk.name, did: { zh: '不采用' }, decision: { because: '重复' } },
      ],
    },
  })
  const now = await clerk.get<Review>(`/api/sources/${read.id}`)
  expect(now.counts).toMatchObject({ confirmed: 0, rejected: 1 })
  // Mine again, against what stands now.
  await clerk.post(decisions, asked.body, { version: 2 })
  expect((await clerk.get<Review>(`/api/sources/${read.id}`)).counts).toMatchObject({ confirmed: 1, rejected: 1 })
})

test('两人同改一行：后到的看到现在的这一行，和是谁、为什么退回的', async () => {
  await office.adopt({ text: smallReport })
  const entry = await office.report('T1.1', '2023-06-20 6', { note: '六月' })
  const head = await office.as('科室负责人')
  const back = { because: '缺少验收单' }
  await head.post(`/api/entries/${entry.id}/return`, back, { version: 1 })
  const clerk = await office.as('经办人')
  const body = { values: { ...entry.values, quantity: '5' }, because: '重复统计' }
  const late = { method: 'POST', path: `/api/entries/${entry.id}/correct`, body, version: 1 } as const
  const problem = await clerk.refused(late)
  expect(problem).toMatchObject({ code: 'request.version_conflict', facts: { yours: 1, current: 2 } })
  const standing = problem.facts.standing as Entry
  expect(standing).toMatchObject({
    id: entry.id,
    values: { quantity: '6', note: '六月' },
    state: 'returned',
    returnedBecause: '缺少验收单',
  })
  expect(problem.facts.since).toMatchObject([{ by: head.name, did: { zh: '退回' }, because: '缺少验收单' }])
  expect(await clerk.post<Entry>(late.path, body, { version: standing.version })).toMatchObject({ corrects: entry.id })
})

const correcting = (entry: Pick<Entry, 'id' | 'values' | 'version'>, quantity: string) =>
  ({
    method: 'POST',
    path: `/api/entries/${entry.id}/correct`,
    body: { values: { ...entry.values, quantity }, because: '重复统计' },
    version: entry.version,
  }) as const

test.each([
  ['还没核实的', false, 'policy.state', 'corrected'],
  ['核实过的', true, 'fact.correction_waiting', 'verified'],
])('两人更正同一行%s：后到的看到先到的更正，再提交就是更正那一份，三份都在', async (_name, verified, code, before) => {
  await office.adopt({ text: smallReport })
  const entry = await office.report('T1.1', '2023-06-20 6')
  if (verified) await office.verify(entry)
  const seen = { ...entry, version: verified ? 2 : 1 }
  const [clerk, head] = [await office.as('经办人'), await office.as('科室负责人')]
  const early = await clerk.post<Entry>(correcting(seen, '5').path, correcting(seen, '5').body, {
    version: seen.version,
  })
  const problem = await head.refused(correcting(seen, '4'))
  const did = { by: clerk.name, did: { zh: '更正' }, because: '重复统计' }
  expect(problem).toMatchObject({
    code,
    facts: { standing: { id: early.id, values: { quantity: '5' } }, since: [did] },
  })
  const again = correcting(problem.facts.standing as Entry, '4')
  const late = await head.post<Entry>(again.path, again.body, { version: again.version })
  expect(late).toMatchObject({ corrects: early.id, state: 'submitted' })
  const { entries } = await clerk.get<{ entries: Entry[] }>('/api/registers/progress/entries')
  expect(Object.fromEntries(entries.map(({ values, state }) => [values.quantity, state]))).toEqual({
    4: 'submitted',
    5: 'corrected',
    6: before,
  })
  // What nobody has verified leaves a verified figure where it is, however often it is corrected.
  expect((await office.working('T1.1')).working.actual).toBe(verified ? '6' : '0')
  const third = correcting(seen, '3')
  expect((await clerk.refused(third)).facts.standing).toMatchObject({ id: late.id })
})

test('两人调整同一个目标：后到的看到期间的每一版，是谁、何时、为什么', async () => {
  await office.adopt({ text: smallReport })
  const clerk = await office.as('督查专员')
  const { target } = await office.working('T2.1')
  const path = `/api/targets/${target.id}/settle`
  const body = { to: { value: '600' }, because: '会议议定调减', adoptedOn: '2023-07-01', paperNumber: '' }
  await clerk.post(path, body, { version: 1 })
  expect(
    await clerk.refused({ method: 'POST', path, body: { ...body, to: { value: '650' } }, version: 1 }),
  ).toMatchObject({
    code: 'request.version_conflict',
    facts: { yours: 1, current: 2, since: [{ by: clerk.name, did: { zh: '第2版' }, because: '会议议定调减' }] },
  })
})

test('两人各给计划加一项任务：后到的看到期间是谁、因为哪份文件加的，对着新的一版再加，两项都在', async () => {
  const plan = await office.adopt({ text: smallReport })
  const clerk = await office.as('督查专员')
  const path = `/api/plans/${plan.year}/tasks`
  const task = (number: string, sourceTitle: string) => ({
    sourceKind: 'meeting',
    sourceTitle,
    datedOn: '2023-06-20',
    number,
    area: null,
    words: `新建口袋公园${number}个。`,
  })
  await clerk.post(path, task('81', '第三次会议纪要'), { version: 1 })
  const late = { method: 'POST', path, body: task('82', '第四次会议纪要'), version: 1 } as const
  const since = [{ by: clerk.name, did: { zh: '第2版' }, because: '第三次会议纪要' }]
  expect(await clerk.refused(late)).toMatchObject({
    code: 'request.version_conflict',
    facts: { yours: 1, current: 2, since },
  })
  await clerk.post(path, late.body, { version: 2 })
  expect((await office.plan()).tasks.map(({ number }) => number)).toEqual(expect.arrayContaining(['81', '82']))
})

const holdingOf = async (name: string): Promise<Holding> => {
  const { units } = await (await office.as('督查专员')).get<People>('/api/people')
  const all = units.flatMap(({ posts }) => posts.flatMap(({ holdings }) => holdings))
  const found = all.find((one) => one.name === name)
  if (!found) throw new Error(`${name} holds nothing`)
  return found
}

test('两人办同一项任职：后到的看到任职现在怎样、是谁办的；没有结束的还可以对着新的一份办', async () => {
  const clerk = await office.as('督查专员')
  const { postId } = await holdingOf('试用·经办人')
  const wanted = { postId, officer: { name: '王新' }, kind: 'deputy', from: '2023-06-01' }
  const { id } = await clerk.post<{ id: string }>('/api/holdings', wanted)
  const seen = await holdingOf('王新')
  await clerk.post(`/api/holdings/${id}/confirm`, {}, { version: seen.version })
  const [confirm, end] = [`/api/holdings/${id}/confirm`, `/api/holdings/${id}/end`]
  const confirmed = { by: clerk.name, at: expect.stringMatching(/^2023-07-01T/), did: { zh: '确认任职' } }
  expect(await clerk.refused({ method: 'POST', path: confirm, body: {}, version: seen.version })).toMatchObject({
    code: 'request.version_conflict',
    facts: { current: 2, standing: { id, name: '王新', confirmedBy: clerk.name, until: null }, since: [confirmed] },
  })
  const ending = { method: 'POST', path: end, body: { until: '2023-07-01', to: null } } as const
  const early = await clerk.refused({ ...ending, version: 1 })
  await clerk.post(end, ending.body, { version: (early.facts.standing as Holding).version })
  expect(await clerk.refused({ ...ending, version: 2 })).toMatchObject({
    facts: { current: 3, standing: { until: '2023-07-01' }, since: [{ by: clerk.name, did: { zh: '结束任职' } }] },
  })
})
