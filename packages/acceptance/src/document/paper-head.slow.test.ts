import type { Me } from '@guatu/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn, type Post, type StoryOffice } from '../support/office.ts'
import { smallReport } from '../support/papers.ts'

let story: BrowserStory
let office: StoryOffice
let task: string
beforeAll(async () => {
  story = await openBrowserStory('2023-07-01')
  office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
  const plan = await office.adopt({ text: smallReport })
  task = plan.tasks[0]?.id ?? ''
  await office.report('T1.1', '2023-06-20 6')
}, 180_000)
afterAll(() => story.close())

/** The page as it would lie on paper. */
async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.evaluate("dispatchEvent(new Event('beforeprint'))")
}

const screens: readonly [name: string, path: () => string, post: Post][] = [
  ['重点任务', () => '/tasks', '督查专员'],
  ['任务页', () => `/tasks/${task}`, '督查专员'],
  ['台账', () => '/ledger', '经办人'],
  ['人员岗位', () => '/people', '督查专员'],
  ['权限表', () => '/policy', '督查专员'],
  ['审计日志', () => '/audit', '审计管理员'],
]
test.each(screens)(
  '%s打印出来带单位、试用和打印的日子；屏幕上没有这一行',
  async (_name, path, post) => {
    const page = await story.sitDown(office, post, path())
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    const head = page.getByText('打印于2023年7月1日')
    await expect.poll(() => head.count()).toBe(1)
    expect(await head.isVisible()).toBe(false)
    await onPaper(page)
    expect(await head.isVisible()).toBe(true)
    expect(await head.locator('..').textContent()).toMatch(/^青禾街道\s*试用\s*打印于2023年7月1日$/)
    expect(story.complaints).toEqual([])
    await page.context().close()
  },
  60_000,
)

test.each([
  ['sample', /^青禾街道\s*示例\s*打印于/, ['示例', '示例']],
  ['formal', /^青禾街道\s*打印于/, []],
] as const)(
  '%s：示例写示例，正式的只写单位名称',
  async (kind, words, marks) => {
    const page = await story.sitDown(office, '督查专员', '/kit')
    // The same pages, told that the office is of another kind.
    await page.route('**/api/me', async (route) => {
      const reply = await route.fetch()
      const me = (await reply.json()) as Me
      await route.fulfill({
        response: reply,
        json: { ...me, office: { ...me.office, kind, sample: kind === 'sample' } },
      })
    })
    await page.goto(page.url().replace('/kit', '/policy'))
    await page.getByRole('heading', { level: 1, name: '权限表' }).waitFor()
    await onPaper(page)
    const main = page.getByRole('main')
    expect(await page.getByText('打印于2023年7月1日').locator('..').textContent()).toMatch(words)
    expect(await main.getByText(/^(示例|试用)$/).allTextContents()).toEqual(marks)
    await page.context().close()
  },
  60_000,
)

test('页面开过了夜，打印的是当天的日子', async () => {
  const page = await story.sitDown(office, '督查专员', '/policy')
  await page.clock.install()
  await page.goto(page.url())
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  // Only the time of day goes on: the page asks nobody what day it is now.
  await page.clock.setSystemTime(Date.now() + 26 * 3_600_000)
  await onPaper(page)
  expect(await page.getByText(/^打印于/).textContent()).toBe('打印于2023年7月2日')
  await page.context().close()
}, 60_000)
