import type { AuditPage, Entry, Me, OwnColumns, PaperDetail, PaperNote, People } from '@guatu/contract'
import { afterEach, expect, test } from 'vitest'
import { smallReport } from '../support/papers.ts'
import type { Person } from '../support/person.ts'
import { query } from '../support/query.ts'
import { type Approving, confirm, enter, openPaperOffice, type PaperOffice, seatOf } from './paper-story.ts'

let office: PaperOffice
afterEach(() => office.close())

const verifying = (...entries: readonly Pick<Entry, 'id'>[]): Approving => ({
  route: 'POST /api/registers/:register/verify',
  params: { register: 'progress' },
  body: { ids: entries.map(({ id }) => id) },
})
const returning = ({ id }: Entry): Approving => ({
  route: 'POST /api/entries/:id/return',
  params: { id },
  body: { because: '数字与原始台账不符' },
  version: 1,
})

const rowOf = async (id: string): Promise<Entry> => {
  const { entries } = await (await office.as('只读')).get<{ entries: Entry[] }>('/api/registers/progress/entries')
  const entry = entries.find((one) => one.id === id)
  if (!entry) throw new Error('the row is gone')
  return entry
}

const noteOf = ({ id }: PaperDetail, enteredBy: Person, confirmedBy: Person, signer: string): Partial<PaperNote> => ({
  id,
  signer,
  signedOn: '2023-07-03',
  number: '青办批〔2023〕12号',
  enteredBy: enteredBy.name,
  confirmedBy: confirmedBy.name,
})

test('核实：经办人录入，督查专员确认，行上写明谁签的、谁录的、谁确认的', async () => {
  office = await openPaperOffice()
  const [handler, clerk, head] = [
    await office.as('经办人'),
    await office.as('督查专员'),
    await seatOf(office, '科室负责人'),
  ]
  const [one, two] = [await office.report('T1.1', '2023-06-20 6'), await office.report('T1.1', '2023-06-21 2')]
  const paper = await enter(handler, { ...verifying(one, two), signer: head })
  expect(paper).toMatchObject({ state: 'waiting', version: 1, label: { zh: '核实' }, title: { zh: '进展台账2行' } })
  expect((await rowOf(one.id)).state).toBe('submitted')
  const done = await confirm(clerk, paper)
  expect(done).toMatchObject({ state: 'confirmed', version: 2, ended: { by: clerk.name }, changed: [] })
  for (const { id } of [one, two])
    expect(await rowOf(id)).toMatchObject({
      state: 'verified',
      verifiedBy: head.name,
      byPaper: noteOf(paper, handler, clerk, head.name),
    })
  expect((await office.working('T1.1')).working.actual).toBe('8')
})

const recorded = (route: string) =>
  query<{ detail: object }>(office.database.root, `select detail from audit where route = '${route}'`)

test('审计：审批的那条记在签批人名下，写明签批日、录入人、确认人、文号和扫描件的散列', async () => {
  office = await openPaperOffice()
  const [handler, clerk, head] = [
    await office.as('经办人'),
    await office.as('督查专员'),
    await seatOf(office, '科室负责人'),
  ]
  const row = await office.report('T1.1', '2023-06-20 6')
  const paper = await enter(handler, { ...verifying(row), signer: head })
  // Entered, the paper has changed nothing of the row yet, whatever was tried out to see whether it can be confirmed.
  expect(await recorded('POST /api/paper-approvals')).toEqual([{ detail: {} }])
  await confirm(clerk, paper)
  const { rows } = await (await office.as('审计管理员')).get<AuditPage>('/api/audit?route=verify')
  const [scan] = await query<{ sha256: string }>(
    office.database.root,
    `select sha256 from evidence where id = '${paper.scan.id}'`,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    officerName: head.name,
    post: head.post,
    object: '/api/registers/progress/verify',
    outcome: 'done',
    detail: {
      paperApproval: paper.id,
      paperNumber: '青办批〔2023〕12号',
      signer: head.name,
      signedOn: '2023-07-03',
      enteredBy: handler.name,
      confirmedBy: clerk.name,
      scan: scan?.sha256,
    },
  })
  const confirmed = await (await office.as('审计管理员')).get<AuditPage>('/api/audit?route=confirm')
  expect(confirmed.rows[0]).toMatchObject({ officerName: clerk.name, outcome: 'done' })
  expect(await recorded('POST /api/paper-approvals/:id/confirm')).toEqual([
    { detail: { before: expect.any(String), after: expect.any(String) } },
  ])
})

