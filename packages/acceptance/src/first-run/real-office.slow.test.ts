import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureWebBuilt } from '../../../../tools/build-web.mjs'
import { launchBrowser } from '../../../web/src/testing/browser.ts'
import { codeAt } from '../identity/phone.ts'
import { checkout } from '../support/guatu-process.ts'
import { type Machine, openMachine } from '../support/lan.ts'
import { ask } from '../support/person.ts'
import { rosterBook, savedRoster } from '../support/rosters.ts'

let machine: Machine
let browser: Browser
const complaints: string[] = []

beforeAll(async () => {
  await ensureWebBuilt()
  machine = await openMachine({ today: '2023-10-11', webRoot: join(checkout, 'packages', 'web', 'dist') })
  // As it is started: nothing but the sample is there.
  await ask(machine.app, null, { method: 'POST', path: '/api/sample/reset' })
  browser = await launchBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await machine?.close()
})

const report = `澄溪街道2023年重点工作任务
一、文明实践
1.开展文明实践活动。全年开展文明实践活动200场。
`
const people = {
  单位: ['城管办 | 科室', '东苑社区 | 社区', '西苑社区 | 社区'],
  岗位: [
    '城管办 | 督查专员 | 督查专员',
    '城管办 | 主任 | 科室负责人 | 全部',
    '东苑社区 | 专干 | 社区专干',
    '西苑社区 | 专干 | 社区专干',
  ],
  人员: [
    '周敏 | zhoumin | 城管办 | 督查专员',
    '何清 | heqing | 城管办 | 主任',
    '林东 | lindong | 东苑社区 | 专干',
    '沈西 | shenxi | 西苑社区 | 专干',
  ],
}

