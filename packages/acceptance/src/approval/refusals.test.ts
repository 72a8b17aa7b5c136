import { randomUUID } from 'node:crypto'
import type { Entry, Paper, PaperDetail, Papers, People } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personIn } from '../authorisation/single-duties.ts'
import { type Person, personOf } from '../support/person.ts'
import { query, refusalOf } from '../support/query.ts'
import {
  type Approving,
  confirm,
  confirming,
  ending,
  enter,
  entering,
  openPaperOffice,
  type PaperOffice,
  refusedEntering,
  scanBy,
  seatOf,
} from './paper-story.ts'

let office: PaperOffice
let handler: Person
let clerk: Person
let head: Awaited<ReturnType<typeof seatOf>>
let row: Entry

const newRow = (() => {
  let quantity = 0
  return () => {
    quantity += 1
    return office.report('T1.1', `2023-07-01 ${quantity}`)
  }
})()
const verifying = (...entries: readonly Pick<Entry, 'id'>[]): Approving => ({
  route: 'POST /api/registers/:register/verify',
  params: { register: 'progress' },
  body: { ids: entries.map(({ id }) => id) },
})
const stateOf = async ({ id }: Entry) => {
  const { entries } = await (await office.as('只读')).get<{ entries: Entry[] }>(
    '/api/registers/progress/entries?limit=500',
  )
  return entries.find((one) => one.id === id)?.state
}
const eventsOf = ({ id }: Entry) => query(office.database.root, `select kind from entry_event where entry_id = '${id}'`)

beforeAll(async () => {
  office = await openPaperOffice({ units: ['东岸社区', '西岸社区'] })
  handler = await office.as('经办人')
  clerk = await office.as('督查专员')
  head = await seatOf(office, '科室负责人')
  row = await newRow()
})
afterAll(() => office.close())

const personWith = async (duty: Parameters<typeof personIn>[1], position: number, unit?: string) => {
  const [found] = unit
    ? await query<{ id: string }>(
        office.database.root,
        `select id from unit where office_id = '${office.id}' and name = '${unit}'`,
      )
    : []
  const id = await personIn(office, duty, position, found?.id)
  const person = personOf(office.app, `${duty}${position}`, await office.sessionOf(id))
  const { officer } = await person.get<{ officer: { id: string; postId: string; name: string } }>('/api/me')
  return { person, id: officer.id, postId: officer.postId, name: officer.name }
}

test('录入时就对照签批人的职责：没有这项权限的、不在岗的，都说明缺什么', async () => {
  const clerkSeat = await seatOf(office, '督查专员')
  const lacking = await refusedEntering(handler, { ...verifying(row), signer: clerkSeat })
  expect(lacking).toMatchObject({ code: 'approval.signer_lacks', facts: { needs: '科室负责人', what: '核实' } })
  expect(lacking.says.zh).toContain(clerkSeat.name)
  const nobody = await refusedEntering(handler, {
    ...verifying(row),
    signer: { id: randomUUID(), postId: randomUUID() },
  })
  expect(nobody.code).toBe('approval.signer_no_post')
})

test('签批那天还没上任的、已经离任的，不能算签批人；在任那天签的可以', async () => {
  const { id, postId } = await personWith('unitHead', 41, '东岸社区')
  const { units } = await clerk.get<People>('/api/people')
  const east = units.find((unit) => unit.name === '东岸社区')?.id ?? ''
  await query(
    office.database.root,
    `update holding set from_day = '2023-07-02', until_day = '2023-07-02' where officer_id = '${id}'`,
  )
  const values = { on: '2023-07-01', target: 'T1.1', unit: '东岸社区', quantity: '31', note: '', paper: '' }
  const theirs = await handler.post<Entry>('/api/registers/progress/entries', { values })
  // Entered today; let it have been there since the first of the month, so that only the holding decides.
  await query(office.database.root, `update entry set known_at = '2023-07-01T02:00:00Z' where id = '${theirs.id}'`)
  const on = (signedOn: string) => ({ ...verifying(theirs), signer: { id, postId }, signedOn })
  expect(east).not.toBe('')
  for (const day of ['2023-07-01', '2023-07-03'])
    expect((await refusedEntering(handler, on(day))).code, day).toBe('approval.signer_no_post')
  expect((await enter(handler, on('2023-07-02'))).state).toBe('waiting')
})

