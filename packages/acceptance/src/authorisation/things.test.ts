import type { Problem } from '@guatu/contract'
import { policyRows } from '@guatu/server'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOfficeIn } from '../support/office.ts'
import { openOffice } from '../support/open-office.ts'
import { type Asked, ask } from '../support/person.ts'
import { allDuties, changeableTable, type Duty, dutiesOf, type PolicyRow } from './matrix.ts'
import { probeOf } from './probes.ts'
import { type Case, casesFor, declared, relations, type Stage, stageFor, states, type Verdict } from './things.ts'

const { table, whileChanged } = changeableTable()
let stage: Stage
let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice({ policy: table })
  stage = await stageFor(office, await openOfficeIn(office.app, '邻近街道', []))
})
afterAll(() => office.close())

const narrow = ({ grants }: PolicyRow) => grants.some((grant) => grant.relation !== 'office' || grant.states)
const verify = 'POST /api/registers/:register/verify'
const returnMany = 'POST /api/registers/:register/return'
const correctMany = 'POST /api/registers/:register/correct'
const moveMany = 'POST /api/registers/:register/move'
const many = [verify, returnMany, correctMany, moveMany]
const onEntries = policyRows.filter((row) => / \/api\/entries\/:id(?:\/|$)/.test(row.route) || many.includes(row.route))
const lists = policyRows.filter((row) => row.route === 'GET /api/registers/:register/entries')
const elsewhere = [
  // Counts of what the lists show: tried in the story of ledgers.
  'GET /api/ledgers',
  // So is the map, in its own test.
  'GET /api/map',
  // And what a search finds, and what stands on a start page.
  'GET /api/search',
  'GET /api/start',
  // The state is the office's kind: the story of people tries both. Rows that are named by their unit, and rows behind
  // a number, are tried in the story of two communities.
  'POST /api/posts',
  'POST /api/posts/:id/close',
  'POST /api/units/:id/close',
  'POST /api/holdings',
  'POST /api/holdings/:id/confirm',
  'POST /api/holdings/:id/end',
  // So is it of a roster: its stories try a trial and an office in earnest.
  'GET /api/roster',
  'POST /api/roster/preview',
  'POST /api/roster/apply',
  'POST /api/roster/slips',
  'POST /api/holdings/confirm',
  'POST /api/registers/:register/entries',
  'POST /api/registers/:register/batch',
  'POST /api/registers/:register/check',
  'GET /api/targets/:id/working',
  // Whose paper it is and how far it has got: tried in the tests of papers, state by state.
  'POST /api/paper-approvals/:id/confirm',
  'POST /api/paper-approvals/:id/return',
  'POST /api/paper-approvals/:id/withdraw',
  // Who asked, who confirms, in which kind of office: tried in the test of exports.
  'POST /api/exports/:id/confirm',
  'GET /api/exports/:id/file',
  // Whoever sees a row sees what stands behind it: tried in the story of evidence.
  'GET /api/evidence/:id',
  // Whoever brought a sheet in goes on with it, row by row as the register lets them: tried in the story of imports.
  'GET /api/imports',
  'GET /api/imports/:id',
  'GET /api/imports/:id/result',
  'POST /api/imports/:id/mapping',
  'POST /api/imports/:id/accept',
  'POST /api/imports/:id/withdraw',
  // A sheet holds the rows that the list shows: tried in the same story.
  'GET /api/registers/:register/sheet',
  'GET /api/registers/:register/geojson',
]

const meanings: Readonly<Record<string, Verdict>> = {
  'policy.other_unit': 'not this one',
  'policy.not_own': 'not this one',
  'policy.state': 'not in this state',
  'fact.entry_unknown': 'unknown',
  'request.forbidden': 'closed',
  // Past the guard: nobody verifies a row of their own, the probe's target is of no plan, its evidence nobody's.
  'fact.same_person': 'done',
  'fact.target_unknown': 'done',
  'fact.move_unknown': 'done',
  'evidence.unknown': 'done',
}

interface Answer {
  readonly code?: string
  readonly verified?: number
  readonly refused?: readonly { readonly problem: Problem }[]
}

async function found(app: FastifyInstance, row: PolicyRow, one: Case): Promise<Verdict | string> {
  const probe = probeOf(row.route, one.entryId)
  const events = ['verified', 'returned', 'withdrawn'].includes(one.state) ? 2 : 1
  const entries = [{ id: one.entryId, version: events }]
  const asked: Asked = many.includes(row.route)
    ? {
        ...probe,
        body: { ...(probe.body as object), ...(row.route === verify ? { ids: [one.entryId] } : { entries }) },
      }
    : { ...probe, version: events }
  const { status, body } = await ask<Answer>(app, stage.people.get(one.duty)?.cookie ?? '', asked)
  const code = body.refused?.[0]?.problem.code ?? (status >= 300 ? body.code : undefined)
  return code === undefined ? 'done' : (meanings[code] ?? `${status} ${code}`)
}

