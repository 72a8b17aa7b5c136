import { randomUUID } from 'node:crypto'
import { policyRows } from '@guatu/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { personOf } from '../support/person.ts'
import { query } from '../support/query.ts'
import { connect } from '../support/systems.ts'
import {
  allDuties,
  changeableTable,
  type Duty,
  dutiesOf,
  guardedRows,
  isUnsafe,
  mismatches,
  outcomeOf,
  type PolicyRow,
  systemRows,
  unsafeRows,
} from './matrix.ts'
import { probeOf, probes } from './probes.ts'
import { sessionsOfSingleDuties } from './single-duties.ts'

const { table, whileChanged } = changeableTable()
let office: Awaited<ReturnType<typeof openOffice>>
let sessions: Map<Duty, string>
let systemKey: string
beforeAll(async () => {
  office = await openOffice({ policy: table })
  sessions = await sessionsOfSingleDuties(office)
  const seated = (duty: Duty) => personOf(office.app, duty, sessions.get(duty) ?? '')
  systemKey = (await connect(seated('systemAdmin'), seated('securityAdmin'))).key
})
afterAll(() => office.close())

const named = (rows: typeof policyRows) => rows.map((row) => [row.route, row] as const)
const sessionOfOneWhoMay = (duties: readonly Duty[]) => sessions.get(duties[0] ?? 'viewer') ?? null

test('权限表的每一行都有对应的路由', () => {
  for (const { route } of policyRows) {
    const [method = '', url = ''] = route.split(' ')
    expect(office.app.hasRoute({ method: method as 'GET', url }), route).toBe(true)
  }
})

test('没有多余的试探：每个请求样本都属于权限表的一行', () => {
  const routes = policyRows.map((row) => row.route)
  expect(Object.keys(probes).filter((route) => !routes.includes(route))).toEqual([])
})

test('不需要身份就能用的只有这几条', () => {
  const open = policyRows.filter((row) => row.open).map((row) => row.route)
  expect(open.toSorted()).toEqual([
    'GET /api/first-run',
    'GET /api/offices',
    'GET /api/oidc',
    'POST /api/formal-offices',
    'POST /api/offices',
    'POST /api/oidc/finish',
    'POST /api/oidc/start',
    'POST /api/sample/reset',
    'POST /api/samples',
    'POST /api/session',
    'POST /api/sign-in',
    'POST /api/sign-in/enrolment',
    'POST /api/sign-in/enrolment/confirm',
    'POST /api/sign-in/first',
    'POST /api/sign-in/password',
    'POST /api/sign-in/second-factor',
    'POST /api/wall-passes/bind',
  ])
})

test('每条路由对每一种职责：放行或拒绝，与权限表完全一致', async () => {
  expect(await mismatches(office.app, sessions, policyRows)).toEqual([])
}, 300_000)

test.each(named(guardedRows))('%s：没有身份、伪造的身份都被拒绝', async (route, { bySystemKey }) => {
  const refused = { status: 401, code: bySystemKey ? 'source_system.key_missing' : 'request.no_seat' }
  const forged = `guatu_session=${office.id}.${'x'.repeat(32)}`
  for (const cookie of [null, forged]) {
    const outcome = await outcomeOf(office.app, cookie, probeOf(route))
    expect({ ...outcome, code: route === 'GET /api/live' ? refused.code : outcome.code }).toEqual(refused)
  }
})

test.each(named(unsafeRows))('%s：没有 Idempotency-Key 被拒绝', async (route, row) => {
  const asked = { ...probeOf(route), key: null }
  const body = route === 'POST /api/session' ? { officeId: office.id } : asked.body
  const headers = row.bySystemKey ? { authorization: `Bearer ${systemKey}` } : {}
  const cookie = row.bySystemKey ? null : sessionOfOneWhoMay(dutiesOf(row))
  const outcome = await outcomeOf(office.app, cookie, { ...asked, body, headers })
  expect(outcome).toEqual({ status: 422, code: 'request.key_missing' })
})

// The caller that is no person: a key opens the rows for systems, and no other row of the table.
test('来源系统的密钥只开给来源系统的路由，别的一条也不开', async () => {
  expect(systemRows.map(({ route }) => route)).toEqual(['POST /api/readings'])
  const headers = { authorization: `Bearer ${systemKey}` }
  for (const row of guardedRows) {
    const outcome = await outcomeOf(office.app, null, { ...probeOf(row.route), headers })
    expect(outcome.status, row.route).toBe(row.bySystemKey ? 200 : 401)
  }
})

const versioned = policyRows.filter((row) => row.version === 'required')
test.each(named(versioned))('%s：没有 If-Match 被拒绝', async (route, row) => {
  const { version: _, ...asked } = probeOf(route)
  const outcome = await outcomeOf(office.app, sessionOfOneWhoMay(dutiesOf(row)), asked)
  expect(outcome).toEqual({ status: 422, code: 'request.version_missing' })
})

const refusable = guardedRows.filter((row) => isUnsafe(row) && allDuties.some((duty) => !dutiesOf(row).includes(duty)))
test.each(named(refusable))('%s：被拒绝的一次留下一条审计记录，没有别的', async (route, row) => {
  const stranger = allDuties.find((duty) => !dutiesOf(row).includes(duty)) ?? 'viewer'
  const count = async () => {
    const [row] = await query<{ refused: number; done: number }>(
      office.database.root,
      `select count(*) filter (where outcome = 'refused')::int as refused,
         count(*) filter (where outcome = 'done')::int as done from audit where route = '${route}'`,
    )
    return row ?? { refused: 0, done: 0 }
  }
  const before = await count()
  await outcomeOf(office.app, sessions.get(stranger) ?? null, { ...probeOf(route), key: randomUUID() })
  expect(await count()).toEqual({ refused: before.refused + 1, done: before.done })
})

// A matrix that cannot fail proves nothing: each guard is taken away in turn, and the matrix has to see it.
describe('去掉任何一条路由的把关，对照表都会发现', () => {
  const loosened = guardedRows.map((row) => {
    const everybody = allDuties.every((duty) => dutiesOf(row).includes(duty))
    const grants = everybody ? [] : [...row.grants, { duties: allDuties, relation: 'office' as const }]
    const { bySystemKey: _, ...forPeople } = row
    return [row.route, row, { ...forPeople, grants }] as const
  })
  // Two who are treated otherwise than declared are enough to notice it.
  test.each(loosened)('%s', async (_route, declared, changed) => {
    const may = (row: PolicyRow, duty: Duty) => dutiesOf(row).includes(duty)
    const otherwise = allDuties.filter((duty) => may(declared, duty) !== may(changed, duty)).slice(0, 2)
    const asked = new Map([...sessions].filter(([duty]) => otherwise.includes(duty)))
    const found = await whileChanged(changed, () => mismatches(office.app, asked, [declared]))
    expect(found.map(({ duty }) => duty).toSorted()).toEqual(otherwise.toSorted())
    expect(otherwise).not.toEqual([])
  })
})