test('签批人不管这个社区：与当面点一样被拒绝', async () => {
  const { id, postId } = await personWith('unitHead', 42, '西岸社区')
  const values = { on: '2023-07-01', target: 'T1.1', unit: '东岸社区', quantity: '32', note: '', paper: '' }
  const theirs = await handler.post<Entry>('/api/registers/progress/entries', { values })
  expect((await refusedEntering(handler, { ...verifying(theirs), signer: { id, postId } })).code).toBe(
    'policy.other_unit',
  )
})

test('四眼：签批人自己填的行，纸上也不能自己核实', async () => {
  const own = await office.report('T1.1', '2023-07-01 51', { by: '科室负责人' })
  expect((await refusedEntering(handler, { ...verifying(own), signer: head })).code).toBe('fact.same_person')
})

test('日期：晚于今天、早于这一行填报，都不收', async () => {
  const tomorrow = await refusedEntering(handler, { ...verifying(row), signer: head, signedOn: '2023-07-04' })
  expect(tomorrow).toMatchObject({ code: 'approval.signed_in_future', facts: { today: '2023-07-03' } })
  const before = await refusedEntering(handler, { ...verifying(row), signer: head, signedOn: '2023-07-02' })
  expect(before).toMatchObject({ code: 'approval.signed_before', facts: { since: '2023-07-03' } })
})

test('扫描件：没有的、别人的、不是图片也不是 PDF 的，都不收；PDF 收', async () => {
  const other = await scanBy(await office.as('科室负责人'))
  const words = await scanBy(handler, Buffer.from('同意'), '批示.txt')
  for (const scan of [randomUUID(), other.id, words.id])
    expect((await refusedEntering(handler, { ...verifying(row), signer: head, scan })).code).toBe('approval.scan')
  const pdf = await scanBy(handler, Buffer.from('%PDF-1.4\n%%EOF'), '批示.pdf')
  const fresh = await newRow()
  expect((await enter(handler, { ...verifying(fresh), signer: head, scan: pdf.id })).scan.mediaType).toBe(
    'application/pdf',
  )
})

test('内容按原路由的格式查：多写的、少写的、没有的事项，都不收', async () => {
  const more = { ...verifying(row), body: { ids: [row.id], by: '我' }, signer: head }
  expect((await refusedEntering(handler, more)).code).toBe('request.invalid')
  expect((await refusedEntering(handler, { ...verifying(row), body: {}, signer: head })).code).toBe('request.invalid')
  const entry = { route: 'POST /api/registers/:register/entries', params: { register: 'progress' }, body: {} }
  expect((await refusedEntering(handler, { ...entry, signer: head })).code).toBe('approval.not_declared')
  expect((await refusedEntering(handler, { ...verifying({ id: randomUUID() }), signer: head })).code).toBe(
    'fact.entry_unknown',
  )
})

test('看不到这一行的人，也不能替它录入批示', async () => {
  const { person } = await personWith('communityStaff', 43, '西岸社区')
  const refused = await refusedEntering(person, { ...verifying(row), signer: head })
  expect(refused.code).toBe('policy.other_unit')
})

test('录入人、签批人都不能确认；没有这项职责的也不能', async () => {
  const fresh = await newRow()
  const byClerk = await enter(clerk, { ...verifying(fresh), signer: head })
  expect(await clerk.refused(confirming(byClerk.id))).toMatchObject({ code: 'approval.same_person' })
  expect((await (await office.as('科室负责人')).refused(confirming(byClerk.id))).code).toBe('approval.same_person')
  expect((await handler.refused(confirming(byClerk.id))).code).toBe('request.forbidden')
  expect(await stateOf(fresh)).toBe('submitted')
  const { person: another } = await personWith('supervisor', 44)
  expect((await confirm(another, byClerk)).state).toBe('confirmed')
  expect(await stateOf(fresh)).toBe('verified')
})

test('只分管别的科室的负责人，看不到也不能确认这一份', async () => {
  const { person } = await personWith('unitHead', 45, '西岸社区')
  const paper = await enter(handler, { ...verifying(await newRow()), signer: head })
  expect((await person.refused(confirming(paper.id))).code).toBe('request.not_found')
  expect((await person.refused({ method: 'GET', path: `/api/paper-approvals/${paper.id}/scan` })).code).toBe(
    'request.not_found',
  )
})

