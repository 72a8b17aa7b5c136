import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureWebBuilt } from '../../../../tools/build-web.mjs'
import { launchBrowser } from '../../../web/src/testing/browser.ts'
import { checkout } from '../support/guatu-process.ts'
import { query } from '../support/query.ts'
import { type EarnestOffice, openEarnestOffice } from './oidc-office.ts'
import { client, openUnitLogin, type UnitLogin } from './oidc-provider.ts'
import { codeAt } from './phone.ts'

let office: EarnestOffice
let login: UnitLogin
let browser: Browser
let url: string
let handler: string
const complaints: string[] = []
beforeAll(async () => {
  await ensureWebBuilt()
  office = await openEarnestOffice()
  url = await office.open(join(checkout, 'packages', 'web', 'dist'))
  login = await openUnitLogin(url)
  handler = await office.somebody('handler')
  await query(
    office.database.root,
    `update officer set name = '林小满', login_name = 'linxiaoman' where id = '${handler}'`,
  )
  browser = await launchBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await login?.close()
  await office?.close()
})

const phone = { width: 390, height: 844 }

async function computer(viewport = { width: 1280, height: 900 }): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport, ignoreHTTPSErrors: true })
  context.setDefaultTimeout(20_000)
  return context
}

async function opened(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(url + path)
  return page
}

async function keeper(duty: 'systemAdmin' | 'securityAdmin', path: string): Promise<Page> {
  const context = await computer()
  const { cookie } = await office.signedIn(await office.somebody(duty))
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url, secure: true }])
  return opened(context, path)
}

const isAs = async (context: BrowserContext, subject: string) =>
  context.addCookies([{ name: 'subject', value: login.visitor(subject), url: login.issuer }])

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true })
const unitLogin = '用统一身份认证登录'

test('系统管理员提出统一身份认证，安全管理员确认并关联林小满；没有提出以前登录页没有这个按钮', async () => {
  const before = await opened(await computer(), '/sign-in')
  await before.getByLabel('账号').waitFor()
  expect(await button(before, unitLogin).count()).toBe(0)

  const proposing = await keeper('systemAdmin', '/people')
  await proposing.getByRole('link', { name: '统一身份认证…' }).click()
  await proposing.getByLabel('颁发者地址').fill('http://login.example.test')
  await proposing.getByLabel('应用编号').fill(client.id)
  await proposing.getByLabel('应用密钥').fill(client.secret)
  await button(proposing, '提出设置').click()
  await proposing.getByText('oidc.issuer_unsafe').waitFor({ state: 'attached' })
  await proposing.getByLabel('颁发者地址').fill(login.issuer)
  await button(proposing, '提出设置').click()
  await proposing.getByText('待确认').waitFor()
  expect(await proposing.getByRole('main').textContent()).toContain(`${url}/sign-in/oidc`)
  expect(await proposing.getByRole('button', { name: '确认启用' }).count()).toBe(0)

  const confirming = await keeper('securityAdmin', '/people/oidc')
  await button(confirming, `确认启用：${unitLogin}`).click()
  await confirming.getByText('启用中').waitFor()
  await confirming.getByRole('combobox', { name: '人员' }).click()
  await confirming.getByRole('option', { name: '林小满' }).click()
  await confirming.getByLabel('统一身份认证里的编号').fill('lin.xiaoman')
  await button(confirming, '关联').click()
  await button(confirming, '解除关联：林小满').waitFor()
}, 180_000)

test('没有登录的人打开任务页：先到登录页，去统一身份认证，回来已登录，还在任务页', async () => {
  const context = await computer(phone)
  await isAs(context, 'lin.xiaoman')
  const page = await opened(context, '/tasks?on=2023-06-30')
  await page.waitForURL(/\/sign-in\?.*back=/)
  await button(page, unitLogin).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/tasks\?on=2023-06-30$/)
  await page.getByRole('button', { name: /林小满/ }).waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(phone.width)
}, 120_000)

