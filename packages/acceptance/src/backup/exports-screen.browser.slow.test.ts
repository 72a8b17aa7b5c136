import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
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
  await office.report('T1.1', '2023-03-20 3')
}, 180_000)
afterAll(() => story.close())

test('督查专员从菜单进去申请，试用只有一人就自己确认，做好后自己变成可以下载；下载的文件与页面上的散列一致；结束以后下不了', async () => {
  const page = await story.sitDown(office, '督查专员', '/tasks')
  await page.getByRole('button', { name: /督查专员/ }).click()
  await page.getByRole('menuitem', { name: '导出全部数据' }).click()
  await page.getByText('还没有申请过').waitFor()
  await page.getByRole('button', { name: '申请导出' }).click()
  await page.getByText('申请时有台账1行').waitFor()
  await page.getByRole('button', { name: '申请导出' }).click()
  await page.getByRole('alert').filter({ hasText: '已有一次全部数据的导出' }).waitFor()
  await page.getByRole('button', { name: /^确认.+的导出$/ }).click()
  await page.getByText('没有第二位督查专员').waitFor()
  const link = page.getByRole('link', { name: '下载' })
  await link.waitFor({ timeout: 60_000 })
  const downloading = page.waitForEvent('download')
  await link.click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('试用·青禾街道全部数据-2023-07-01.zip')
  const sha256 = createHash('sha256')
    .update(readFileSync(await download.path()))
    .digest('hex')
  await page.getByText(sha256).waitFor()
  await page.getByRole('button', { name: '结束' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '结束' }).click()
  await dialog.getByText('请写明原因').waitFor()
  await dialog.getByLabel('原因').fill('已经取走')
  await dialog.getByRole('button', { name: '结束' }).click()
  await page.getByText('结束：已经取走').waitFor()
  expect(await link.count()).toBe(0)
  // The one complaint is the second request, which was refused.
  expect(story.complaints.filter((line) => !line.includes('409'))).toEqual([])
}, 120_000)

test('别的人菜单里没有这一项', async () => {
  const page = await story.sitDown(office, '经办人', '/tasks')
  await page.getByRole('button', { name: /经办人/ }).click()
  await page.getByRole('menuitem').first().waitFor()
  expect(await page.getByRole('menuitem', { name: '导出全部数据' }).count()).toBe(0)
}, 60_000)
