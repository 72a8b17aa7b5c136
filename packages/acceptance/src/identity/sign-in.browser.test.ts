import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureWebBuilt } from '../../../../tools/build-web.mjs'
import { launchBrowser } from '../../../web/src/testing/browser.ts'
import { checkout } from '../support/guatu-process.ts'
import { type FormalOffice, openFormalOffice, passwordOf } from './formal-office.ts'

let office: FormalOffice
let browser: Browser
let url: string
const complaints: string[] = []
beforeAll(async () => {
  await ensureWebBuilt()
  office = await openFormalOffice({ webRoot: join(checkout, 'packages', 'web', 'dist') })
  url = await office.lanApp.listen({ host: '127.0.0.1', port: 0 })
  browser = await launchBrowser()
}, 180_000)
afterAll(async () => {
  await browser.close()
  await office.close()
})

async function computer(path: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(url + path)
  return page
}

// The picture of the secret bears a label too.
const fill = (page: Page, label: string, text: string) => page.locator('input').and(page.getByLabel(label)).fill(text)

test('第一次使用：账号、口令码、自己的口令、扫码绑定；进来看自己的登录，退出，再登录回到原来的页', async () => {
  const page = await computer('/sign-in?back=/tasks')
  await page.getByText('青禾街道').waitFor()
  await page.getByRole('button', { name: '第一次使用，或换了口令码' }).click()
  await fill(page, '账号', 'supervisor')
  await fill(page, '一次性口令码', (await office.code(office.officers.supervisor)).toLowerCase())
  await fill(page, '设一个自己的口令', 'Admin@123456')
  await fill(page, '再输一遍', 'Admin@123456')
  await page.getByRole('button', { name: '设好口令' }).click()
  await page.getByText('identity.password_common').waitFor({ state: 'attached' })
  await fill(page, '设一个自己的口令', passwordOf('supervisor'))
  await fill(page, '再输一遍', passwordOf('supervisor'))
  await page.getByRole('button', { name: '设好口令' }).click()

  await page.getByRole('img', { name: '动态码的二维码' }).waitFor()
  const secret = ((await page.locator('code').first().textContent()) ?? '').replaceAll(' ', '')
  await fill(page, '动态码', office.phone(secret))
  await page.getByRole('button', { name: '绑定并进入' }).click()
  await page.waitForURL(/\/tasks$/)
  // Once bound, no other secret is asked for: it would stand in the log as a refusal.
  const asked = await office.sql<{ n: string }>(
    "select count(*) n from audit where route = 'POST /api/sign-in/enrolment'",
  )
  expect(asked).toEqual([{ n: '1' }])
  // Nobody takes seats here, so nothing leads to where that is done.
  const navigation = page.getByRole('navigation', { name: '主导航' })
  await navigation.getByRole('link', { name: '台账' }).waitFor()
  await navigation.getByRole('link', { name: '单位' }).waitFor({ state: 'detached' })

  const menu = page.getByRole('button', { name: /只任supervisor/ })
  await menu.click()
  await page.getByRole('menuitem', { name: '我的登录…' }).click()
  await page.getByText('账号：supervisor').waitFor()
  await page.getByText('当前').waitFor()

  await menu.click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.waitForURL(/\/sign-in/)
  // Whoever sits down next sees no name of the one before.
  await menu.waitFor({ state: 'detached' })

  office.clock.pass(60)
  await page.goto(`${url}/sign-in?back=${encodeURIComponent('//evil.example/')}`)
  await fill(page, '账号', 'supervisor')
  await fill(page, '口令', passwordOf('supervisor'))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('输入动态码').waitFor()
  await fill(page, '动态码', office.phone(secret))
  await page.getByRole('button', { name: '继续' }).click()
  await menu.waitFor()
  // The menu is there a moment before the page it leads to.
  await expect.poll(() => page.url()).toBe(`${new URL(url).origin}/start`)
  // The browser's console tells of each refusal; that is no complaint.
  expect(complaints).toEqual([])
}, 180_000)

test('经办人自己启用动态码，退出后凭它再登录；再停用，登录不再要', async () => {
  await office.settleIn('handler')
  const page = await computer('/sign-in?back=/my-sessions')
  const button = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true })
  const signIn = async () => {
    await fill(page, '账号', 'handler')
    await fill(page, '口令', passwordOf('handler'))
    await button('登录').click()
  }
  await signIn()
  await page.getByText('没有启用').waitFor()
  await fill(page, '现在的口令', 'Bushi-kouling-1')
  await button('启用动态码').click()
  await page.getByText('identity.old_refused').waitFor({ state: 'attached' })
  await fill(page, '现在的口令', passwordOf('handler'))
  await button('启用动态码').click()
  await page.getByRole('img', { name: '动态码的二维码' }).waitFor()
  const secret = ((await page.locator('code').first().textContent()) ?? '').replaceAll(' ', '')
  await fill(page, '动态码', 'abcdef')
  await button('确认启用').click()
  await page.getByText('identity.step_refused').waitFor({ state: 'attached' })
  await fill(page, '动态码', office.phone(secret))
  await button('确认启用').click()
  await page.getByText('已经启用，登录时要手机上的动态码').waitFor()

  const menu = page.getByRole('button', { name: /只任handler/ })
  await menu.click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.waitForURL(/\/sign-in/)
  office.clock.pass(60)
  await page.goto(`${url}/sign-in?back=/my-sessions`)
  await signIn()
  await page.getByRole('heading', { name: '输入动态码' }).waitFor()
  await fill(page, '动态码', office.phone(secret))
  await button('继续').click()

  await page.getByText('已经启用，登录时要手机上的动态码').waitFor()
  office.clock.pass(60)
  await fill(page, '现在的口令', passwordOf('handler'))
  await fill(page, '动态码', office.phone(secret))
  await button('停用动态码').click()
  await page.getByText('没有启用').waitFor()
  expect((await office.signIn('handler')).body).toEqual({ next: null })
  expect(complaints).toEqual([])
}, 180_000)
