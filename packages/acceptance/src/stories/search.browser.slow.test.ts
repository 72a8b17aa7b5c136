import type { Entry } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '../support/axe.ts'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'
import { smallReport } from '../support/papers.ts'

let story: BrowserStory
let office: StoryOffice
let entry: Entry
beforeAll(async () => {
  story = await openBrowserStory('2023-07-01')
  office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
  await office.adopt({ text: smallReport })
  entry = await office.report('T1.1', '2023-06-20 6', { note: '首批开放的口袋公园在河边' })
}, 180_000)
afterAll(() => story.close())

test('只用键盘：Ctrl-K 打开，边打边找，方向键选，回车打开；Esc 关上，焦点回到原处', async () => {
  const page = await story.sitDown(office, '只读', '/tasks')
  page.setDefaultTimeout(60_000)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const box = page.getByRole('combobox', { name: '检索' })
  const options = page.getByRole('option')

  await page.keyboard.press('Control+k')
  await box.waitFor()
  await page.getByRole('option', { name: '一张图' }).waitFor()
  await page.keyboard.type('公园')
  await expect.poll(() => page.locator('mark').allInnerTexts()).toContain('公园')
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Escape')
  await box.waitFor({ state: 'detached' })

  await page.keyboard.press('Control+k')
  await box.waitFor()
  expect(await box.inputValue()).toBe('')
  await page.keyboard.type('公园')
  await page
    .getByRole('option', { name: /新建口袋公园/ })
    .first()
    .waitFor()
  await page.getByRole('option', { name: /河边/ }).waitFor()
  const count = await options.count()
  for (let at = 1; at < count; at += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`/ledger/${entry.id}`))
  await box.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: '检索' }).click()
  await box.waitFor()
  await page.keyboard.type('园')
  await page.getByText('再多输入一个字').waitFor()
  await page.keyboard.type('艺大师')
  await page.getByText('没有找到「园艺大师」').waitFor()
  await box.fill('t1.1')
  await page.getByRole('option', { name: /^T1\.1/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/tasks\/[^/]+#T1\.1$/)

  const button = page.getByRole('button', { name: '检索' })
  await button.focus()
  await page.keyboard.press('Enter')
  await box.waitFor()
  await page.keyboard.press('Escape')
  await box.waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate('document.activeElement?.ariaLabel')).toBe('检索 Ctrl K')
  expect(story.complaints).toEqual([])
}, 180_000)

test('服务器连不上时照实说，接上以后再打字就好', async () => {
  const page = await story.sitDown(office, '只读', '/tasks')
  page.setDefaultTimeout(60_000)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.route('**/api/search*', (route) => route.abort())
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '检索' }).waitFor()
  await page.keyboard.type('公园')
  await page.getByRole('alert').getByText('连不上服务器').waitFor()
  await page.unroute('**/api/search*')
  await page.keyboard.type(' 口袋')
  await page
    .getByRole('option', { name: /新建口袋公园/ })
    .first()
    .waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
}, 180_000)
