import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome']

/** The Chromium to drive: CHROME_PATH, or one that is installed. Throws, with what to do, where there is none. */
export function chromiumPath(): string {
  const path = process.env.CHROME_PATH ?? places.find((place) => existsSync(place))
  if (path && existsSync(path)) return path
  throw new Error('No Chromium found. Install it (Debian: apt-get install chromium) or set CHROME_PATH to its binary.')
}

/** A headless Chromium that draws text the same way every time. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu', '--hide-scrollbars'],
  })