test('退回：纸上批了退回，行上写明原因和批示', async () => {
  office = await openPaperOffice()
  const [handler, clerk, head] = [
    await office.as('经办人'),
    await office.as('督查专员'),
    await seatOf(office, '科室负责人'),
  ]
  const row = await office.report('T1.1', '2023-06-20 6')
  const paper = await enter(handler, { ...returning(row), signer: head })
  expect(paper.lines.map(({ label }) => label.zh)).toContain('退回原因')
  await confirm(clerk, paper)
  expect(await rowOf(row.id)).toMatchObject({
    state: 'returned',
    returnedBecause: '数字与原始台账不符',
    byPaper: noteOf(paper, handler, clerk, head.name),
  })
})

test('采用为计划、调整目标：版本记录写明是纸质批示', async () => {
  office = await openPaperOffice()
  const [handler, head, clerk] = [
    await office.as('经办人'),
    await office.as('科室负责人'),
    await seatOf(office, '督查专员'),
  ]
  const review = await office.bringIn({ text: smallReport.replace('12个', '15个'), name: '补充.txt', kind: 'meeting' })
  const adopting: Approving = {
    route: 'POST /api/sources/:id/adopt',
    params: { id: review.id },
    body: { withOpen: true, adoptedOn: '2023-07-03', paperNumber: '纪要5号' },
    version: review.version,
  }
  const adopted = await enter(handler, { ...adopting, signer: clerk })
  await confirm(head, adopted)
  const target = (await office.plan()).tasks[0]?.targets[0]
  const settling: Approving = {
    route: 'POST /api/targets/:id/settle',
    params: { id: target?.id ?? '' },
    body: { to: { value: '14' }, because: '会议议定', adoptedOn: '2023-07-03', paperNumber: '' },
    version: 2,
  }
  const settled = await enter(handler, { ...settling, signer: clerk })
  expect(settled.lines.find(({ label }) => label.zh === '改为')?.value.zh).toMatch(/14个/)
  await confirm(head, settled)
  const { versions, tasks } = await office.plan()
  expect(versions).toMatchObject([
    { version: 1, byPaper: null },
    { version: 2, by: clerk.name, byPaper: noteOf(adopted, handler, head, clerk.name) },
    { version: 3, by: clerk.name, byPaper: noteOf(settled, handler, head, clerk.name) },
  ])
  expect(tasks[0]?.targets[0]?.value).toBe('14')
})

test('确认任职、结束任职：任职上写明是纸质批示', async () => {
  office = await openPaperOffice()
  const [handler, head, clerk] = [await office.as('经办人'), await office.as('科室负责人'), await office.as('督查专员')]
  const signer = await seatOf(office, '督查专员')
  const { units } = await clerk.get<People>('/api/people')
  const post = units.flatMap((unit) => unit.posts).find(({ duties }) => duties.includes('viewer'))
  const wanted = { postId: post?.id, officer: { name: '王新' }, kind: 'holder', from: '2023-07-01' }
  const { id } = await clerk.post<{ id: string }>('/api/holdings', wanted)
  const holding = async () =>
    (await clerk.get<People>('/api/people')).units
      .flatMap((unit) => unit.posts.flatMap(({ holdings }) => holdings))
      .find((one) => one.id === id)
  const confirmingIt = { route: 'POST /api/holdings/:id/confirm', params: { id }, body: {}, version: 1 }
  const first = await enter(handler, { ...confirmingIt, signer })
  await confirm(head, first)
  expect(await holding()).toMatchObject({
    inForce: true,
    confirmedByPaper: noteOf(first, handler, head, signer.name),
    endedByPaper: null,
  })
  const endingIt = { route: 'POST /api/holdings/:id/end', params: { id }, body: { until: '2023-12-31' }, version: 2 }
  const second = await enter(handler, { ...endingIt, signer })
  await confirm(head, second)
  expect(await holding()).toMatchObject({ until: '2023-12-31', endedByPaper: { id: second.id } })
})

