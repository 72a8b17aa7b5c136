import type { Entry } from '@guatu/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'
import { savedSheet } from '../support/sheets.ts'

let story: BrowserStory
let office: StoryOffice
let clerk: Page
beforeAll(async () => {
  story = await openBrowserStory('2023-06-30')
  office = await openOfficeIn(story.app, '青禾街道', ['东岸社区'])
  const boundary = { boundary: '113.74,22.68,113.80,22.74', marginM: 500, source: '民政局2021年勘界' }
  await (await office.as('督查专员')).post('/api/area', boundary, { version: 0 })
  clerk = await story.sitDown(office, '经办人', '/ledger?register=event')
}, 180_000)
afterAll(() => story.close())

// One and the same place: as it is kept, as a map on a phone shows it, and as the map of Baidu does.
const onPhone = '113.8080891,22.7071114'
const ofBaidu = '113.8146638,22.7128381'
const heads = ['活动名称', '类别', '开始时间', '所属社区', '牵头部门', '地点', '进何处', '坐标']
const line = (title: string, place: string) => [
  title,
  '文明实践活动',
  '2023-06-20 09:00',
  '东岸社区',
  '公共事务中心',
  '东岸小学',
  '进校园',
  place,
]
const choose = async (by: string) => {
  await clerk.getByRole('combobox', { name: '「坐标」的坐标' }).click()
  await clerk.getByRole('option', { name: by }).click()
}
const keptPlaces = async () => {
  const page = await (await office.as('只读')).get<{ entries: Entry[] }>('/api/registers/event/entries')
  return Object.fromEntries(
    page.entries.map(({ values }) => [values.title, (values.place ?? '').split(',').map(Number)]),
  )
}
const isThere = ([longitude = 0, latitude = 0]: readonly number[]) =>
  Math.abs(longitude - 113.803) < 0.0005 && Math.abs(latitude - 22.71) < 0.0005

test('粘贴：手机地图上抄的坐标先说差一百米以上，选了换算就能录入', async () => {
  await clerk.getByRole('button', { name: '从表格粘贴' }).click()
  const drawer = clerk.getByRole('dialog')
  await drawer
    .getByLabel('把表格里的行粘贴到这里')
    .fill([heads, line('垃圾分类', onPhone)].map((row) => row.join('\t')).join('\n'))
  await drawer.getByRole('button', { name: '先看一遍（1 行）' }).click()
  await drawer.getByText('像是手机地图的坐标（GCJ-02）').waitFor()
  await choose('手机地图（GCJ-02），换算')
  await drawer.getByRole('button', { name: '先看一遍（1 行）' }).click()
  await drawer.getByRole('button', { name: '录入 1 行' }).click()
  await clerk.getByRole('link', { name: '详情' }).waitFor()
  expect(isThere((await keptPlaces()).垃圾分类 ?? [])).toBe(true)
}, 120_000)

test('导入：百度地图上抄的坐标整列换算，先看到换算以后的样子再入账', async () => {
  await clerk.goto(new URL('/imports?register=event', clerk.url()).href)
  await clerk.getByLabel('选表格').setInputFiles({
    name: '活动.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await savedSheet([heads, line('科普集市', ofBaidu)]),
  })
  const counts = (words: string) => clerk.getByRole('status').filter({ hasText: words }).waitFor({ timeout: 60_000 })
  await counts('新增 0，更正 0，不变 0，不收 1')
  await choose('百度地图（BD-09），换算')
  await clerk.getByRole('button', { name: '按这样重新检查' }).click()
  await counts('新增 1，更正 0，不变 0，不收 0')
  await clerk.getByRole('heading', { name: '入账以后的样子（前 1 行）' }).waitFor()
  await clerk.getByText(/^113\.80\d+,22\.7[01]\d*$/).waitFor()
  await clerk.getByRole('button', { name: '导入 1 行' }).click()
  await clerk.getByRole('button', { name: '撤回整次导入' }).waitFor({ timeout: 60_000 })
  expect(isThere((await keptPlaces()).科普集市 ?? [])).toBe(true)
  expect(story.complaints).toEqual([])
}, 120_000)
