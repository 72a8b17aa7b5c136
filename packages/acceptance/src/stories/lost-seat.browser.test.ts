import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'
import { smallReport } from '../support/papers.ts'
import { query } from '../support/query.ts'

let story: BrowserStory
let office: StoryOffice
beforeAll(async () => {
  story = await openBrowserStory('2023-07-01')
  office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
  await office.adopt({ text: smallReport })
  await office.report('T1.1', '2023-06-20 6')
}, 180_000)
afterAll(() => story.close())

test('更正写到一半登录过期：重新选定身份，回到同一页，写的还在，只留在这个标签页里', async () => {
  const page = await story.sitDown(office, '经办人', '/ledger')
  page.setDefaultTimeout(60_000)
  await page.getByRole('button', { name: '更多' }).first().click()
  await page.getByRole('menuitem', { name: '更正' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('完成数').fill('7')
  await form.getByLabel('原因').fill('少数了一个口袋公园')
  await query(story.database.root, 'delete from session')
  await form.getByRole('button', { name: '提交' }).click()
  await page.waitForURL(/\/offices\?back=/)
  await page.getByRole('button', { name: '进入青禾街道' }).click()
  await page.waitForURL(/\/ledger/)
  await form.waitFor()
  expect(await form.getByLabel('完成数').inputValue()).toBe('7')
  expect(await form.getByLabel('原因').inputValue()).toBe('少数了一个口袋公园')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('少数了一个口袋公园')
}, 120_000)
