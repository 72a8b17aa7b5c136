import { afterAll, beforeAll, expect, test } from 'vitest'
import { manyPointsOn, yearOf } from './testing/answers.ts'
import { broughtId } from './testing/import-answers.ts'
import { desktop, type OpenedPages, openPages, phone, soundly, wide } from './testing/open-pages.ts'

let opened: OpenedPages
beforeAll(async () => {
  opened = await openPages()
}, 180_000)
afterAll(() => opened?.close())

// The other pages, and other forms of those that every run looks at.
test.each([
  ['the wall, dark', '/wall?theme=dark', wide],
  ['every light', `/wall?year=${yearOf('lights')}`, wide],
  ['150 tasks', `/wall?year=${yearOf('large')}`, wide],
  ['a task taken down on a phone', '/wall#t15', phone],
  ['no plan yet', '/wall?year=2022', wide],
  ['the wall in the shell on a phone', '/', phone],
  ['the map', '/map', desktop],
  ['the map, dark, on a phone', '/map?theme=dark', phone],
  ['the offices', '/offices', desktop],
  ['a new office on a phone', '/offices?add=1', phone],
  ['people and posts', '/people', desktop],
  ['where readings come from', '/source-systems', desktop],
  ['the policy table on a phone', '/policy', phone],
  ['what gives the numbers', '/indicators', desktop],
  ['people and posts on a phone', '/people', phone],
  ['importing people', '/people/import', desktop],
  ['importing people on a phone', '/people/import', phone],
  ['the unit’s login', '/people/oidc', desktop],
  ['the unit’s login on a phone', '/people/oidc', phone],
  ['back from the unit’s login with nothing, on a phone', '/sign-in/oidc', phone],
  ['the exports of all data on a phone', '/exports', phone],
  ['the exports of all data', '/exports', desktop],
  ['the import of a sheet on a phone', `/imports?import=${broughtId}`, phone],
  ['where readings come from on a phone', '/source-systems', phone],
  ['the policy table', '/policy', desktop],
  ['what gives the numbers on a phone', '/indicators', phone],
  ['the kit', '/kit', desktop],
  ['the kit, dark', '/kit?theme=dark', desktop],
])(soundly, (_name, address, viewport) => opened.expectSound(address, viewport))

test('more than 3,000 points are painted on a canvas; keys and clicks find them all the same, and paper has lines', async () => {
  await opened.onPage(`/map?on=${manyPointsOn}`, desktop, async (page) => {
    const drawing = page.getByRole('application')
    await drawing.locator('canvas').waitFor()
    expect(await drawing.locator('path[transform]').count()).toBe(0)
    const painted = await page.evaluate<boolean>(
      "[...document.querySelector('canvas').getContext('2d').getImageData(0, 0, 400, 200).data].some((part) => part > 0)",
    )
    expect(painted).toBe(true)
    await drawing.focus()
    // By urgency: behind the first overdue one comes the next overdue one.
    await page.keyboard.press('PageDown')
    await page.getByRole('status').filter({ hasText: '示例设施36' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '示例设施36' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(await drawing.locator('path[transform]').count()).toBe(3500)
  })
})

test.each(['/wall', '/'])('%s on paper: one A3 sheet, laid out for paper', async (address) => {
  await opened.onPage(address, desktop, async (page) => {
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    const [, width = '', height = ''] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
    // Points of 1/72 inch: 420 × 297 mm within a point.
    expect(Number(width)).toBeCloseTo(1190.6, -0.4)
    expect(Number(height)).toBeCloseTo(841.9, -0.4)
  })
})

test('on paper a table has all its rows and nothing to press', async () => {
  await opened.onPage('/kit', desktop, async (page) => {
    const table = page.locator('table').first()
    const all = Number(await table.getAttribute('aria-rowcount'))
    expect(await table.locator('tr[aria-rowindex]').count()).toBeLessThan(all)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(await table.locator('tr[aria-rowindex]').count()).toBe(all)
    expect(await table.locator('button:visible').count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    await expect.poll(() => table.locator('tr[aria-rowindex]').count(), { timeout: 15_000 }).toBeLessThan(all)
  })
})

test('printed from a dark screen, the letters are ink on white', async () => {
  await opened.onPage('/kit?theme=dark', desktop, async (page) => {
    const colourOf = (what: string) => page.evaluate<string>(`getComputedStyle(document.querySelector('h1')).${what}`)
    const onScreen = await colourOf('color')
    await page.emulateMedia({ media: 'print' })
    expect(await colourOf('color')).not.toBe(onScreen)
    expect(await colourOf('color')).toBe('rgb(29, 34, 38)')
  })
})