test('确认按哪一版、什么状态：不写版本、写错版本、已确认、已退回、已撤回，都不再办', async () => {
  const paper = await enter(handler, { ...verifying(await newRow()), signer: head })
  const { version: _, ...without } = confirming(paper.id)
  expect((await clerk.refused(without)).code).toBe('request.version_missing')
  expect((await clerk.refused(confirming(paper.id, 2))).code).toBe('request.version_conflict')
  await confirm(clerk, paper)
  for (const asked of [confirming(paper.id, 2), ending('return', paper.id, '不对', 2)])
    expect((await clerk.refused(asked)).code).toBe('policy.state')
  expect((await handler.refused(ending('withdraw', paper.id, '不要了', 2))).code).toBe('policy.state')
  for (const [what, who] of [
    ['return', clerk],
    ['withdraw', handler],
  ] as const) {
    const other = await enter(handler, { ...verifying(await newRow()), signer: head })
    const { path, body, version } = ending(what, other.id)
    await who.post(path, body, { version })
    expect((await clerk.refused(confirming(other.id, 2))).code, what).toBe('policy.state')
    expect((await clerk.refused(confirming(other.id, 1))).code, what).toBe('request.version_conflict')
  }
})

test('只有录入人能撤回自己的一份', async () => {
  const paper = await enter(handler, { ...verifying(await newRow()), signer: head })
  expect((await clerk.refused(ending('withdraw', paper.id))).code).toBe('policy.not_own')
})

test('两人同时确认，只成一次；同一请求再来，答复一样', async () => {
  const fresh = await newRow()
  const paper = await enter(handler, { ...verifying(fresh), signer: head })
  const { person: another } = await personWith('supervisor', 46)
  const answers = await Promise.all(
    [clerk, another, clerk, another].map((who) => who.ask<PaperDetail & { code?: string }>(confirming(paper.id))),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409])
  expect(await eventsOf(fresh)).toEqual([{ kind: 'verified' }])
  const records = await query(
    office.database.root,
    `select seq from audit where detail ->> 'paperApproval' = '${paper.id}'`,
  )
  expect(records).toHaveLength(1)
})

test('录入和确认各重发一次：只记一份，只办一次', async () => {
  const fresh = await newRow()
  const asked = { ...(await entering(handler, { ...verifying(fresh), signer: head })), key: randomUUID() }
  const once = await handler.ask<Paper>(asked)
  expect((await handler.ask<Paper>(asked)).body).toEqual(once.body)
  const papers = await query(
    office.database.root,
    `select id from paper_approval where body::text like '%${fresh.id}%'`,
  )
  expect(papers).toHaveLength(1)
  const confirmed = { ...confirming(once.body.id), key: randomUUID() }
  const first = await clerk.ask(confirmed)
  expect(await clerk.ask(confirmed)).toMatchObject({ status: 200, body: first.body })
  expect(await eventsOf(fresh)).toHaveLength(1)
})

test('录入以后行被退回：确认被拒绝，说明变了什么；批示留着，可以撤回', async () => {
  const fresh = await newRow()
  const paper = await enter(handler, { ...verifying(fresh), signer: head })
  const boss = await office.as('科室负责人')
  await boss.post(`/api/entries/${fresh.id}/return`, { because: '先退回' }, { version: 1 })
  const refused = await clerk.refused(confirming(paper.id))
  expect(refused.code).toBe('approval.overtaken')
  expect(refused.says.zh).toContain('状态 待核实 → 已退回')
  const seen = await clerk.get<PaperDetail>(`/api/paper-approvals/${paper.id}`)
  expect(seen).toMatchObject({ state: 'waiting', changed: [{ label: { zh: '状态' }, now: { zh: '已退回' } }] })
  await handler.post(ending('withdraw', paper.id).path, { because: '行已退回' }, { version: 1 })
  expect(await stateOf(fresh)).toBe('returned')
})

