import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, Page, ViewportSize } from 'playwright-core'
import { expect } from 'vitest'
import { ensureWebBuilt } from '../../../../tools/build-web.mjs'
import { answers } from './answers.ts'
import { launchBrowser } from './browser.ts'
import { serveDist } from './serve-dist.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const dist = join(import.meta.dirname, '../../dist')
export const wide = { width: 1920, height: 1080 }
export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

/** How a test is called that holds a page to all that `expectSound` asks. */
export const soundly = '%s: axe finds nothing, the policy is kept, nothing runs off the side'

export interface OpenedPages {
  readonly browser: Browser
  /** Opens a page, does something with it, and holds it to a clean console: a breach of the content policy shows there. */
  onPage(address: string, viewport: ViewportSize, act: (page: Page) => Promise<void>): Promise<void>
  /** Holds a page to WCAG 2.2 AA as far as axe can tell, to the content policy, and to the width of the window. */
  expectSound(address: string, viewport: ViewportSize): Promise<void>
  close(): Promise<void>
}

/** What axe finds wrong with a page, WCAG 2.2 AA; nothing where it is clean. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const results = await page.evaluate<AxeResults>(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )
  return results.violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
  )
}

/** Serves the pages as they are shipped, with answers that do not change, and opens them in one browser. */
export async function openPages(): Promise<OpenedPages> {
  await ensureWebBuilt()
  const served = await serveDist(dist, answers)
  const browser = await launchBrowser()
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  // Somebody who has chosen how to begin: a fresh browser would be asked first.
  await context.addInitScript("localStorage.setItem('guatu.way', 'sample')")

  const onPage: OpenedPages['onPage'] = async (address, viewport, act) => {
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

  return {
    browser,
    onPage,
    expectSound: (address, viewport) =>
      onPage(address, viewport, async (page) => {
        if (address.includes('#')) await page.waitForSelector('dialog[open] mark')
        expect(await axe(page)).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width)
      }),
    close: async () => {
      await browser.close()
      await served.close()
    },
  }
}