test('督查专员从统一身份认证回来：先绑定动态码再进来；下一次来输入动态码；过期了回得到登录页', async () => {
  const clerk = await office.somebody('supervisor')
  await query(office.database.root, `update officer set name = '周敏' where id = '${clerk}'`)
  await office.link('zhou.min', clerk)
  const arrived = async () => {
    const context = await computer(phone)
    await isAs(context, 'zhou.min')
    const page = await opened(context, '/ledger')
    await button(page, unitLogin).click()
    return page
  }
  const code = (page: Page) => page.locator('input').and(page.getByLabel('动态码'))
  const isIn = (page: Page) => page.getByRole('button', { name: /周敏/ }).waitFor()

  const first = await arrived()
  await first.getByRole('heading', { name: '绑定动态码' }).waitFor()
  await first.getByRole('img', { name: '动态码的二维码' }).waitFor()
  expect(await first.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(phone.width)
  const secret = ((await first.locator('code').first().textContent()) ?? '').replaceAll(' ', '')
  await code(first).fill('abcdef')
  await button(first, '绑定并进入').click()
  await first.getByText('identity.step_refused').waitFor({ state: 'attached' })
  await code(first).fill(codeAt(secret, Date.now()))
  await button(first, '绑定并进入').click()
  await first.waitForURL(/\/ledger$/)
  await isIn(first)

  const second = await arrived()
  await second.getByRole('heading', { name: '输入动态码' }).waitFor()
  await code(second).fill(codeAt(secret, Date.now() + 30_000))
  await code(second).press('Enter')
  await second.waitForURL(/\/ledger$/)
  await isIn(second)

  const late = await arrived()
  await late.getByRole('heading', { name: '输入动态码' }).waitFor()
  office.setAhead(11)
  await code(late).fill('123456')
  await button(late, '继续').click()
  await late.getByText('identity.steps_over').waitFor({ state: 'attached' })
  await button(late, '重新开始').click()
  await late.waitForURL((at) => at.pathname === '/sign-in' && at.searchParams.get('back') === '/ledger')
  office.setAhead(0)
}, 180_000)

test('没有关联的人回来：说明找谁，回得到登录页，要去的那一页还记得', async () => {
  const context = await computer(phone)
  await isAs(context, 'stranger')
  const page = await opened(context, '/ledger')
  await button(page, unitLogin).click()
  await page.waitForURL(/\/sign-in\/oidc/)
  await page.getByText('oidc.unlinked').waitFor({ state: 'attached' })
  await page.getByText('请安全管理员把它关联到您').waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(phone.width)
  await page.getByRole('link', { name: '返回登录页' }).click()
  await page.waitForURL((at) => at.pathname === '/sign-in' && at.searchParams.get('back') === '/ledger')
  await button(page, '登录').waitFor()
}, 120_000)

test('统一身份认证不应答：按钮上方说明，口令还能用', async () => {
  login.lies.set('/.well-known/openid-configuration', (reply) => ({ ...reply, status: 500, body: '{}' }))
  const page = await opened(await computer(), '/sign-in')
  await button(page, unitLogin).click()
  await page.getByText('oidc.unreachable').waitFor({ state: 'attached' })
  await page.getByLabel('口令').waitFor()
  login.lies.clear()
}, 120_000)

test('安全管理员发一次性口令码：只显示这一次，可打印；停用账号后退出登录，恢复后标记消失', async () => {
  const page = await keeper('securityAdmin', '/people')
  const account = button(page, '账号：林小满')
  await account.click()
  await page.getByRole('button', { name: '发一次性口令码' }).click()
  const slip = page.getByRole('region', { name: '林小满' })
  await slip.getByText('linxiaoman').waitFor()
  expect(await slip.textContent()).toMatch(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/)
  await page.emulateMedia({ media: 'print' })
  expect(await slip.isVisible()).toBe(true)
  expect(await page.getByText('只显示这一次').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('button', { name: '返回' }).click()
  await account.click()
  await page.getByRole('button', { name: '停用账号' }).click()
  await page.getByRole('button', { name: '恢复账号' }).waitFor()
  const [left] = await query<{ n: number }>(
    office.database.root,
    `select count(*)::int as n from session where officer_id = '${handler}' and ended_at is null`,
  )
  expect(left?.n).toBe(0)
  await page.keyboard.press('Escape')
  await page.getByText('账号已停用').waitFor()
  await account.click()
  await page.getByRole('button', { name: '恢复账号' }).click()
  await page.getByRole('button', { name: '停用账号' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('账号已停用').waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
}, 120_000)
