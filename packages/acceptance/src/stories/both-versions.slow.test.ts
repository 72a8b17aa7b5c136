import type { Entry, People, Review } from '@guatu/contract'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn, type Post, type StoryOffice } from '../support/office.ts'
import { smallReport } from '../support/papers.ts'

let story: BrowserStory
let office: StoryOffice
let offices = 0
beforeAll(async () => {
  story = await openBrowserStory('2023-07-01')
}, 180_000)
beforeEach(async () => {
  office = await openOfficeIn(story.app, `青禾街道${++offices}`, ['城管办'])
})
afterEach(() => story.goHome())
afterAll(() => story.close())

// What is told of something done is a dialog too.
const form = (page: Page) => page.getByRole('dialog', { name: /更正这一行|修改目标|调整目标|采用为|加一项任务|任职/ })
const both = (page: Page) => form(page).getByRole('region', { name: /别人先改了/ })
const rowOf = (page: Page, field: string) =>
  both(page)
    .getByRole('row', { name: new RegExp(`^${field} `) })
    .getByRole('cell')
const choose = (page: Page, name: '按我的重新提交' | '用现在的') => form(page).getByRole('button', { name }).click()
const gone = (page: Page) => form(page).waitFor({ state: 'detached' })

/** Opens the correction of the one row that is there, and types a figure with its reason. */
async function correcting(post: Post, quantity: string, because: string): Promise<Page> {
  const page = await story.sitDown(office, post, '/ledger?register=progress')
  await page.getByRole('button', { name: '更多' }).first().click()
  await page.getByRole('menuitem', { name: '更正' }).click()
  await form(page).getByLabel('完成数').fill(quantity)
  await form(page).getByLabel('原因').fill(because)
  return page
}

const submit = (page: Page) => form(page).getByRole('button', { name: '提交', exact: true }).click()

const rows = async () => {
  const { entries } = await (await office.as('只读')).get<{ entries: Entry[] }>('/api/registers/progress/entries')
  return entries.map(({ values, state }) => `${values.quantity} ${state}`).toSorted()
}

test('两人更正同一行：后到的两份对照着看，改过再按自己的提交，先后两份都在台账里', async () => {
  await office.adopt({ text: smallReport })
  await office.report('T1.1', '2023-06-20 6')
  const first = await correcting('经办人', '7', '少数了一个口袋公园')
  const second = await correcting('科室负责人', '8', '验收单上是八个')
  await submit(first)
  await gone(first)
  await submit(second)
  await both(second).waitFor()
  expect(await rowOf(second, '完成数').allTextContents()).toEqual(['8个', '7个', '不同：都改了'])
  expect(await rowOf(second, '日期').last().textContent()).toBe('相同')
  const who = `${(await office.as('经办人')).name}　2023-07-01`
  expect(await both(second).getByRole('listitem').allTextContents()).toEqual([expect.stringContaining(who)])
  expect(await both(second).getByRole('listitem').textContent()).toContain('更正：少数了一个口袋公园')
  expect(await form(second).getByLabel('原因').inputValue()).toBe('验收单上是八个')
  expect(await rows()).toEqual(['6 corrected', '7 submitted'])

  await form(second).getByLabel('完成数').fill('9')
  expect(await rowOf(second, '完成数').first().textContent()).toBe('9个')
  await choose(second, '按我的重新提交')
  await gone(second)
  expect(await rows()).toEqual(['6 corrected', '7 corrected', '9 submitted'])
}, 180_000)

test('选「用现在的」：我填的放下，什么也不发，再打开就是现在的', async () => {
  await office.adopt({ text: smallReport })
  await office.report('T1.1', '2023-06-20 6')
  const second = await correcting('科室负责人', '8', '验收单上是八个')
  const first = await correcting('经办人', '7', '少数了一个口袋公园')
  await submit(first)
  await gone(first)
  await submit(second)
  await both(second).waitFor()
  await choose(second, '用现在的')
  await gone(second)
  expect(await rows()).toEqual(['6 corrected', '7 submitted'])
  await second.getByRole('button', { name: '更多' }).first().click()
  await second.getByRole('menuitem', { name: '更正' }).click()
  expect(await form(second).getByLabel('完成数').inputValue()).toBe('7')
  expect(await form(second).getByLabel('原因').inputValue()).toBe('')
}, 180_000)

