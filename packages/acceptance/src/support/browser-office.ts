import { join } from 'node:path'
import type { Me } from '@guatu/contract'
import type { Browser, Page } from 'playwright-core'
import { ensureWebBuilt } from '../../../../tools/build-web.mjs'
import { launchBrowser } from '../../../web/src/testing/browser.ts'
import { checkout } from './guatu-process.ts'
import type { Post, StoryOffice } from './office.ts'
import { openStory, type Story } from './open-office.ts'

/** A whole Guatu with its pages, listening on a free port, and a real browser to use it with. */
export interface BrowserStory extends Story {
  /** Somebody of an office at a computer of their own, with this address open. */
  sitDown(office: StoryOffice, post: Post, path: string): Promise<Page>
  /** Everybody shuts their computer: the next story may begin on an earlier day, of which their pages know nothing. */
  goHome(): Promise<void>
  /** What went wrong in any page so far, as the browser's console tells it. */
  readonly complaints: readonly string[]
}

export async function openBrowserStory(today: string): Promise<BrowserStory> {
  await ensureWebBuilt()
  const story = await openStory(today, { webRoot: join(checkout, 'packages', 'web', 'dist') })
  const url = await story.app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launchBrowser()
  const complaints: string[] = []
  return {
    ...story,
    complaints,
    sitDown: async (office, post, path) => {
      const page = await computerOf(browser, url, await cookieOf(office, post))
      listen(page, complaints)
      await page.goto(url + path)
      return page
    },
    goHome: async () => {
      for (const context of browser.contexts()) await context.close()
    },
    close: async () => {
      await browser.close()
      await story.close()
    },
  }
}

async function cookieOf(office: StoryOffice, post: Post): Promise<string> {
  const { officer } = await (await office.as(post)).get<Me>('/api/me')
  return office.sessionOf(officer.id)
}

async function computerOf(browser: Browser, url: string, cookie: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1600, height: 900 },
  })
  context.setDefaultTimeout(30_000)
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  return context.newPage()
}

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(`${line.text()} ${line.location().url}`)
  })
}
