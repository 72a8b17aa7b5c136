import type { Entry, People } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Post } from '../support/office.ts'
import { smallReport } from '../support/papers.ts'
import { query } from '../support/query.ts'
import { type Approving, clickOf, confirm, enter, openPaperOffice, type PaperOffice, seatOf } from './paper-story.ts'

// Two offices live through the same days: in one everything is clicked, in the other everything is signed on paper.
let onPaper: PaperOffice
let clicked: PaperOffice
beforeAll(async () => {
  ;[onPaper, clicked] = [await openPaperOffice(), await openPaperOffice()]
})
afterAll(async () => {
  await onPaper.close()
  await clicked.close()
})

const postsOf = async (at: PaperOffice) =>
  (await (await at.as('督查专员')).get<People>('/api/people')).units.flatMap((unit) => unit.posts)
const holdingOf = async (at: PaperOffice, name: string) =>
  (await postsOf(at)).flatMap(({ holdings }) => holdings).find((holding) => holding.name === name)
const planVersion = async (at: PaperOffice) => (await at.plan()).version

const rowIn = (at: PaperOffice): Promise<Entry> => at.report('T1.1', `2023-06-20 ${1 + (rows.get(at)?.length ?? 0)}`)
const rows = new Map<PaperOffice, Entry[]>()
async function freshRow(at: PaperOffice): Promise<Entry> {
  const row = await rowIn(at)
  rows.set(at, [...(rows.get(at) ?? []), row])
  return row
}

interface Case {
  readonly signing: Post
  readonly confirming: Post
  readonly approving: (at: PaperOffice) => Promise<Approving>
}

const cases: Readonly<Record<string, Case>> = {
  核实: {
    signing: '科室负责人',
    confirming: '督查专员',
    approving: async (at) => ({
      route: 'POST /api/registers/:register/verify',
      params: { register: 'progress' },
      body: { ids: [(await freshRow(at)).id, (await freshRow(at)).id] },
    }),
  },
  退回: {
    signing: '科室负责人',
    confirming: '督查专员',
    approving: async (at) => ({
      route: 'POST /api/entries/:id/return',
      params: { id: (await freshRow(at)).id },
      body: { because: '数字与原始台账不符' },
      version: 1,
    }),
  },
  采用: {
    signing: '督查专员',
    confirming: '科室负责人',
    approving: async (at) => {
      const { id, version } = await at.bringIn({ text: smallReport, name: '再来.txt', kind: 'meeting' })
      const body = { withOpen: true, adoptedOn: '2023-07-03', paperNumber: '纪要5号' }
      return { route: 'POST /api/sources/:id/adopt', params: { id }, body, version }
    },
  },
  调整目标: {
    signing: '督查专员',
    confirming: '科室负责人',
    approving: async (at) => {
      const id = (await at.plan()).tasks[0]?.targets[0]?.id ?? ''
      const body = { to: { value: '14' }, because: '会议议定', adoptedOn: '2023-07-03', paperNumber: '' }
      return { route: 'POST /api/targets/:id/settle', params: { id }, body, version: await planVersion(at) }
    },
  },
  确认任职: {
    signing: '督查专员',
    confirming: '科室负责人',
    approving: async (at) => {
      const postId = (await postsOf(at)).find(({ duties }) => duties.includes('viewer'))?.id
      const wanted = { postId, officer: { name: '王新' }, kind: 'holder', from: '2023-07-01' }
      const { id } = await (await at.as('督查专员')).post<{ id: string }>('/api/holdings', wanted)
      return { route: 'POST /api/holdings/:id/confirm', params: { id }, body: {}, version: 1 }
    },
  },
  结束任职: {
    signing: '督查专员',
    confirming: '科室负责人',
    approving: async (at) => {
      const { id = '' } = (await holdingOf(at, '王新')) ?? {}
      return { route: 'POST /api/holdings/:id/end', params: { id }, body: { until: '2023-12-31' }, version: 2 }
    },
  },
}

const tables = {
  entry_event: 'kind, by_officer, because, seq',
  fact: 'quantity, unit, true_on',
  plan_version: 'year, version, says, adopted_on, adopted_by, paper_number',
  target: 'code, subject, value, unit, due, version',
  holding: 'kind, from_day, until_day, confirmed_by, applied_by',
}

/** What stands in the tables, the ids and moments of its own aside. */
async function leftIn(at: PaperOffice): Promise<Record<string, string[]>> {
  const people = await query<{ id: string; name: string }>(at.database.root, 'select id, name from officer')
  const named = (text: string) => people.reduce((said, { id, name }) => said.replaceAll(id, name), text)
  const left: Record<string, string[]> = {}
  for (const [table, columns] of Object.entries(tables)) {
    const found = await query<Record<string, unknown>>(at.database.root, `select ${columns} from ${table}`)
    left[table] = found.map((row) => named(JSON.stringify(row))).toSorted()
  }
  return left
}

test.each(Object.entries(cases))(
  '%s：纸上批的与当面点的，留下的一样',
  async (_what, { signing, confirming, approving }) => {
    const before = await leftIn(clicked)
    const click = await (await clicked.as(signing)).ask(clickOf(await approving(clicked)))
    expect(click.status).toBe(200)
    const signer = await seatOf(onPaper, signing)
    const paper = await enter(await onPaper.as('经办人'), { ...(await approving(onPaper)), signer })
    // Entered and waiting, it has brought nothing about yet: what a click has made is not there.
    expect(await leftIn(onPaper)).not.toEqual(await leftIn(clicked))
    await confirm(await onPaper.as(confirming), paper)
    expect(await leftIn(onPaper)).toEqual(await leftIn(clicked))
    expect(await leftIn(clicked)).not.toEqual(before)
  },
  60_000,
)