test('两人改同一个目标的读法：后到的看到两份，再提交，先后两次决定都记着', async () => {
  const { id, items } = await office.bringIn({ text: smallReport })
  const edit = async (value: string) => {
    const page = await story.sitDown(office, '督查专员', `/sources/${id}`)
    await page.getByRole('button', { name: '确认全部无疑的' }).waitFor()
    await page.keyboard.press('e')
    await form(page).getByRole('textbox', { name: '数值' }).fill(value)
    return page
  }
  const [first, second] = [await edit('13'), await edit('14')]
  await first.keyboard.press('Enter')
  await gone(first)
  await second.keyboard.press('Enter')
  await both(second).waitFor()
  expect(await rowOf(second, '数值').allTextContents()).toEqual(['14', '13', '不同：都改了'])
  expect(await both(second).getByRole('listitem').textContent()).toMatch(/改正目标.*这一条$/)
  await choose(second, '按我的重新提交')
  await gone(second)
  const now = await (await office.as('督查专员')).get<Review>(`/api/sources/${id}`)
  expect(now.version).toBe(2)
  expect(now.items.find(({ key }) => key === items[0]?.key)).toMatchObject({ value: '14', state: 'confirmed' })
}, 180_000)

test('两人调整同一个目标：后到的只带上自己改的那一项，前一版照旧在', async () => {
  const plan = await office.adopt({ text: smallReport })
  const task = plan.tasks[1]
  const settle = async (field: '数值' | '指标', typed: string) => {
    const page = await story.sitDown(office, '督查专员', `/tasks/${task?.id}`)
    await page.getByRole('button', { name: '调整目标' }).click()
    await form(page).getByRole('textbox', { name: field }).fill(typed)
    await form(page).getByRole('textbox', { name: '调整理由' }).fill('会议议定')
    return page
  }
  const save = (page: Page) => form(page).getByRole('button', { name: '记为新一版' }).click()
  const [first, second] = [await settle('数值', '600'), await settle('指标', '文明实践')]
  await save(first)
  await gone(first)
  await save(second)
  await both(second).waitFor()
  expect(await rowOf(second, '数值').allTextContents()).toEqual(['600', '600', '相同'])
  expect(await rowOf(second, '指标').last().textContent()).toBe('不同：我改的')
  await choose(second, '按我的重新提交')
  await gone(second)
  const now = await office.plan()
  expect(now.versions.map(({ version }) => version)).toEqual([1, 2, 3])
  expect(now.tasks[1]?.targets[0]).toMatchObject({ value: '600', subject: '文明实践' })
}, 180_000)

test('看完要采用，别人又审了一步：两份对照，再采用就是现在这一份', async () => {
  const { id, items } = await office.bringIn({ text: smallReport })
  const page = await story.sitDown(office, '督查专员', `/sources/${id}`)
  await page.getByRole('button', { name: '采用为第1版' }).click()
  await form(page).getByRole('checkbox').check()
  await form(page).getByRole('textbox', { name: '文号' }).fill('青办〔2023〕1号')
  const other = await office.as('督查专员')
  const reject = { do: 'reject', keys: [items[0]?.key], because: '重复' }
  await other.post(`/api/sources/${id}/decisions`, reject, { version: 0 })
  await form(page).getByRole('button', { name: '采用', exact: true }).click()
  await both(page).waitFor()
  expect(await rowOf(page, '审核步数').allTextContents()).toEqual(['0', '1', '不同：别人改的'])
  expect(await rowOf(page, '已排除').allTextContents()).toEqual(['0', '1', '不同：别人改的'])
  expect(await both(page).getByRole('listitem').textContent()).toContain('不采用')
  expect(await form(page).getByRole('textbox', { name: '文号' }).inputValue()).toBe('青办〔2023〕1号')
  await choose(page, '按我的重新提交')
  await gone(page)
  expect((await office.plan()).versions).toHaveLength(1)
}, 180_000)

