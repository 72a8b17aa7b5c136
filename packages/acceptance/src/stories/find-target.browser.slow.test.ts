import type { Entry } from '@guatu/contract'
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

test('填报一条：目标不用在长单子里翻，打几个字就找到，回车选定；没有的会说没有；台账也照样按目标查', async () => {
  const page = await story.sitDown(office, '经办人', '/ledger?register=progress')
  page.setDefaultTimeout(60_000)
  const form = page.getByRole('dialog', { name: '填报一条' })
  const found = page.getByRole('option')
  await page.getByRole('button', { name: '填报一条' }).click()
  const target = form.getByRole('combobox', { name: '目标' })
  await target.fill('路灯')
  await page.getByText('没有符合的，请换几个字').waitFor()
  await target.fill('t2 实践')
  await expect.poll(() => found.count()).toBe(1)
  await page.keyboard.press('Enter')
  await found.waitFor({ state: 'detached' })
  expect(await target.inputValue()).toMatch(/^T2\.1　/)
  await form.getByLabel('完成数').fill('30')
  await form.getByRole('button', { name: '提交' }).click()
  await form.waitFor({ state: 'detached' })
  const { entries } = await (await office.as('只读')).get<{ entries: Entry[] }>('/api/registers/progress/entries')
  expect(entries.map(({ values }) => values.quantity)).toEqual(['30'])

  const filter = page.getByRole('main').getByRole('combobox', { name: '目标' })
  await filter.fill('口袋公园')
  await page.keyboard.press('Enter')
  await page.waitForURL(/target=/)
  await page.getByText('没有符合的台账').waitFor()
  await filter.fill('')
  await page.waitForURL((url) => !url.searchParams.has('target'))
  await page.getByRole('link', { name: /T2\.1/ }).waitFor()
  expect(story.complaints).toEqual([])
}, 180_000)
