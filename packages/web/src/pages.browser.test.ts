import type { WallChart } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleWall } from './charts/wall/fixtures.ts'
import { answers } from './testing/answers.ts'
import { broughtId } from './testing/import-answers.ts'
import { desktop, dist, type OpenedPages, openPages, phone, soundly, wide } from './testing/open-pages.ts'
import { serveDist } from './testing/serve-dist.ts'

let opened: OpenedPages
let wall: WallChart = sampleWall
beforeAll(async () => {
  opened = await openPages()
}, 180_000)
afterAll(() => opened?.close())

test.each([
  ['the wall', '/wall', wide],
  ['the wall on a phone', '/wall', phone],
  ['a task taken down', '/wall#t15', wide],
  ['the wall in the shell', '/', desktop],
  ['the import of a sheet', `/imports?import=${broughtId}`, desktop],
])(soundly, (_name, address, viewport) => opened.expectSound(address, viewport))

test('the keyboard alone: Tab meets one slip of all, arrows go along them and to the other deck, a task down and back', async () => {
  await opened.onPage('/wall', wide, async (page) => {
    expect(await page.locator('a[data-slip]').count()).toBe(62)
    expect(await page.locator('a[data-slip][tabindex="0"]').count()).toBe(1)
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

test('a task that was taken down goes back by a click on the wall beside it, not by one on itself; or by the cross at its head', async () => {
  await opened.onPage('/wall#t15', wide, async (page) => {
    const sheet = page.locator('dialog[open]')
    await sheet.locator('h2').click()
    await sheet.click({ position: { x: 3, y: 500 } })
    expect(await sheet.count()).toBe(1)
    await page.mouse.click(40, 400)
    await page.waitForURL(({ hash }) => hash === '')
    await sheet.waitFor({ state: 'detached' })
    await page.locator('a[data-slip="15"]').click()
    await sheet.getByRole('button', { name: '关闭' }).click()
    await sheet.waitFor({ state: 'detached' })
  })
})

test('the day in the title turns into a field, and the address keeps what was asked', async () => {
  await opened.onPage('/wall', wide, async (page) => {
    await page.getByRole('button', { name: '截至八月十五日' }).click()
    await page.getByLabel('查看哪一天').fill('2023-06-30')
    await page.keyboard.press('Enter')
    await page.getByText('截至六月三十日').waitFor()
    expect(page.url()).toContain('on=2023-06-30')
    expect(await page.getByText('按当日所知').isVisible()).toBe(true)
  })
})

test('a past day of the wall may be shown with what is known today, and says so', async () => {
  await opened.onPage('/?on=2023-06-30', wide, async (page) => {
    await page.getByText('按当日所知').waitFor()
    await page.getByRole('checkbox', { name: '按今天所知' }).click()
    await page.getByText('按今日所知').waitFor()
    expect(page.url()).toContain('known=')
    await page.getByRole('button', { name: '回到今天' }).click()
    await page.getByText('截至八月十五日').waitFor()
    expect(page.url()).not.toMatch(/on=|known=/)
  })
})

test('a wrong day typed on the wall is said in words, and gone with the right one', async () => {
  await opened.onPage('/wall', wide, async (page) => {
    const field = page.getByLabel('查看哪一天')
    await page.getByRole('button', { name: '截至八月十五日' }).click()
    for (const [typed, says] of [
      ['2023-02-30', '没有这一天；日期写作 2023-06-30'],
      ['六月三十', '没有这一天；日期写作 2023-06-30'],
      ['2023-08-16', '不能晚于2023年8月15日'],
    ] as const) {
      await field.fill(typed)
      await page.keyboard.press('Enter')
      await page.getByRole('alert').getByText(says, { exact: true }).waitFor()
      expect(await field.getAttribute('aria-invalid')).toBe('true')
      expect(page.url()).not.toContain('on=')
    }
    await field.fill('2023年6月30日')
    await page.keyboard.press('Enter')
    await page.getByText('截至六月三十日').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })
})

test('a change in the office shows without loading the page again', async () => {
  const own = await serveDist(dist, { ...answers, '/api/wall': () => wall })
  try {
    const page = await opened.browser.newPage({ viewport: wide })
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

test('a window made narrow and wide again has the two decks back', async () => {
  await opened.onPage('/', desktop, async (page) => {
    const areas = page.locator('section h2')
    await page.locator('a[data-slip="1"]').waitFor()
    expect(await areas.count()).toBe(0)
    await page.setViewportSize(phone)
    await expect.poll(() => areas.count()).toBe(8)
    await page.setViewportSize(desktop)
    await expect.poll(() => areas.count()).toBe(0)
  })
})

test('the other language: the same page in English', async () => {
  await opened.onPage('/', desktop, async (page) => {
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Key tasks of 2023' }).waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe('en')
  })
})
