import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureWebBuilt } from '../../../../tools/build-web.mjs'
import { launchBrowser } from '../../../web/src/testing/browser.ts'
import { checkout } from '../support/guatu-process.ts'
import { type Machine, openMachine } from '../support/lan.ts'
import { openOfficeIn } from '../support/office.ts'
import { ask } from '../support/person.ts'

let machine: Machine
let browser: Browser
let url: string

beforeAll(async () => {
  await ensureWebBuilt()
  machine = await openMachine({ webRoot: join(checkout, 'packages', 'web', 'dist') })
  await ask(machine.app, null, { method: 'POST', path: '/api/sample/reset' })
  url = await machine.app.listen({ host: '127.0.0.1', port: 0 })
  browser = await launchBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await machine?.close()
})

/** A browser in which nobody has chosen yet. What its console complains of fails the story. */
async function inFreshBrowser(story: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ignoreHTTPSErrors: true })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  try {
    await story(page)
    expect(complaints).toEqual([])
  } finally {
    await context.close()
  }
}

const wordsOf = async (page: Page): Promise<string> => (await page.getByRole('main').textContent()) ?? ''

test('第一次打开：三种用法任选；看示例一点就到挂图，再来不再问', async () => {
  await inFreshBrowser(async (page) => {
    await page.goto(url)
    for (const name of ['看示例', '试用本单位', '正式启用'])
      await page.getByRole('main').getByRole('button', { name }).waitFor()
    await page.getByRole('button', { name: '看示例' }).click()
    await page.getByRole('heading', { level: 1, name: /挂图|作战图/ }).waitFor()
    await page.goto(url)
    await page.getByRole('heading', { level: 1, name: /挂图|作战图/ }).waitFor()
    await page.goto(`${url}/offices`)
    await page.getByRole('link', { name: '启用方式…' }).click()
    await page.getByRole('heading', { name: '先选一种用法' }).waitFor()
  })
}, 120_000)

test('试用转正式：选试用的单位，写三个人，得三张口令码单和启用说明；从 https 地址看得到它，从本机看不到', async () => {
  await openOfficeIn(machine.app, '清河街道', ['城管办'])
  await inFreshBrowser(async (page) => {
    await page.goto(`${url}/first-run?way=formal`)
    await page.getByText('把试用的「清河街道」转为正式').click()
    const names = ['系统管理员姓名', '安全管理员姓名', '审计管理员姓名']
    for (const label of names) await page.getByLabel(label).fill('王系统')
    const send = page.getByRole('main').getByRole('button', { name: '正式启用' })
    await send.click()
    await page.getByText('同一个人不能任两员').first().waitFor()
    for (const [at, label] of names.entries())
      await page.getByLabel(label).fill(['王系统', '李安全', '赵审计'][at] ?? '')
    await send.click()
    await page.getByRole('heading', { name: '「清河街道」已正式启用' }).waitFor()
    const shown = await wordsOf(page)
    for (const name of ['王系统', '李安全', '赵审计']) expect(shown).toContain(name)
    expect(shown.match(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/g)).toHaveLength(3)
    await page.getByRole('img', { name: /手机扫码打开https:\/\/192\.168\.1\.5/ }).waitFor()
    expect(shown).toContain('Windows')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('一次性口令码').first().isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    const aside = page.getByRole('navigation').getByRole('link').last()
    await aside.click()
    await page.getByRole('button', { name: '留在这一页' }).click()
    expect(await wordsOf(page)).toBe(shown)
    expect(await page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(false)
    await aside.click()
    await page.getByRole('button', { name: '仍要离开' }).click()
    await page.getByRole('heading', { name: /已正式启用/ }).waitFor({ state: 'detached' })
    const port = /:(\d+)$/.exec(machine.lan.state().addresses[0] ?? '')?.[1]
    await page.goto(`https://localhost:${port}/api/offices`)
    expect(await page.locator('body').textContent()).toContain('清河街道')
    await page.goto(`${url}/offices`)
    await page.getByRole('heading', { name: '全部单位' }).waitFor()
    expect(await page.getByRole('button', { name: '进入清河街道' }).count()).toBe(0)
    await page.getByText('「清河街道」已正式启用').waitFor()
    const address = machine.lan.state().addresses[0] ?? ''
    expect(await page.getByRole('link', { name: address }).getAttribute('href')).toBe(address)
    await page.goto(`https://localhost:${port}/offices`)
    await page.getByRole('main').getByRole('link', { name: '登录' }).waitFor()
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0)
    await page.goto(`${url}/lan`)
    await page.getByRole('link', { name: '下载证书 guatu-ca.crt' }).waitFor()
  })
}, 120_000)

test('本机一个单位也没有：打开就是三种用法；看示例，先做好示例再到挂图', async () => {
  const { cookies } = await ask(machine.app, null, { method: 'POST', path: '/api/sample/reset' })
  await ask(machine.app, cookies[0] ?? '', { method: 'DELETE', path: '/api/sample' })
  await inFreshBrowser(async (page) => {
    await page.goto(url)
    await page.getByRole('heading', { name: '先选一种用法' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/first-run')
    await page.getByRole('button', { name: '看示例' }).click()
    await page.getByRole('heading', { level: 1, name: /挂图|作战图/ }).waitFor({ timeout: 90_000 })
    await page.goto(url)
    await page.getByRole('heading', { level: 1, name: /挂图|作战图/ }).waitFor()
  })
}, 180_000)
