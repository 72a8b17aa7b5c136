import { join } from 'node:path'
import type { Entry, EvidenceList } from '@guatu/contract'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureWebBuilt } from '../../../../tools/build-web.mjs'
import { launchBrowser } from '../../../web/src/testing/browser.ts'
import { axe } from '../../../web/src/testing/open-pages.ts'
import { type EarnestOffice, openEarnestOffice } from '../identity/oidc-office.ts'
import { checkout } from '../support/guatu-process.ts'

let office: EarnestOffice
let browser: Browser
let url: string
const complaints: string[] = []
beforeAll(async () => {
  await ensureWebBuilt()
  office = await openEarnestOffice()
  url = await office.open(join(checkout, 'packages', 'web', 'dist'))
  // The browser trusts the machine as one does that has its certificate: without that it takes no service worker.
  browser = await launchBrowser(['--ignore-certificate-errors'])
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await office?.close()
})

const picture = Buffer.from('\x89PNG\r\n\x1a\n一张现场照片', 'latin1')

async function phoneOf(officerId: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    ignoreHTTPSErrors: true,
  })
  context.setDefaultTimeout(12_000)
  await signIn(context, officerId)
  return context
}

async function signIn(context: BrowserContext, officerId: string): Promise<void> {
  const { cookie } = await office.signedIn(officerId)
  const [name = '', value = ''] = cookie.split('=')
  await context.clearCookies()
  await context.addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Strict' }])
}

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(url + path)
  return page
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).first().click()
  await page.getByRole('option', { name: option }).first().click()
}

const rowsOf = async (officerId: string) => {
  const { person } = await office.signedIn(officerId)
  const { entries } = await person.get<{ entries: Entry[] }>('/api/registers/patrol/entries?limit=50')
  return { person, entries }
}

test('飞行模式里拍照填报，刷新还在；网络回来只入账一次，照片跟着；别人登录看不到', async () => {
  const handler = await office.somebody('handler')
  const context = await phoneOf(handler)
  const page = await open(context, '/enter?register=patrol')
  await page.getByRole('heading', { level: 1, name: '巡河巡线台账' }).waitFor()
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true))
  await page.waitForFunction(() => localStorage.getItem('guatu.last-person') !== null)
  expect(await axe(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  await context.setOffline(true)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: '巡河巡线台账' }).waitFor()
  await choose(page, '巡线类型', '行走一线')
  await choose(page, '巡查单位', '公共事务中心')
  await choose(page, '所属社区', '街道本级')
  await choose(page, '牵头部门', '公共事务中心')
  await page.locator('summary').first().click()
  await page.getByRole('textbox', { name: '应巡周期起' }).fill('2026-03-01')
  await page.getByRole('textbox', { name: '应巡周期止' }).fill('2026-03-31')
  const area = page.getByLabel('区域')
  await area.fill('东岸步道，联系13800138000')
  await page.getByText('里面像是有身份证号').waitFor()
  await page.getByRole('button', { name: '存下并上传' }).click()
  await page.getByText('里面像是有身份证号').waitFor()
  await area.fill('东岸步道')
  await page.getByLabel('拍照或选照片').setInputFiles({ name: '步道.png', mimeType: 'image/png', buffer: picture })
  await page.getByRole('button', { name: '存下并上传' }).click()
  await page.getByRole('link', { name: '待上传 1' }).waitFor()
  await page.reload()
  await page.getByRole('link', { name: '待上传 1' }).click()
  await page.getByRole('heading', { level: 1, name: '待上传' }).waitFor()
  await page.getByText('东岸步道').waitFor()
  expect(await axe(page)).toEqual([])
  expect((await rowsOf(handler)).entries).toEqual([])

  // Somebody else at the same device neither sees nor sends it.
  const other = await office.somebody('handler')
  await signIn(context, other)
  await context.setOffline(false)
  const theirs = await open(context, '/outbox')
  await theirs.getByText('没有要上传的').waitFor()
  await page.getByText('待上传', { exact: true }).first().waitFor()
  expect((await rowsOf(handler)).entries).toEqual([])
  await theirs.close()

  await signIn(context, handler)
  await page.reload()
  await page.getByRole('link', { name: '已上传' }).waitFor()
  const { person, entries } = await rowsOf(handler)
  expect(entries.map(({ values }) => values.areaText)).toEqual(['东岸步道'])
  const { evidence } = await person.get<EvidenceList>(`/api/entries/${entries[0]?.id}/evidence`)
  expect(evidence).toHaveLength(1)
  await page.reload()
  await page.getByRole('link', { name: '已上传' }).waitFor()
  expect((await rowsOf(handler)).entries).toHaveLength(1)
  expect(complaints).toEqual([])
  await context.close()
}, 240_000)
