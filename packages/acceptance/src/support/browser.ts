import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { installedChromium } from '../../../../tools/chromium.mjs'

const flags = ['--font-render-hinting=none', '--disable-background-networking', '--hide-scrollbars']

/** A headless Chromium that draws text the same way every time and asks nothing of the network by itself. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = installedChromium()
  if (!executablePath) throw new Error('No Chromium: set CHROME_PATH, or run the tests with npm test.')
  // Chromium's own sandbox refuses to start for root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args: [...flags, ...sandbox] })
}

/** A browser as an office has it: Chinese, in China's time. */
export const openContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
