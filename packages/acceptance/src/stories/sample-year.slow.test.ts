import type { Light, Me, MonthLocks, Plan } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStory, type Story } from '../support/open-office.ts'
import { ask } from '../support/person.ts'

let story: Story
let year: string

const simulate = (body: object) =>
  ask<{ officeId: string; code?: string }>(story.app, null, { method: 'POST', path: '/api/samples', body })
const sitDown = async (officeId: string): Promise<string> =>
  (await ask(story.app, null, { method: 'POST', path: '/api/session', body: { officeId } })).cookies[0] ?? ''
const read = async <T>(cookie: string, path: string): Promise<T> =>
  (await ask<T>(story.app, cookie, { method: 'GET', path })).body
const madeFrom = async (body: object): Promise<string> => sitDown((await simulate(body)).body.officeId)

beforeAll(async () => {
  story = await openStory('2026-07-01')
  year = await madeFrom({ seed: 1, name: '青禾街道（种子1）' })
}, 300_000)
afterAll(() => story.close())

const planOf = (cookie: string, on = '') => read<Plan>(cookie, `/api/plans/2023${on}`)
const lightsIn = ({ tasks }: Plan): ReadonlySet<Light> => new Set(tasks.map(({ light }) => light))
const figuresIn = ({ tasks }: Plan) =>
  new Map(tasks.flatMap(({ targets }) => targets.map(({ code, working }) => [code, working] as const)))
const count = async (cookie: string, register: string, asked: Record<string, string>): Promise<number> =>
  (
    await read<{ total: number }>(
      cookie,
      `/api/registers/${register}/entries?${new URLSearchParams({ ...asked, each: 'row', limit: '1' })}`,
    )
  ).total

test('到2023年10月11日：挂图上各色的灯都有，没有台账的照实写没有数据', async () => {
  const lights = lightsIn(await planOf(year))
  for (const light of ['blue', 'green', 'yellow', 'orange', 'red', 'noData'] as const) expect(lights).toContain(light)
  expect((await read<Me>(year, '/api/me')).office).toMatchObject({ sample: true, today: '2023-10-11' })
})

test('回到3月31日，按当时知道的：数小得多，10月才登记的一行也没有', async () => {
  const [then, now] = [figuresIn(await planOf(year, '?on=2023-03-31')), figuresIn(await planOf(year))]
  for (const code of ['T2.5', 'T28.5', 'T30.1', 'T45.2', 'T53.1']) {
    const [before, after] = [Number(then.get(code)?.actual ?? 0), Number(now.get(code)?.actual ?? 0)]
    expect(before, code).toBeGreaterThan(0)
    expect(before * 2, code).toBeLessThan(after)
  }
  const rows = (asked: Record<string, string>) => count(year, 'event', asked)
  expect(await rows({ on: '2023-03-31' })).toBeLessThan((await rows({})) / 2)
})

test('挂图上的数就是台账里核实了的行数', async () => {
  const figures = figuresIn(await planOf(year))
  const rows = (register: string, columns: object) =>
    count(year, register, { state: 'verified', columns: JSON.stringify(columns) })
  expect(Number(figures.get('T30.1')?.actual)).toBe(await rows('event', { eventType: { is: ['civPractice'] } }))
  expect(Number(figures.get('T28.5')?.actual)).toBe(await rows('issue', { kind: { is: ['trafficHazard'] } }))
  expect(Number(figures.get('T53.1')?.actual)).toBe(await rows('place', { placeType: { is: ['industrialPark'] } }))
})

test('有退回的、有待核实的、有封账以后补录的；9月还没有封', async () => {
  expect(await count(year, 'event', { state: 'returned' })).toBeGreaterThan(0)
  expect(await count(year, 'event', { state: 'submitted' })).toBeGreaterThan(0)
  expect(await count(year, 'event', { mark: 'late' })).toBeGreaterThan(20)
  const { months, open } = await read<MonthLocks>(year, '/api/months')
  expect(months.map(({ month }) => month)).toContain('2023-08')
  expect(open).toContain('2023-09')
})

test('同一个种子再编一次，每盏灯、每个数都一样；换一个种子就不一样', async () => {
  const until = '2023-04-12'
  const known = async (seed: number, name: string) => [
    ...figuresIn(await planOf(await madeFrom({ seed, name, until }))),
  ]
  const first = await known(7, '种子7甲')
  expect(await known(7, '种子7乙')).toEqual(first)
  expect(await known(8, '种子8')).not.toEqual(first)
}, 300_000)

test('不在这一年里的日子、重名的单位，说清楚为什么不行', async () => {
  const wrong = async (body: object) => (await simulate(body)).body.code
  expect(await wrong({ seed: 1, name: '早了', until: '2022-12-31' })).toBe('office.sample_day')
  expect(await wrong({ seed: 1, name: '晚了', until: '2024-01-01' })).toBe('office.sample_day')
  expect(await wrong({ seed: 2, name: '青禾街道（种子1）' })).toBe('office.name_taken')
})