async function mismatches(app: FastifyInstance, row: PolicyRow, duties: readonly Duty[]) {
  const wrong: object[] = []
  const cases = await casesFor(stage, duties)
  for (const one of cases) {
    const [expected, verdict] = [declared(row, one), await found(app, row, one)]
    if (expected !== verdict) wrong.push({ ...one, expected, verdict })
  }
  return { wrong, tried: cases.length }
}

test('凡按单位、本人或状态放行的路由，这里都试到', () => {
  const tried = [...onEntries, ...lists].map((row) => row.route)
  expect(
    policyRows
      .filter(narrow)
      .map((row) => row.route)
      .toSorted(),
  ).toEqual([...tried, ...elsewhere].toSorted())
})

test.each(onEntries.map((row) => [row.route, row] as const))(
  '%s：每种职责 × 每种关系 × 每种状态，与权限表完全一致',
  async (_route, row) => {
    const { wrong, tried } = await mismatches(office.app, row, allDuties)
    expect(wrong).toEqual([])
    expect(tried).toBe(allDuties.length * relations.length * states.length)
  },
  60_000,
)

const seenBy = async (app: FastifyInstance, duty: Duty, cases: readonly Case[]): Promise<string[]> => {
  const cookie = stage.people.get(duty)?.cookie ?? ''
  const path = `/api/registers/progress/entries?limit=500&text=${duty}`
  const { status, body } = await ask<{ entries: { id: string }[] }>(app, cookie, { method: 'GET', path })
  if (status === 403) return []
  const ids = new Set(body.entries.map((entry) => entry.id))
  return cases.filter((one) => ids.has(one.entryId)).map((one) => `${one.relation} ${one.state}`)
}

test.each(lists.map((row) => [row.route, row] as const))(
  '%s：看得到的行，与权限表完全一致',
  async (_route, row) => {
    for (const duty of allDuties) {
      const cases = await casesFor(stage, [duty], duty)
      const expected = cases.filter((one) => declared(row, one) === 'done')
      const shown = await seenBy(office.app, duty, cases)
      expect(shown.toSorted(), duty).toEqual(expected.map((one) => `${one.relation} ${one.state}`).toSorted())
    }
  },
  60_000,
)

/** Routes to whose rows a register has grants of its own: where the policy table let everybody in, they would still not. */
const alsoByRegister = [
  ...many,
  'POST /api/entries/:id/return',
  'POST /api/entries/:id/correct',
  'POST /api/entries/:id/move',
  'POST /api/entries/:id/withdraw',
  'GET /api/entries/:id/evidence',
  'GET /api/entries/:id',
  'GET /api/entries/:id/alike',
  'GET /api/entries/:id/targets',
]
const widened = '放宽到全单位'

/** Each grant taken away, reaching the whole office, or forgetting its states: one change at a time. */
const mutantsOf = (row: PolicyRow): (readonly [string, PolicyRow, readonly Duty[]])[] =>
  row.grants.flatMap((grant, i) => {
    const others = row.grants.filter((_, k) => k !== i)
    const { states: _, ...anyState } = grant
    const changed = [
      ['去掉', others],
      ...(grant.relation === 'office' ? [] : [[widened, [...others, { ...grant, relation: 'office' }]] as const]),
      ...(grant.states ? [['不看状态', [...others, anyState]] as const] : []),
    ] as const
    return changed.map(
      ([what, grants]) => [`${row.route} 第${i + 1}条${what}`, { ...row, grants }, grant.duties] as const,
    )
  })

describe('每一条授权去掉或放宽，对照表都会发现，或者台账自己的权限拦住', () => {
  const mutants = onEntries.flatMap((row) =>
    mutantsOf(row).map((mutant) => [mutant[0], row, mutant[1], mutant[2]] as const),
  )
  test.each(mutants)(
    '%s',
    async (what, row, changed, duties) => {
      const { wrong } = await whileChanged(changed, () => mismatches(office.app, row, duties.slice(0, 1)))
      if (what.endsWith(widened) && alsoByRegister.includes(row.route)) expect(wrong).toEqual([])
      else expect(wrong.length).toBeGreaterThan(0)
    },
    60_000,
  )
})

test('试了多少次', () => {
  const things = onEntries.length * allDuties.length * relations.length * states.length
  const seen = lists.length * allDuties.length * relations.length * states.length
  console.info(`权限对照：${policyRows.length} 条路由 × ${allDuties.length} 种职责；逐件 ${things + seen} 次`)
  expect(onEntries.flatMap(dutiesOf).length).toBeGreaterThan(0)
  expect(things + seen).toBeGreaterThan(1000)
})
