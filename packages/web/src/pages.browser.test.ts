import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { WallChart } from '@guatu/contract'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page, ViewportSize } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureWebBuilt } from '../../../tools/build-web.mjs'
import { sampleWall } from './charts/wall/fixtures.ts'
import { answers, yearOf } from './testing/answers.ts'
import { launchBrowser } from './testing/browser.ts'
import { type Served, serveDist } from './testing/serve-dist.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const wide = { width: 1920, height: 1080 }
const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

const dist = join(import.meta.dirname, '../dist')

let served: Served
let browser: Browser
let context: BrowserContext
let wall: WallChart = sampleWall

beforeAll(async () => {
  await ensureWebBuilt()
  served = await serveDist(dist, answers)
  browser = await launchBrowser()
  context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

/** Opens a page, does something with it, and holds it to a clean console: a breach of the content policy shows there. */
async function onPage(address: string, viewport: ViewportSize, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await context.newPage()
  await page.setViewportSize(viewport)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => {
    // Chromium itself reports every refused request; the page shows it.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) complaints.push(line.text())
  })
  try {
    await page.goto(served.url + address)
    await page.waitForSelector('h1')
    await act(page)
    expect(complaints).toEqual([])
  } finally {
    await page.close()
  }
}

async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const results = await page.evaluate<AxeResults>(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )
  return results.violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
  )
}

test.each([
  ['the wall', '/wall', wide],
  ['the wall, dark', '/wall?theme=dark', wide],
  ['every light', `/wall?year=${yearOf('lights')}`, wide],
  ['150 tasks', `/wall?year=${yearOf('large')}`, wide],
  ['the wall on a phone', '/wall', phone],
  ['a task taken down', '/wall#t15', wide],
  ['a task taken down on a phone', '/wall#t15', phone],
  ['no plan yet', '/wall?year=2022', wide],
  ['the wall in the shell', '/', desktop],
  ['the wall in the shell on a phone', '/', phone],
  ['the offices', '/offices', desktop],
  ['a new office on a phone', '/offices?add=1', phone],
  ['people and posts', '/people', desktop],
  ['people and posts on a phone', '/people', phone],
  ['importing people', '/people/import', desktop],
  ['importing people on a phone', '/people/import', phone],
  ['the unit’s login', '/people/oidc', desktop],
  ['the unit’s login on a phone', '/people/oidc', phone],
  ['back from the unit’s login with nothing, on a phone', '/sign-in/oidc', phone],
  ['the policy table', '/policy', desktop],
  ['the policy table on a phone', '/policy', phone],
  ['the kit', '/kit', desktop],
  ['the kit, dark', '/kit?theme=dark', desktop],
])('%s: axe finds nothing, the policy is kept, nothing runs off the side', async (_name, address, viewport) => {
  await onPage(address, viewport, async (page) => {
    if (address.includes('#')) await page.waitForSelector('dialog[open] mark')
    expect(await axe(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width)
  })
})

test('the keyboard alone: into the wall, along the slips, to the other deck, a task down and back', async () => {
  await onPage('/wall', wide, async (page) => {
    const number = () => page.evaluate<string | undefined>('document.activeElement.dataset.slip')
    await page.locator('a[data-slip="1"]').focus()
    await page.keyboard.press('ArrowRight')
    expect(await number()).toBe('2')
    await page.keyboard.press('ArrowDown')
    expect(Number(await number())).toBeGreaterThan(36)
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await page.waitForSelector('dialog[open]')
    expect(page.url()).toContain('#t1')
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { state: 'detached' })
    expect(page.url()).not.toContain('#')
    expect(await number()).toBe('1')
  })
})

test('Tab meets one slip of seventy, and then leaves the wall', async () => {
  await onPage('/wall', wide, async (page) => {
    const reachable = await page.locator('a[data-slip][tabindex="0"]').count()
    expect(reachable).toBe(1)
    expect(await page.locator('a[data-slip]').count()).toBe(62)
  })
})

test('the day in the title turns into a field, and the address keeps what was asked', async () => {
  await onPage('/wall', wide, async (page) => {
    await page.getByRole('button', { name: '截至八月十五日' }).click()
    await page.getByLabel('查看哪一天').fill('2023-06-30')
    await page.keyboard.press('Enter')
    await page.getByText('截至六月三十日').waitFor()
    expect(page.url()).toContain('on=2023-06-30')
    expect(await page.getByText('按当日所知').isVisible()).toBe(true)
  })
})

test('a change in the office shows without loading the page again', async () => {
  const own = await serveDist(dist, { ...answers, '/api/wall': () => wall })
  try {
    const page = await browser.newPage({ viewport: wide })
    await page.goto(`${own.url}/wall`)
    await page.locator('a[data-slip="1"][data-light="yellow"]').waitFor()
    await page.evaluate('window.sameDocument = true')
    wall = relit(sampleWall)
    own.changed()
    await page.locator('a[data-slip="1"][data-light="blue"]').waitFor()
    expect(await page.evaluate('window.sameDocument')).toBe(true)
    await page.close()
  } finally {
    wall = sampleWall
    await own.close()
  }
})

const relit = (chart: WallChart): WallChart => ({
  ...chart,
  areas: chart.areas.map((area) => ({
    ...area,
    tasks: area.tasks.map((task) => (task.number === '1' ? { ...task, light: 'blue', attainment: '1' } : task)),
  })),
})

test.each(['/wall', '/'])('%s on paper: one A3 sheet, laid out for paper', async (address) => {
  await onPage(address, desktop, async (page) => {
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    const [, width = '', height = ''] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
    // Points of 1/72 inch: 420 × 297 mm within a point.
    expect(Number(width)).toBeCloseTo(1190.6, -0.4)
    expect(Number(height)).toBeCloseTo(841.9, -0.4)
  })
})

test('on paper a table has all its rows and nothing to press', async () => {
  await onPage('/kit', desktop, async (page) => {
    const table = page.locator('table').first()
    const all = Number(await table.getAttribute('aria-rowcount'))
    expect(await table.locator('tr[aria-rowindex]').count()).toBeLessThan(all)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(await table.locator('tr[aria-rowindex]').count()).toBe(all)
    expect(await table.locator('button:visible').count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    await expect.poll(() => table.locator('tr[aria-rowindex]').count()).toBeLessThan(all)
  })
})

test('printed from a dark screen, the letters are ink on white', async () => {
  await onPage('/kit?theme=dark', desktop, async (page) => {
    const colourOf = (what: string) => page.evaluate<string>(`getComputedStyle(document.querySelector('h1')).${what}`)
    const onScreen = await colourOf('color')
    await page.emulateMedia({ media: 'print' })
    expect(await colourOf('color')).not.toBe(onScreen)
    expect(await colourOf('color')).toBe('rgb(29, 34, 38)')
  })
})

test('the other language: the same page in English', async () => {
  await onPage('/', desktop, async (page) => {
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Key tasks of 2023' }).waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe('en')
  })
})