test('写一项任务的时候别人先加了同一个序号：看得出被谁占了，改了序号接着加', async () => {
  const plan = await office.adopt({ text: smallReport })
  const page = await story.sitDown(office, '督查专员', '/tasks')
  await page.getByRole('button', { name: '手工加一项任务' }).click()
  await form(page).getByRole('textbox', { name: '出自' }).fill('第四次会议纪要')
  await form(page).getByRole('textbox', { name: '文件日期' }).fill('2023-06-20')
  await form(page).getByRole('textbox', { name: '序号' }).fill('81')
  await form(page).getByRole('textbox', { name: '任务原话' }).fill('新建停车场2个。')
  const other = await office.as('督查专员')
  const task = { sourceKind: 'meeting', sourceTitle: '第三次会议纪要', datedOn: '2023-06-20', area: null }
  const body = { ...task, number: '81', words: '新建口袋公园3个。' }
  await other.post(`/api/plans/${plan.year}/tasks`, body, { version: 1 })
  await form(page).getByRole('button', { name: '加入计划' }).click()
  await both(page).waitFor()
  expect(await rowOf(page, '序号').allTextContents()).toEqual([
    '81',
    expect.stringContaining('口袋公园'),
    '不同：都改了',
  ])
  expect(await both(page).getByRole('listitem').textContent()).toContain('第三次会议纪要')
  await form(page).getByRole('textbox', { name: '序号' }).fill('82')
  await choose(page, '按我的重新提交')
  await gone(page)
  expect((await office.plan()).tasks.map(({ number }) => number)).toEqual(expect.arrayContaining(['81', '82']))
}, 180_000)

test('结束任职和确认任职，别人先办了：两份对照，已经办成的不能再办', async () => {
  const other = await office.as('督查专员')
  const peopleNow = () => other.get<People>('/api/people')
  const holdingsIn = ({ units }: People) => units.flatMap(({ posts }) => posts.flatMap(({ holdings }) => holdings))
  const clerk = holdingsIn(await peopleNow()).find(({ name }) => name === '试用·经办人')
  const fresh = { postId: clerk?.postId, officer: { name: '王新' }, kind: 'deputy', from: '2023-06-01' }
  const { id } = await other.post<{ id: string }>('/api/holdings', fresh)
  const page = await story.sitDown(office, '督查专员', '/people')
  await page.getByRole('button', { name: /^结束任职：试用·经办人/ }).click()
  await form(page).getByRole('textbox', { name: '最后一天' }).fill('2023-07-09')
  await other.post(`/api/holdings/${clerk?.id}/end`, { until: '2023-07-05', to: null }, { version: 2 })
  await form(page).getByRole('button', { name: '结束并交接' }).click()
  await both(page).waitFor()
  expect(await rowOf(page, '最后一天').allTextContents()).toEqual(['2023-07-09', '2023-07-05', '不同：都改了'])
  expect(await both(page).getByRole('listitem').textContent()).toContain('结束任职')
  expect(await form(page).getByRole('button', { name: '按我的重新提交' }).count()).toBe(0)
  await choose(page, '用现在的')
  await gone(page)

  // What the page shows stays as it was until the click: as when two people press at the same moment.
  await page.route('**/api/people', (route) => route.abort())
  await other.post(`/api/holdings/${id}/confirm`, {}, { version: 1 })
  await page.getByRole('button', { name: '确认任职：王新，经办人' }).click()
  await both(page).waitFor()
  expect(await rowOf(page, '状态').allTextContents()).toEqual(['在任', '在任', '相同'])
  expect(await both(page).getByRole('listitem').textContent()).toContain('确认任职')
  await choose(page, '用现在的')
  await gone(page)
}, 180_000)
