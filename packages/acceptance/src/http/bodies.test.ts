import { afterAll, beforeAll, expect, test } from 'vitest'
import { probeOf } from '../authorisation/probes.ts'
import { digestOf } from './digest.ts'
import { forge, jsonRoutes, type WrittenOffice, writtenOffice } from './written-office.ts'

let office: WrittenOffice
beforeAll(async () => {
  office = await writtenOffice()
})
afterAll(() => office.close())

type Body = Readonly<Record<string, unknown>>
const bodyOf = (route: string): Body => (probeOf(route).body ?? {}) as Body
const cookie = () => office.cookies[0] ?? ''

/** Sends each of the bodies to each route and gives those that got past the guard. */
async function pastGuard(bodies: (body: Body) => readonly string[], refused: readonly string[]): Promise<string[]> {
  const before = await digestOf(office.database.root)
  const past: string[] = []
  for (const row of jsonRoutes)
    for (const payload of bodies(bodyOf(row.route))) {
      const { status, code } = await forge(office, cookie(), row, { payload })
      if (!refused.includes(code) || status >= 500) past.push(`${row.route}: ${status} ${code} ${payload.slice(0, 80)}`)
    }
  expect(await digestOf(office.database.root)).toEqual(before)
  return past
}

const tops = ['officeId2', 'office_id', 'id', 'version', 'enteredBy', 'verified_by', 'adoptedAt', 'duties', 'x']

test('每条写入路由，多写一个字段就不受理', async () => {
  const more = (body: Body) =>
    tops.filter((name) => !(name in body)).map((name) => JSON.stringify({ ...body, [name]: 'x' }))
  expect(await pastGuard(more, ['request.invalid'])).toEqual([])
})

/** The same body with a part put into each of its objects, at every depth, as text that no parser of ours has touched. */
function withInEach(value: unknown, part: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  const whole = JSON.stringify(value)
  const here = Array.isArray(value) ? [] : [whole === '{}' ? `{${part}}` : `{${part},${whole.slice(1)}`]
  const deeper = Object.entries(value).flatMap(([name, inner]) =>
    withInEach(inner, part).map((text) => {
      const copy = Array.isArray(value) ? [...value] : { ...value }
      Object.assign(copy, { [name]: '@here@' })
      return JSON.stringify(copy).replace('"@here@"', () => text)
    }),
  )
  return [...here, ...deeper]
}

test('原型键无论藏在哪一层，都不受理，也没有改到别处', async () => {
  const own = Object.getOwnPropertyNames(Object.prototype).toSorted()
  const keys = ['"__proto__":{"duties":["supervisor"]}', '"constructor":{"prototype":{"duties":["supervisor"]}}']
  const poisoned = (body: Body) => keys.flatMap((key) => withInEach(body, key))
  expect(await pastGuard(poisoned, ['request.invalid'])).toEqual([])
  expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(own)
})

test('看不见、存不下的字符不受理', async () => {
  const nul = (body: Body) =>
    JSON.stringify(body).includes('":"')
      ? [JSON.stringify(body).replace(/":"/, '":"\\u0000'), JSON.stringify(body).replace(/":"/, '":"\\ud800')]
      : []
  expect(await pastGuard(nul, ['request.invalid', 'request.text_unwritable'])).toEqual([])
})

test('套了两万层的内容不受理，服务器也没有出错', async () => {
  const nested = (open: string, close: string, levels: number) => `${open.repeat(levels)}1${close.repeat(levels)}`
  const deep = (body: Body) =>
    [nested('[', ']', 20_000), nested('{"a":', '}', 20_000)].flatMap((part) => [
      part,
      JSON.stringify({ ...body, body: '@here@' }).replace('"@here@"', () => part),
    ])
  expect(await pastGuard(deep, ['request.invalid'])).toEqual([])
})

test('太长的内容不受理', async () => {
  const row = jsonRoutes.find(({ route }) => route === 'POST /api/units')
  if (!row) throw new Error('no such route')
  const long = { payload: JSON.stringify({ name: 'x'.repeat(300_000), kind: 'department' }) }
  expect(await forge(office, cookie(), row, long)).toEqual({ status: 413, code: 'request.too_large' })
})

const starts = [
  'application/json',
  'Application/JSON',
  'text/json',
  'application/vnd.api+json',
  'multipart/form-data',
  '',
]
const ends = [
  ' ',
  '\t',
  ';',
  ' ;',
  ',',
  ' a',
  '\ta',
  '/json',
  ';;',
  '; charset',
  '; charset=utf-16',
  ';\u00a0x',
  ' ,text/html',
  '\u3000',
  '%20',
  '\\',
  '"',
  '; boundary',
  '; q=',
  ';charset="',
  '+xml',
  ';=',
  '; a=b; charset=utf-7',
  ' application/json',
  ';version=1;',
  '\u00e9',
  "'",
  '; charset=utf-8; charset=utf-16',
  ';0',
  '..',
  '=',
  '@',
  '\u007f',
  '\u0085',
]

test('两百种写坏的内容类型，没有一种能不经检查到达处理程序', async () => {
  const types = starts.flatMap((start) => ends.map((end) => start + end))
  expect(types.length).toBeGreaterThanOrEqual(200)
  const before = await digestOf(office.database.root)
  const past: string[] = []
  // Every route meets one in twenty of them, others than its neighbours: every type meets several routes.
  for (const [at, row] of jsonRoutes.entries())
    for (const type of types.filter((_, i) => i % 20 === at % 20)) {
      // The body breaks every schema: who answers anything but a refusal of its form has let it through.
      const { status, code } = await forge(office, cookie(), row, { type, payload: '{"nobody":"asked"}' })
      if (!['request.type_unknown', 'request.invalid'].includes(code))
        past.push(`${row.route} ${JSON.stringify(type)}: ${status} ${code}`)
    }
  expect(past).toEqual([])
  expect(await digestOf(office.database.root)).toEqual(before)
})