/** Somebody's own computer. Whether a machine trusts the office's certificate is told where the door itself is tried. */
async function computer(url: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    ignoreHTTPSErrors: true,
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(url)
  return page
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const fill = (page: Page, label: string, words: string) => page.getByLabel(label).first().fill(words)
/** What stands on the page, each piece of text apart. */
const wordsOn = async (page: Page): Promise<string> =>
  (
    await page.locator('body').evaluate((body) => {
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
      const pieces: string[] = []
      while (walker.nextNode()) pieces.push(walker.currentNode.nodeValue ?? '')
      return pieces
    })
  )
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .join(' ')
const oneCode = '[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}'

/** The first screen on the machine itself: the office begins in earnest, and three slips of paper come out. */
async function beginInEarnest(page: Page): Promise<readonly { loginName: string; code: string }[]> {
  await button(page, '正式启用').click()
  await fill(page, '单位名称', '澄溪街道')
  for (const [label, name] of [
    ['系统管理员姓名', '王系统'],
    ['安全管理员姓名', '李安全'],
    ['审计管理员姓名', '赵审计'],
  ] as const)
    await fill(page, label, name)
  await page.getByRole('main').getByRole('button', { name: '正式启用' }).click()
  await page.getByRole('heading', { name: '「澄溪街道」已正式启用' }).waitFor()
  const slips = [...(await wordsOn(page)).matchAll(new RegExp(`账号 ?(\\S+) 口令码 ?(${oneCode})`, 'g'))]
  return slips.map(([, loginName = '', code = '']) => ({ loginName, code }))
}

interface Slip {
  readonly loginName: string
  readonly code: string
}

/** Uses a slip up: a password of one's own and, where the post asks for it, the phone. Ends at `path`. */
async function comeIn(page: Page, door: string, { loginName, code }: Slip, path: string, phone: boolean) {
  await page.goto(`${door}/sign-in?back=${encodeURIComponent(path)}`)
  await button(page, '第一次使用，或换了口令码').click()
  await fill(page, '账号', loginName)
  await fill(page, '一次性口令码', code)
  await fill(page, '设一个自己的口令', 'Qingshan-Lvshui-2023')
  await fill(page, '再输一遍', 'Qingshan-Lvshui-2023')
  await button(page, '设好口令').click()
  if (phone) {
    await page.getByRole('img', { name: '动态码的二维码' }).waitFor()
    const secret = ((await page.locator('code').first().textContent()) ?? '').replaceAll(' ', '')
    const shown = codeAt(secret, Date.parse(machine.clock.now()))
    await page.getByRole('textbox', { name: '动态码' }).fill(shown)
    await button(page, '绑定并进入').click()
  }
  await page.waitForURL((url) => url.pathname === path.split('?')[0])
}

async function bringPeopleIn(page: Page): Promise<void> {
  const file = {
    name: '花名册.xlsx',
    mimeType: 'application/octet-stream',
    buffer: await savedRoster(rosterBook(people)),
  }
  await page.getByLabel('选花名册').setInputFiles(file)
  await page.getByText('导入以后待安全管理员确认，确认以后生效。').waitFor()
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByRole('heading', { name: '已导入' }).waitFor()
}

/** The second person confirms what the first has entered, and prints a slip for each. */
async function confirmAndPrint(page: Page): Promise<(loginName: string) => Slip> {
  await button(page, '一并确认 4 项').click()
  await page.getByText('已确认 4 项').first().waitFor()
  await button(page, '生成账号条').click()
  await button(page, '打印').waitFor()
  const words = await wordsOn(page)
  return (loginName) => {
    const code = new RegExp(`${loginName} .*?(${oneCode})`).exec(words)?.[1]
    if (!code) throw new Error(`no slip for ${loginName} in: ${words}`)
    return { loginName, code }
  }
}

async function adoptReport(page: Page): Promise<void> {
  const file = { name: '重点工作任务.txt', mimeType: 'text/plain', buffer: Buffer.from(report) }
  await page.getByLabel('选择文件').setInputFiles(file)
  await fill(page, '文件日期', '2023-01-09')
  await page.getByRole('textbox', { name: '文件日期' }).blur()
  await page.getByRole('textbox', { name: '年度' }).fill('2023')
  await button(page, '导入并审图').click()
  await button(page, '确认全部无疑的').waitFor()
  await page.keyboard.press('Shift+A')
  await button(page, '采用为第1版').click()
  await button(page, /^采用$/).click()
  await page.getByText('第1版已采用').first().waitFor()
}

/** A community's person pastes what the community has done. */
async function enterRows(page: Page, unit: string, each: string): Promise<void> {
  await button(page, '从表格粘贴').click()
  await page.getByRole('textbox', { name: '把表格里的行粘贴到这里' }).focus()
  const rows = ['日期\t目标\t填报单位\t完成数\t说明', `2023-09-20\tT1.1\t${unit}\t${each}\t三季度`]
  await page.keyboard.insertText(rows.join('\n'))
  await button(page, '先看一遍（1 行）').click()
  await page.getByText('可录入 1 行，不能录入 0 行').waitFor()
  await button(page, '录入 1 行').click()
  await page.getByText('已录入 1 行，待核实').first().waitFor()
}

test('真单位一次走完：第一次打开、正式启用、三员进来、花名册、账号条、导入报告、两个社区经 https 填报、核实、上墙', async () => {
  const own = await computer(await machine.app.listen({ host: '127.0.0.1', port: 0 }))
  const [system, security, audit] = await beginInEarnest(own)
  if (!system || !security || !audit) throw new Error('three slips came out')
  const port = /:(\d+)$/.exec(machine.lan.state().addresses[0] ?? '')?.[1]
  const door = `https://localhost:${port}`

  const first = await computer(door)
  await comeIn(first, door, system, '/people/import', true)
  await bringPeopleIn(first)
  const second = await computer(door)
  await comeIn(second, door, security, '/people/import', true)
  const slip = await confirmAndPrint(second)

  const clerk = await computer(door)
  await comeIn(clerk, door, slip('zhoumin'), '/sources', true)
  await adoptReport(clerk)

  const east = await computer(door)
  await comeIn(east, door, slip('lindong'), '/ledger?register=progress', false)
  await enterRows(east, '东苑社区', '90')
  const west = await computer(door)
  await comeIn(west, door, slip('shenxi'), '/ledger?register=progress', false)
  await enterRows(west, '西苑社区', '80')
  await west.getByText('80').first().waitFor()
  expect(await west.getByRole('table').textContent()).not.toContain('东苑社区')

  const wall = await computer(door)
  await comeIn(wall, door, slip('heqing'), '/ledger?register=progress', false)
  await button(wall, '选中可核实的 2 行').click()
  await button(wall, '核实所选 2 行').click()
  await wall.getByText('已核实 2 行').first().waitFor()
  await wall.goto(`${door}/wall`)
  await wall.getByRole('link', { name: /^第1项 .*完成85%/ }).waitFor()

  const auditor = await computer(door)
  await comeIn(auditor, door, audit, '/audit', true)
  for (const name of ['周敏', '林东', '沈西', '何清']) await auditor.getByText(name).first().waitFor()
  expect(complaints).toEqual([])
}, 240_000)
