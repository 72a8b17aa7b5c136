import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'
import { smallReport } from '../support/papers.ts'
import { query } from '../support/query.ts'

let story: BrowserStory
let office: StoryOffice
let name = ''
let offices = 0
beforeAll(async () => {
  story = await openBrowserStory('2023-07-01')
}, 180_000)
beforeEach(async () => {
  name = `青禾街道${++offices}`
  office = await openOfficeIn(story.app, name, ['城管办'])
  await office.adopt({ text: smallReport })
  await office.report('T1.1', '2023-06-20 6')
})
afterEach(() => story.goHome())
afterAll(() => story.close())

const lose = (page: Page) => page.context().clearCookies()

const sitDownAgain = async (page: Page) => {
  await page.waitForURL(/\/offices\?back=/)
  await page.getByRole('button', { name: `进入${name}`, exact: true }).click()
  await page.waitForURL(/^((?!offices).)*$/)
}

test('更正写到一半登录过期：重新选定身份，回到同一页，写的还在，只留在这个标签页里', async () => {
  const page = await story.sitDown(office, '经办人', '/ledger?register=progress')
  page.setDefaultTimeout(60_000)
  await page.getByRole('button', { name: '更多' }).first().click()
  await page.getByRole('menuitem', { name: '更正' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('完成数').fill('7')
  await form.getByLabel('原因').fill('少数了一个口袋公园')
  await query(story.database.root, 'delete from session')
  await form.getByRole('button', { name: '提交' }).click()
  await sitDownAgain(page)
  expect(page.url()).toContain('/ledger?register=progress')
  await form.waitFor()
  expect(await form.getByLabel('完成数').inputValue()).toBe('7')
  expect(await form.getByLabel('原因').inputValue()).toBe('少数了一个口袋公园')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('少数了一个口袋公园')
}, 120_000)

test('粘贴的行、任命的人，登录过期再回来都还在；提交了、放弃了就不再留', async () => {
  const clerk = await story.sitDown(office, '经办人', '/ledger?register=progress')
  clerk.setDefaultTimeout(60_000)
  const box = clerk.getByRole('textbox', { name: '把表格里的行粘贴到这里' })
  const rows = '2023-06-21\tT1.1\t公共事务中心\t1\t西园'
  // What the page still asks for by itself would notice first.
  await clerk.getByRole('status').filter({ hasText: '共1条' }).waitFor()
  await clerk.getByRole('button', { name: '从表格粘贴' }).click()
  await box.fill(rows)
  await lose(clerk)
  await clerk.getByRole('button', { name: '先看一遍（1 行）' }).click()
  await sitDownAgain(clerk)
  await box.waitFor()
  expect(await box.inputValue()).toBe(rows)
  await clerk.getByRole('button', { name: '先看一遍（1 行）' }).click()
  await clerk.getByRole('button', { name: '录入 1 行' }).click()
  await box.waitFor({ state: 'detached' })
  await clerk.getByRole('button', { name: '从表格粘贴' }).click()
  expect(await box.inputValue()).toBe('')

  const desk = await story.sitDown(office, '督查专员', '/people')
  desk.setDefaultTimeout(60_000)
  const drawer = desk.getByRole('dialog')
  await desk.getByRole('button', { name: '任命：经办人' }).click()
  await drawer.getByLabel('姓名').fill('王新')
  await lose(desk)
  await drawer.getByRole('button', { name: '提出任职' }).click()
  await sitDownAgain(desk)
  await drawer.waitFor()
  expect(await drawer.getByLabel('姓名').inputValue()).toBe('王新')
  await desk.keyboard.press('Escape')
  await drawer.getByRole('alert').getByText('填的内容还没有保存').waitFor()
  await drawer.getByRole('button', { name: '放弃' }).click()
  await drawer.waitFor({ state: 'detached' })
  await desk.getByRole('button', { name: '任命：经办人' }).click()
  expect(await drawer.getByLabel('姓名').inputValue()).toBe('')

  await drawer.getByLabel('姓名').fill('李二')
  await desk.keyboard.press('Escape')
  await drawer.getByRole('alert').getByText('填的内容还没有保存').waitFor()
  await drawer.getByRole('button', { name: '继续填' }).click()
  expect(await drawer.getByLabel('姓名').inputValue()).toBe('李二')
  await desk.keyboard.press('Escape')
  await drawer.getByRole('button', { name: '放弃' }).click()
  await drawer.waitFor({ state: 'detached' })
}, 180_000)

test('改目标写到一半登录过期，这期间别人改了同一个：回来写的还在，提交时两份对照，不会盖掉别人的', async () => {
  const { id, items } = await office.bringIn({ text: smallReport })
  const page = await story.sitDown(office, '督查专员', `/sources/${id}`)
  page.setDefaultTimeout(60_000)
  const form = page.getByRole('dialog', { name: '修改目标' })
  const value = form.getByRole('textbox', { name: '数值' })
  await page.getByRole('button', { name: '确认全部无疑的' }).waitFor()
  await page.keyboard.press('e')
  await value.fill('14')
  await lose(page)
  await value.press('Enter')
  await page.waitForURL(/\/offices\?back=/)
  const other = await office.as('督查专员')
  const correct = { do: 'correctTarget', key: items[0]?.key, to: { value: '13' } }
  await other.post(`/api/sources/${id}/decisions`, correct, { version: 0 })
  await sitDownAgain(page)
  await form.waitFor()
  expect(await value.inputValue()).toBe('14')
  await value.press('Enter')
  const row = form.getByRole('row', { name: /^数值 / }).getByRole('cell')
  await row.first().waitFor()
  expect(await row.allTextContents()).toEqual(['14', '13', '不同：都改了'])
}, 180_000)