test('自设列要别人填的，科室负责人在纸上批了：确认以后就要填', async () => {
  office = await openPaperOffice()
  const [handler, clerk] = [await office.as('经办人'), await office.as('督查专员')]
  const signer = await seatOf(office, '科室负责人')
  const asked = { label: { zh: '宣传折页' }, kind: 'text', required: true, because: '科务会议定' }
  const { columns } = await handler.post<OwnColumns>('/api/registers/progress/columns', asked)
  expect(columns).toMatchObject([{ id: 'own1', inForce: null }])
  const paper = await enter(handler, {
    route: 'POST /api/registers/:register/columns/:column/confirm',
    params: { register: 'progress', column: 'own1' },
    body: {},
    version: 1,
    signer,
  })
  await confirm(clerk, paper)
  const after = await handler.get<OwnColumns>('/api/registers/progress/columns')
  const steps = [{ byPaper: null }, { kind: 'confirmed', byPaper: noteOf(paper, handler, clerk, signer.name) }]
  expect(after.columns).toMatchObject([{ id: 'own1', inForce: { required: true }, waiting: null, steps }])
})

test('纸上六月三十日批的核实，七月三日确认才算知道：以前各天的挂图不变', async () => {
  office = await openPaperOffice({ today: '2023-06-25' })
  const row = await office.report('T1.1', '2023-06-20 6')
  office.clock.goTo('2023-07-03')
  const [handler, clerk, head] = [
    await office.as('经办人'),
    await office.as('督查专员'),
    await seatOf(office, '科室负责人'),
  ]
  const before = await office.working('T1.1', '2023-07-02').catch(() => null)
  const paper = await enter(handler, { ...verifying(row), signer: head, signedOn: '2023-06-30' })
  await confirm(clerk, paper)
  expect(await office.working('T1.1', '2023-07-02').catch(() => null)).toEqual(before)
  const then = (id: string, on: string) =>
    handler
      .get<{ entries: Entry[] }>(`/api/registers/progress/entries?on=${on}`)
      .then(({ entries }) => entries.find((one) => one.id === id))
  expect(await then(row.id, '2023-07-02')).toMatchObject({ state: 'submitted', byPaper: null })
  expect(await then(row.id, '2023-07-03')).toMatchObject({
    state: 'verified',
    byPaper: { signedOn: '2023-06-30', confirmedAt: expect.stringMatching(/^2023-07-03/) },
  })
})

test('每一项可用纸质批示办理的，这里都走到', async () => {
  office = await openPaperOffice()
  const handler = await office.as('经办人')
  const me = await handler.get<Me>('/api/me')
  expect(me.may).toContain('POST /api/paper-approvals')
  const { rows } = await handler.get<{ rows: { route: string; versioned: boolean }[] }>('/api/policy')
  const declared: string[] = []
  for (const { route } of rows) {
    const { status } = await handler.ask({
      method: 'GET',
      path: `/api/paper-signers?route=${encodeURIComponent(route)}`,
    })
    if (status === 200) declared.push(route)
  }
  expect(declared.toSorted()).toEqual([
    'POST /api/entries/:id/return',
    'POST /api/holdings/:id/confirm',
    'POST /api/holdings/:id/end',
    'POST /api/registers/:register/columns/:column/confirm',
    'POST /api/registers/:register/verify',
    'POST /api/sources/:id/adopt',
    'POST /api/targets/:id/settle',
  ])
})
