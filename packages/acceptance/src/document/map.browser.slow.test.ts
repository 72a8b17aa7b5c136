import type { Entry } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '../support/axe.ts'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'

let story: BrowserStory
let office: StoryOffice
beforeAll(async () => {
  story = await openBrowserStory('2023-06-12')
  office = await openOfficeIn(story.app, '青禾街道', ['东岸社区', '西岸社区'])
  const handler = await office.as('经办人')
  const places = [
    ['进校园', '东岸社区', '113.77,22.71'],
    ['进企业', '东岸社区', '113.78,22.70'],
    ['进广场', '西岸社区', ''],
  ] as const
  for (const [title, community, place] of places)
    await handler.post<Entry>('/api/registers/event/entries', {
      values: {
        title,
        community,
        place,
        leadUnit: '公共事务中心',
        eventType: 'civPractice',
        startAt: '2023-06-15 09:30',
        venueText: title,
        venueType: 'campus',
      },
    })
}, 180_000)
afterAll(() => story.close())

test('一张图：键盘逐点走，回车看是什么，再到那一行；关一个图层，点就没了；没有坐标的说清楚', async () => {
  const page = await story.sitDown(office, '只读', '/ledger')
  await page.getByRole('link', { name: '一张图' }).click()
  await page.getByRole('heading', { name: '一张图' }).waitFor()
  const drawing = page.getByRole('application')
  await drawing.waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByText('待核实 1，其中 1 行没有坐标，图上没有').waitFor()

  await drawing.focus()
  await page.getByRole('status').filter({ hasText: '进校园' }).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('status').filter({ hasText: '进企业' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '进企业' }).waitFor()
  expect(page.url()).toContain('row=')
  // 一个点也点得中：左上第一个是进校园。
  const first = await drawing.locator('path[transform]').last().boundingBox()
  await page.mouse.click((first?.x ?? 0) + (first?.width ?? 0) / 2, (first?.y ?? 0) + (first?.height ?? 0) / 2)
  await page.getByRole('heading', { name: '进校园' }).waitFor()
  await page.getByRole('link', { name: '打开这一行' }).click()
  await page.getByRole('heading', { name: '进校园' }).waitFor()
  expect(page.url()).toContain('/ledger/')

  await page.goBack()
  await drawing.getByRole('link', { name: '西岸社区' }).press('Enter')
  await page.waitForURL(({ searchParams }) => searchParams.get('cell') === '西岸社区')
  await page.getByRole('checkbox', { name: '活动台账' }).click()
  await page.getByText('所选台账里没有带坐标的行。').waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await axe(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  expect(story.complaints).toEqual([])
})

const corners = (west: number, east: number) => [
  [west, 22.69],
  [east, 22.69],
  [east, 22.73],
  [west, 22.73],
  [west, 22.69],
]
const boundaries = {
  type: 'FeatureCollection',
  features: [
    { name: '东岸', ring: corners(113.77, 113.79) },
    { name: '西岸', ring: corners(113.75, 113.77) },
  ].map(({ name, ring }) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'Polygon', coordinates: [ring] },
  })),
}

test('督查专员选文件换上社区边界，一张图就按它画', async () => {
  const page = await story.sitDown(office, '督查专员', '/area')
  await page.getByText('还没有社区边界，一张图画成示意图。').waitFor()
  const buffer = Buffer.from(JSON.stringify(boundaries))
  await page.getByLabel('选 GeoJSON 文件').setInputFiles({ name: '社区.geojson', mimeType: 'application/json', buffer })
  await page.getByText('已读入 社区.geojson').waitFor()
  await page.getByLabel('依据').last().fill('民政局2021年勘界')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: '换上' }).click()
  await page.getByText('2 个社区，共 8 个角').waitFor()
  await page.getByRole('link', { name: '一张图' }).click()
  await page.getByText('社区边界由本单位提供：民政局2021年勘界').waitFor()
  expect(await page.getByText('示意图').count()).toBe(0)
  expect(await axe(page)).toEqual([])
})

test('一张图打印：一张 A3 横放', async () => {
  const page = await story.sitDown(office, '只读', '/map')
  await page.getByRole('application').waitFor()
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  const [, width = '', height = ''] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  expect(Number(width)).toBeGreaterThan(Number(height))
  expect(Number(width)).toBeCloseTo(1190.6, -0.4)
})
