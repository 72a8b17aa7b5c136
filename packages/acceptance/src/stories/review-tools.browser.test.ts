import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn } from '../support/office.ts'

let story: BrowserStory
beforeAll(async () => {
  story = await openBrowserStory('2023-01-10')
}, 180_000)
afterAll(() => story.close())

const report = `青禾街道2023年重点工作任务
一、宜居
1.完善公园绿地。新建口袋公园和绿道共12处。
2.开展文明活动。全年开展文明活动700场，其中社区活动500场。
3.加强宣传引导。新建宣传栏30处。
4.去年成效明显。建成学校3所。
`

const list = (page: Page) => page.getByRole('region', { name: '读出的目标和节点' })
const chosen = (page: Page) => list(page).locator('[aria-current]')
/** What was split, merged or rejected stays in the list, set aside. */
const setAside = (page: Page) => list(page).getByText('已排除', { exact: true })
const drawer = (page: Page) => page.getByRole('dialog')

/** How far down the list the chosen item stands. */
const placeOf = (page: Page): Promise<number> =>
  list(page)
    .locator('[data-pick]')
    .evaluateAll((items) => items.findIndex((item) => item.hasAttribute('aria-current')))

/** Goes down the list by key until the chosen item has this figure. */
async function goTo(page: Page, figure: string): Promise<void> {
  for (let i = 0; (await chosen(page).getByText(figure, { exact: true }).count()) === 0; i++) {
    if (i > 10) throw new Error(`no figure ${figure} in the list`)
    const before = await placeOf(page)
    await page.keyboard.press('j')
    await expect.poll(() => placeOf(page), { timeout: 15_000 }).not.toBe(before)
  }
}

async function fill(part: Locator, subject: string, value: string): Promise<void> {
  await part.getByRole('textbox', { name: '指标' }).fill(subject)
  await part.getByRole('textbox', { name: '数值' }).fill(value)
}

/** 新建口袋公园和绿道共12处: one phrase, two things. */
async function split(page: Page): Promise<void> {
  await goTo(page, '12')
  await page.keyboard.press('s')
  const pieces = drawer(page).getByRole('group')
  await fill(pieces.nth(0), '新建口袋公园', '5')
  await fill(pieces.nth(1), '新建绿道', '七')
  await page.keyboard.press('Enter')
  await drawer(page).getByText('数值写作 12 或 15.4').waitFor()
  await fill(pieces.nth(1), '新建绿道', '7')
  await page.keyboard.press('Enter')
  await drawer(page).waitFor({ state: 'detached' })
}

/** 700场，其中500场: the second is a part of the first. */
async function merge(page: Page): Promise<void> {
  await goTo(page, '700')
  await page.keyboard.press('m')
  await fill(drawer(page), '文明活动', '700')
  await page.keyboard.press('Enter')
  await drawer(page).waitFor({ state: 'detached' })
}

async function reject(page: Page): Promise<void> {
  await goTo(page, '30')
  await page.keyboard.press('x')
  await expect.poll(() => setAside(page).count(), { timeout: 15_000 }).toBe(4)
}

/** What was read as a task and is none goes, comes back with all its phrases, and goes for good. */
async function dropTask(page: Page): Promise<void> {
  const task = list(page).getByRole('region', { name: /^4 / })
  const figure = task.getByText('3', { exact: true })
  const drop = async () => {
    await task.getByRole('button', { name: '不作为任务…' }).click()
    await drawer(page).getByRole('textbox').fill('这是去年的成效')
    await drawer(page).getByRole('button', { name: '不作为任务…' }).click()
    await task.getByText('不作为任务：这是去年的成效').waitFor()
  }
  await drop()
  expect(await figure.count()).toBe(0)
  await task.getByRole('button', { name: '恢复为任务' }).click()
  await figure.first().waitFor()
  await drop()
}

const targetsOf = async (office: Awaited<ReturnType<typeof openOfficeIn>>): Promise<string[]> =>
  (await office.plan()).tasks.flatMap(({ number, targets }) =>
    targets.map(({ subject, value, printedUnit }) => `${number} ${subject} ${value} ${printedUnit}`),
  )

test('审图时把一条拆成两条、两条合成一条、排除一条、去掉误读的一项，重新打开还在，采用后墙上就是这些', async () => {
  const office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
  const { id } = await office.bringIn({ text: report })
  const page = await story.sitDown(office, '督查专员', `/sources/${id}`)
  await page.getByRole('button', { name: '确认全部无疑的' }).waitFor()
  await split(page)
  await merge(page)
  await reject(page)
  await dropTask(page)
  await page.reload()
  await expect.poll(() => setAside(page).count(), { timeout: 15_000 }).toBe(4)
  await page.getByRole('button', { name: '采用为第1版' }).click()
  await page.getByRole('button', { name: /^采用$/ }).click()
  await page.getByText('第1版已采用').first().waitFor()
  expect(await targetsOf(office)).toEqual(['1 新建口袋公园 5 处', '1 新建绿道 7 处', '2 文明活动 700 场'])
  const slips = page.getByRole('link', { name: /^第\S+项 / })
  await page.goto(new URL('/wall', page.url()).href)
  await expect.poll(() => slips.count(), { timeout: 15_000 }).toBe(3)
  await page.getByRole('link', { name: /^第3项 / }).click()
  await page.getByText('不可核').first().waitFor()
  expect(story.complaints).toEqual([])
})
