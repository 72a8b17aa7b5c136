import type { Entry } from '@guatu/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '../support/axe.ts'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'
import { smallReport } from '../support/papers.ts'

let story: BrowserStory
let office: StoryOffice
beforeAll(async () => {
  story = await openBrowserStory('2023-07-01')
  office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
  await office.adopt({ text: smallReport })
  await office.report('T1.1', '2023-06-20 6', { note: '沿河口袋公园建成开放' })
  await office.report('T1.1', '2023-06-21 2', { note: '沿河口袋公园建成并开放' })
  await office.report('T1.1', '2023-06-25 11', { note: '义诊' })
}, 180_000)
afterAll(() => story.close())

/** The quantities in the table, from above. */
const quantities = async (page: Page): Promise<string[]> => {
  const cells = await page
    .getByRole('row')
    .getByRole('cell', { name: /^\d+个$/ })
    .allTextContents()
  return cells.map((text) => text.trim())
}
const rowsOf = async () =>
  (await (await office.as('只读')).get<{ entries: Entry[] }>('/api/registers/progress/entries')).entries

test('按表头排的是数的大小，整本台账一起排；筛选、排序和列存成视图，下次一点就是', async () => {
  const page = await story.sitDown(office, '经办人', '/ledger?register=progress')
  await page.getByRole('button', { name: '完成数' }).click()
  await page.getByRole('columnheader', { name: '完成数' }).and(page.locator('[aria-sort="ascending"]')).waitFor()
  await expect.poll(() => quantities(page)).toEqual(['2个', '6个', '11个'])
  await page.getByRole('button', { name: '完成数' }).click()
  await expect.poll(() => quantities(page)).toEqual(['11个', '6个', '2个'])
  await page.getByRole('button', { name: '视图', exact: true }).click()
  await page.getByLabel('把现在的条件、排序和列存为').fill('数从大到小')
  await page.getByRole('button', { name: '存为视图' }).click()
  await page.getByRole('button', { name: '数从大到小', exact: true }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '重置' }).click()
  await expect.poll(() => quantities(page)).toEqual(['11个', '2个', '6个'])
  await page.getByRole('button', { name: '视图', exact: true }).click()
  await page.getByRole('button', { name: '数从大到小', exact: true }).click()
  await expect.poll(() => quantities(page)).toEqual(['11个', '6个', '2个'])
}, 120_000)

test('批量修改先看一遍，一行一更正；核实的人看得到像的行并排，一次退回几行', async () => {
  const page = await story.sitDown(office, '经办人', '/ledger?register=progress')
  await page.getByRole('button', { name: '选中这 3 行' }).click()
  await page.getByRole('button', { name: '批量修改 3 行' }).click()
  await page.getByRole('combobox', { name: '改哪一列' }).click()
  await page.getByRole('option', { name: '文号' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('文号').fill('青街办〔2023〕9号')
  await drawer.getByLabel('原因').fill('补上文号')
  await drawer.getByRole('button', { name: '先看一遍' }).click()
  await drawer.getByText('可以改').nth(2).waitFor()
  expect(await axe(page)).toEqual([])
  expect(await rowsOf()).toHaveLength(3)
  await drawer.getByRole('button', { name: '批量修改 3 行' }).click()
  await page.getByText('已处理 3 行，0 行没有通过').waitFor()
  const rows = await rowsOf()
  expect(rows.filter(({ corrects }) => corrects !== null).map(({ values, state }) => [values.paper, state])).toEqual(
    Array.from({ length: 3 }, () => ['青街办〔2023〕9号', 'submitted']),
  )
  const head = await story.sitDown(office, '科室负责人', '/ledger?register=progress')
  await head
    .getByRole('row', { name: /沿河口袋公园建成开放/ })
    .getByRole('link', { name: '详情' })
    .click()
  await head.getByRole('heading', { name: '可能重复的行' }).waitFor()
  expect(await axe(head)).toEqual([])
  await head.getByRole('link', { name: '回到台账' }).click()
  await head.getByRole('button', { name: '选中可核实的 3 行' }).click()
  await head.getByRole('button', { name: '退回所选 3 行' }).click()
  await head.getByLabel('原因').fill('请附凭证')
  await head.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click()
  await head.getByText('已处理 3 行，0 行没有通过').waitFor()
  expect((await rowsOf()).filter(({ state }) => state === 'returned')).toHaveLength(3)
  expect(story.complaints).toEqual([])
}, 120_000)
