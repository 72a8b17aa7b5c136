import { type Browser, chromium } from 'playwright-core'
import { installedChromium } from '../../../../tools/chromium.mjs'

/** A headless Chromium that draws text the same way every time. Throws, with what to do, where there is none. */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = installedChromium()
  if (!executablePath) throw new Error('No Chromium: install one (Debian: chromium fonts-noto-cjk) or set CHROME_PATH.')
  // Chromium's own sandbox refuses to start for root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({
    executablePath,
    // Without a language of the system Chromium cannot say the names of files that are not Latin.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: ['--font-render-hinting=none', '--hide-scrollbars', ...sandbox, ...more],
  })
}
