import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'
import { smallReport } from '../support/papers.ts'

let story: BrowserStory
let office: StoryOffice
beforeAll(async () => {
  story = await openBrowserStory('2023-07-01')
  office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
  await office.adopt({ text: smallReport })
}, 180_000)
afterAll(() => story.close())

test('审计管理员查到采用计划那一条，打开看它在链上的位置，导出查询表', async () => {
  const page = await story.sitDown(office, '审计管理员', '/audit')
  await page
    .getByRole('status')
    .filter({ hasText: /共\d+条/ })
    .waitFor()
  await page.getByLabel('事项').fill('采用为计划')
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('status').filter({ hasText: '共1条' }).waitFor()
  await page.getByRole('button', { name: /第\d+号记录/ }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText('POST /api/sources/:id/adopt').waitFor()
  expect(await drawer.getByText(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/).count()).toBe(3)
  await page.keyboard.press('Escape')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  expect((await download).suggestedFilename()).toBe('试用·青禾街道审计日志.csv')
  await page.getByRole('button', { name: '重置' }).click()
  await page.getByText('导出审计查询表').first().waitFor()
  expect(story.complaints).toEqual([])
}, 120_000)

test('别人改了东西，这一页不会自己再查一次：查一次记一条', async () => {
  const page = await story.sitDown(office, '审计管理员', '/audit')
  const status = page.getByRole('status').filter({ hasText: /共\d+条/ })
  await status.waitFor()
  const shown = await status.textContent()
  await (await office.as('督查专员')).post('/api/units', { name: '新设科', kind: 'department' })
  await page.waitForTimeout(1500)
  expect(await status.textContent()).toBe(shown)
}, 120_000)

test('检查点：现在出一个，打印页四个一组、有签字的地方，登记已打印留存；没有定第二处看得见', async () => {
  const page = await story.sitDown(office, '审计管理员', '/audit/checkpoints')
  await page.getByText('还没有定检查点送到哪里').waitFor()
  await page.getByRole('button', { name: '现在出一个检查点' }).click()
  await page.getByText('未送出本机').waitFor()
  await page.getByRole('button', { name: '打印留存', exact: true }).click()
  await page.getByRole('heading', { name: '检查点（打印留存）' }).waitFor()
  expect(await page.getByText(/^[0-9a-f]{4}$/).count()).toBe(32)
  await page.getByText('打印人签字').waitFor()
  await page.getByRole('button', { name: '返回列表' }).click()
  await page.getByRole('button', { name: '已打印留存' }).click()
  await page.getByText('登记打印留存').waitFor()
  expect(story.complaints).toEqual([])
}, 120_000)
