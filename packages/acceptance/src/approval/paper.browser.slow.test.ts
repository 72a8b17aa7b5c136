import type { Entry, Papers, People } from '@guatu/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'
import { smallReport } from '../support/papers.ts'

let story: BrowserStory
let office: StoryOffice
let row: Entry
beforeAll(async () => {
  story = await openBrowserStory('2023-07-03')
  office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
  await office.adopt({ text: smallReport })
  row = await office.report('T1.1', '2023-06-20 6')
}, 300_000)
afterAll(() => story.close())

// The smallest picture that a browser can show: one grey point.
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

const bringScan = (page: Page) =>
  page.getByLabel('选扫描件').setInputFiles({ name: '批示.png', mimeType: 'image/png', buffer: picture })

/** Fills the form of a signed paper in and hands it in. */
async function bringPaper(page: Page): Promise<void> {
  await bringScan(page)
  await page.getByText('批示.png（扫描件）').waitFor()
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('另一位同志确认以后办理。').waitFor()
}

/** Confirms the only paper that waits, as the screen 纸质批示 does. */
async function confirmWaiting(who: '督查专员' | '科室负责人'): Promise<void> {
  const confirming = await office.as(who)
  const { papers } = await confirming.get<Papers>('/api/paper-approvals?state=waiting')
  expect(papers).toHaveLength(1)
  await confirming.post(`/api/paper-approvals/${papers[0]?.id}/confirm`, {}, { version: 1 })
}

test('经办人在台账录入纸质批示，督查专员看着扫描件确认，行上写明是纸质批示', async () => {
  const entering = await story.sitDown(office, '经办人', '/ledger?register=progress')
  await entering.getByRole('button', { name: '更多' }).first().click()
  await entering.getByRole('menuitem', { name: '录入纸质批示：核实' }).click()
  await entering.getByRole('button', { name: '提交' }).click()
  await entering.getByText('请传扫描件').waitFor()
  await bringScan(entering)
  await entering.getByText('批示.png（扫描件）').waitFor()
  await entering.getByLabel('批示编号').fill('青办批〔2023〕12号')
  await entering.getByRole('button', { name: '提交' }).click()
  await entering.getByText('另一位同志确认以后办理。').waitFor()

  const confirming = await story.sitDown(office, '督查专员', '/tasks')
  await confirming.getByRole('link', { name: '待确认批示1' }).click()
  await confirming.getByRole('button', { name: /^打开：核实/ }).click()
  const scan = confirming.getByRole('img', { name: '批示.png（扫描件）' })
  await scan.waitFor()
  expect(await scan.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(1)
  await confirming.getByText('青办批〔2023〕12号').last().waitFor()
  await confirming.getByRole('button', { name: '确认并办理' }).click()
  await confirming.getByText('已确认，已办理').waitFor()
  await confirming.getByRole('link', { name: /待确认批示/ }).waitFor({ state: 'detached' })

  // The clerk's own page hears of it without being loaded again.
  const says = /纸质批示 .*科室负责人 2023年7月3日 青办批〔2023〕12号（录入 .*经办人，确认 .*督查专员）/
  await entering.getByText(says).waitFor()
  const { entries } = await (await office.as('只读')).get<{ entries: Entry[] }>('/api/registers/progress/entries')
  expect(entries.find(({ id }) => id === row.id)).toMatchObject({ state: 'verified' })
  expect(story.complaints).toEqual([])
}, 120_000)

test('纸上退回的一行：先问原因，再录入批示；确认以后退回，原因照纸上写的', async () => {
  const wrong = await office.report('T1.1', '2023-06-21 5')
  const entering = await story.sitDown(office, '经办人', '/ledger?register=progress&state=submitted')
  await entering.getByRole('button', { name: '更多' }).first().click()
  await entering.getByRole('menuitem', { name: '录入纸质批示：退回' }).click()
  await entering.getByRole('button', { name: '录入纸质批示', exact: true }).click()
  await entering.getByText('请写明原因').first().waitFor()
  await entering.getByLabel('原因').fill('数字与原始台账不符')
  await entering.getByRole('button', { name: '录入纸质批示', exact: true }).click()
  await bringPaper(entering)
  await confirmWaiting('督查专员')
  const { entries } = await (await office.as('只读')).get<{ entries: Entry[] }>('/api/registers/progress/entries')
  expect(entries.find(({ id }) => id === wrong.id)).toMatchObject({
    state: 'returned',
    returnedBecause: '数字与原始台账不符',
  })
}, 120_000)

test('自己不能结束任职的人，录入纸上签了的：确认以后任期到那一天为止', async () => {
  const entering = await story.sitDown(office, '经办人', '/people')
  await entering.getByRole('button', { name: /^更多：.*只读/ }).click()
  await entering.getByRole('menuitem', { name: '录入纸质批示：结束任职' }).click()
  await entering.getByRole('button', { name: '录入纸质批示', exact: true }).click()
  await bringPaper(entering)
  await confirmWaiting('科室负责人')
  const { units } = await (await office.as('督查专员')).get<People>('/api/people')
  const holdings = units.flatMap(({ posts }) => posts).flatMap((post) => post.holdings)
  expect(holdings.find(({ name }) => name.endsWith('只读人员'))).toMatchObject({ until: '2023-07-03' })
}, 120_000)
