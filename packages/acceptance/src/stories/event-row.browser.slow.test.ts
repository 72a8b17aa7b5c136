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
}, 180_000)
afterAll(() => story.close())

const choose = async (page: Page, field: string, option: string) => {
  await page.getByRole('combobox', { name: field }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
const moveOn = async (page: Page, move: string, fill: (page: Page) => Promise<void> = async () => {}) => {
  await page.getByRole('button', { name: move, exact: true }).click()
  await fill(page)
  await page.getByRole('dialog').getByRole('button', { name: move, exact: true }).click()
  await page.getByText('已提交').first().waitFor()
}
/** Another person finds the row among those that wait, and verifies it there. */
const verifyIt = async () => {
  const page = await story.sitDown(office, '科室负责人', '/to-verify')
  await page.getByRole('link', { name: '活动台账' }).click()
  await page.getByRole('button', { name: '核实', exact: true }).first().click()
  await page.getByText('已核实 1 行').waitFor()
  await page.close()
}

const phone = { width: 390, height: 844 }
const pictures = process.env.GUATU_PICTURES
/** Holds a page to WCAG and, for whoever wants to look, takes its picture. */
const sound = async (page: Page, name: string) => {
  expect(await axe(page), name).toEqual([])
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

test('活动台账：计划、开展、登记结果，每一步另一人核实；登记的一场计入演练', async () => {
  const page = await story.sitDown(office, '经办人', '/ledger')
  await page.getByRole('link', { name: '活动台账' }).waitFor()
  await sound(page, 'index')
  await page.getByRole('link', { name: '活动台账' }).click()
  await page.getByRole('button', { name: '填报一条' }).click()
  await page.getByLabel('活动名称').fill('新田社区消防应急演练')
  await choose(page, '类别', '演练')
  await page.getByLabel('开始时间').fill('2023-06-20 14:30')
  await choose(page, '所属社区', '街道本级')
  await choose(page, '牵头部门', '公共事务中心')
  await page.getByLabel('地点', { exact: true }).fill('新田小学操场')
  // 只有演练才问科目：没填就交，指到那一栏；展会才问的，不问。
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('「演练科目」没有填。').waitFor()
  expect(await page.getByLabel('展期起').count()).toBe(0)
  await page.getByLabel('演练科目').fill('消防')
  await choose(page, '对象', '居民')
  await sound(page, 'form')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('已填报').waitFor()
  await verifyIt()
  await page.reload()
  await page.getByRole('link', { name: '详情' }).waitFor()
  await sound(page, 'list')
  await page.setViewportSize(phone)
  await page.reload()
  await page.getByRole('link', { name: '详情' }).waitFor()
  await sound(page, 'list-phone')
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.getByRole('link', { name: '详情' }).click()
  await page.getByRole('heading', { name: '新田社区消防应急演练' }).waitFor()
  await moveOn(page, '已开展')
  await verifyIt()
  await page.getByRole('link', { name: '回到台账' }).click()
  await page.getByRole('link', { name: '详情' }).click()
  await moveOn(page, '登记结果', async () => {
    await page.getByLabel('结束时间').fill('2023-06-20 16:00')
    await page.getByLabel('选凭证文件').setInputFiles({
      name: '演练记录.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n演练记录\n%%EOF'),
    })
    await page.getByRole('button', { name: '去掉「演练记录.pdf」' }).waitFor()
  })
  await verifyIt()
  await page.getByRole('link', { name: '回到台账' }).click()
  await page.getByRole('link', { name: '详情' }).click()
  await page.getByText('已核实，计入').first().waitFor()
  const facts = page.getByRole('region', { name: '计入哪里' }).or(page.locator('section', { hasText: '计入哪里' }))
  expect(await facts.first().textContent()).toContain('演练')
  await sound(page, 'detail')
  // 经过：三版，每一版谁填的、谁核的、状态从哪到哪。
  const history = page.locator('section', { hasText: '经过' }).last()
  for (const said of ['登记结果', '已开展', '填报']) await history.getByText(said, { exact: true }).first().waitFor()
  expect(await history.getByText(/核实 2023/).count()).toBe(3)
  // 没填全的那一次被拒绝，浏览器自己记了一笔。
  expect(story.complaints.filter((said) => !said.includes('422'))).toEqual([])
}, 240_000)
