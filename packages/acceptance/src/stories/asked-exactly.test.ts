import type { Entry } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import type { Person } from '../support/person.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let viewer: Person
beforeAll(async () => {
  office = await openOffice({ today: '2023-07-01' })
  await office.adopt({ text: smallReport })
  viewer = await office.as('只读')
})
afterAll(() => office.close())

const entries = '/api/registers/progress/entries'
const list = (query: string) =>
  viewer.get<{ total: number; next: string | null; entries: Entry[] }>(`${entries}?${query}`)

test.each([
  ['秒后面七位小数', 'known=2023-06-30T15:59:59.1234567Z'],
  ['没有秒', 'known=2023-06-30T15:59Z'],
  ['没有的一天', 'on=2023-06-31'],
])('时刻写得不对（%s），不当作没写，直说不对', async (_what, query) => {
  for (const path of [entries, '/api/wall', '/api/plans/2023'])
    expect((await viewer.refused({ method: 'GET', path: `${path}?${query}` })).code, path).toBe('request.invalid')
})

test('写得对的时刻照样看，小数几位都一样', async () => {
  const entry = await office.report('T1.1', '2023-06-20 1')
  const known = (text: string) => list(`known=${text}`)
  const at = entry.knownAt.replace(/Z$/, '')
  expect((await known(`${at}Z`)).total).toBe(1)
  expect((await known(`${at}999Z`)).total).toBe(1)
  expect((await known('2023-06-30T15:59:59Z')).total).toBe(0)
})

test('翻页：接在没有的一行之后，直说没有，不从第一页重来；接着的那一行刚被核实，也不漏不重', async () => {
  const made: Entry[] = []
  for (const quantity of ['2', '3', '4', '5']) made.push(await office.report('T1.1', `2023-06-20 ${quantity}`))
  const unknown = { method: 'GET', path: `${entries}?after=01890000-0000-7000-8000-000000000000` } as const
  expect((await viewer.refused(unknown)).code).toBe('fact.entry_unknown')
  const first = await list('state=submitted&limit=2')
  await office.verify(...first.entries.slice(-1))
  const second = await list(`state=submitted&limit=2&after=${first.next}`)
  const ids = [...first.entries, ...second.entries].map(({ id }) => id)
  expect(ids).toEqual(made.map(({ id }) => id).toReversed())
})
