import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'

let story: BrowserStory
let office: StoryOffice
beforeAll(async () => {
  story = await openBrowserStory('2023-07-01')
  office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
}, 240_000)
afterAll(() => story?.close())

const picture = (page: Page) => page.getByRole('img', { name: '大屏网址的二维码' })

/** Whether each module of the picture is dark, row by row, as a camera would see it. */
const modules = (page: Page) =>
  picture(page)
    .locator('path')
    .getAttribute('d')
    .then((d) => (d ?? '').match(/M\d+ \d+/g) ?? [])

test('督查专员发一张大屏凭证：屏上和纸上都有二维码、网址、代码；照网址绑定，别的时候看不到', async () => {
  const page = await story.sitDown(office, '督查专员', '/wall-passes')
  await page.getByLabel('哪一块屏').fill('三楼会议室大屏')
  await page.getByRole('button', { name: '发凭证' }).click()
  const slip = page.getByRole('region', { name: '三楼会议室大屏' })
  await picture(page).waitFor()
  await slip.getByText('等到').waitFor()
  const [link = '', code = ''] = await slip.locator('code').allTextContents()
  expect(link).toContain(`/hang#${office.id}.${code}`)
  // Three finder patterns and something between them: as large as a picture of the whole address has to be.
  expect((await modules(page)).length).toBeGreaterThan(400)

  await page.emulateMedia({ media: 'print' })
  expect(await picture(page).isVisible()).toBe(true)
  expect(await slip.getByText(code, { exact: true }).isVisible()).toBe(true)
  for (const hidden of [page.getByText('只显示这一次'), page.getByRole('button', { name: '打印' })])
    expect(await hidden.isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })

  const screen = await page.context().browser()?.newContext({ locale: 'zh-CN' })
  const wall = await screen?.newPage()
  if (!wall) throw new Error('no second browser')
  await wall.goto(link)
  await wall.getByRole('button', { name: '绑定这块屏' }).click()
  await wall.waitForURL(/\/wall$/)

  await page.getByRole('button', { name: '已经记下' }).click()
  await page.getByText('显示中').waitFor()
  expect(await page.getByText(code).count()).toBe(0)
  expect(await picture(page).count()).toBe(0)
}, 180_000)