test('录入以后计划又出一版：确认被拒绝；对照新版重新录入，代替原来的一份', async () => {
  const boss = await office.as('科室负责人')
  const signer = await seatOf(office, '督查专员')
  const plan = await office.plan()
  const id = plan.tasks[0]?.targets[0]?.id ?? ''
  const body = (value: string) => ({ to: { value }, because: '会议议定', adoptedOn: '2023-07-03', paperNumber: '' })
  const settling = (version: number): Approving => ({
    route: 'POST /api/targets/:id/settle',
    params: { id },
    body: body('14'),
    version,
  })
  expect((await refusedEntering(handler, { ...settling(plan.version + 1), signer })).code).toBe(
    'request.version_conflict',
  )
  const paper = await enter(handler, { ...settling(plan.version), signer })
  await clerk.post(`/api/targets/${id}/settle`, body('13'), { version: plan.version })
  const refused = await boss.refused(confirming(paper.id))
  expect(refused).toMatchObject({ code: 'approval.overtaken' })
  expect(refused.says.zh).toContain('计划版本')
  const again = await enter(handler, { ...settling(plan.version + 1), signer, scan: paper.scan.id, replaces: paper.id })
  expect(again.replaces).toBe(paper.id)
  const old = await handler.get<PaperDetail>(`/api/paper-approvals/${paper.id}`)
  expect(old).toMatchObject({ state: 'replaced', replacedBy: again.id, may: [] })
  await confirm(boss, again)
  expect((await office.plan()).tasks[0]?.targets[0]?.value).toBe('14')
})

test('退回的一份留着全部内容，改好再交的一份写明代替哪一份；不能代替两次', async () => {
  const fresh = await newRow()
  const paper = await enter(handler, { ...verifying(fresh), signer: head, number: '错号' })
  await clerk.post(ending('return', paper.id).path, { because: '文号不对' }, { version: 1 })
  const returned = await handler.get<PaperDetail>(`/api/paper-approvals/${paper.id}`)
  expect(returned).toMatchObject({
    state: 'returned',
    number: '错号',
    body: { ids: [fresh.id] },
    ended: { by: clerk.name, because: '文号不对' },
    may: ['replace'],
  })
  const again = { ...verifying(fresh), signer: head, scan: paper.scan.id, replaces: paper.id }
  const second = await enter(handler, { ...again, number: '对号' })
  expect((await refusedEntering(handler, again)).code).toBe('approval.not_replaceable')
  expect((await confirm(clerk, second)).number).toBe('对号')
  expect((await refusedEntering(clerk, { ...again, replaces: second.id })).code).toBe('approval.not_replaceable')
})

test('待确认的一列：确认人看得到几份要办，录入人看得到自己的', async () => {
  const fresh = await newRow()
  const paper = await enter(handler, { ...verifying(fresh), signer: head })
  const list = await clerk.get<Papers>('/api/paper-approvals?state=waiting')
  expect(list.papers.map(({ id }) => id)).toContain(paper.id)
  expect(list.toConfirm).toBe(list.papers.filter(({ may }) => may.includes('confirm')).length)
  expect(list.toConfirm).toBeGreaterThan(0)
  const own = await handler.get<Papers>('/api/paper-approvals?state=waiting')
  expect(own).toMatchObject({ toConfirm: 0 })
  expect(own.papers.find(({ id }) => id === paper.id)?.may).toEqual(['withdraw', 'replace'])
})

test('扫描件按附件给出，看得到所批内容的人才拿得到', async () => {
  const paper = await enter(handler, { ...verifying(await newRow()), signer: head })
  const { officer } = await clerk.get<{ officer: { id: string } }>('/api/me')
  const cookie = await office.sessionOf(officer.id)
  const { statusCode, headers } = await office.app.inject({
    method: 'GET',
    url: `/api/paper-approvals/${paper.id}/scan`,
    headers: { cookie },
  })
  expect(statusCode).toBe(200)
  expect(headers).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment/),
    'content-security-policy': "sandbox; default-src 'none'",
  })
})

test('应用的角色不能改、不能删批示和它的结果', async () => {
  for (const table of ['paper_approval', 'paper_outcome', 'paper_behind'])
    for (const statement of [`delete from ${table}`, `update ${table} set office_id = office_id`]) {
      const asApp = [`set local app.office = '${office.id}'`, statement]
      expect(await refusalOf(office.database.connections.app, 'begin', ...asApp), statement).toBe('42501')
    }
})
