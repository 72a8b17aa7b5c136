import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import type { Me } from '../../packages/contract/src/index.ts'
import { start } from '../../packages/server/src/start.ts'
import { launchBrowser } from '../../packages/web/src/testing/browser.ts'
import type { Form } from './forms.ts'
import { type Place, placesOf } from './places.ts'

const run = promisify(execFile)
const out = join(import.meta.dirname, '../../screens')

const withTheme = (address: string, form: Form): string => {
  if (!form.theme) return address
  const [path = '', hash] = address.split('#')
  return `${path}${path.includes('?') ? '&' : '?'}theme=${form.theme}${hash ? `#${hash}` : ''}`
}

/** Waits for what the page has to say: its heading, its fonts, and no request under way. */
async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1')
  await page.locator('[data-loading]').first().waitFor({ state: 'hidden' })
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  await page.waitForTimeout(300)
}

/** The paper as a PDF and, where the machine can, as a picture of each of its pages. */
async function print(page: Page, file: string): Promise<void> {
  await page.pdf({ path: `${file}.pdf`, preferCSSPageSize: true, printBackground: true })
  await run('pdftoppm', ['-r', '110', '-png', `${file}.pdf`, file]).catch(() =>
    console.log(`pdftoppm is not installed: ${file}.pdf has no picture beside it`),
  )
}

/** Takes the seat of somebody with a duty, in the browser that the page belongs to. */
async function sitAs({ request }: Page, base: string, duty: string): Promise<void> {
  await request.get(base)
  const { office, officers } = (await (await request.get(`${base}/api/me`)).json()) as Me
  const found = officers.find(({ duties }) => duties.some((one) => one === duty))
  if (!found) throw new Error(`screens: nobody in the sample office has the duty ${duty}`)
  await request.post(`${base}/api/session`, {
    headers: { origin: base, 'idempotency-key': randomUUID() },
    data: { officeId: office.id, officerId: found.id, postId: found.postId },
    failOnStatusCode: true,
  })
}

/** Opens the search and types into it, until something is found. */
async function search(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '检索' }).fill(typed)
  await page.locator('mark').first().waitFor()
}

async function take(browser: Browser, base: string, place: Place, form: Form): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: form.width, height: form.height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  page.on('pageerror', (error) => console.error(`${place.name} ${form.name}: ${error.message}`))
  try {
    // Who comes for the first time is asked how to begin, whatever page it is; these come for a second time.
    await page.addInitScript("localStorage.setItem('guatu.way', 'sample')")
    if (place.duty) await sitAs(page, base, place.duty)
    await page.goto(base + withTheme(place.address, form))
    await settled(page)
    if (place.searched) await search(page, place.searched)
    const file = join(out, `${place.name}-${form.name}`)
    if (form.paper) await print(page, file)
    else await page.screenshot({ path: `${file}.png`, fullPage: form.whole ?? false })
    console.log(`${place.name}-${form.name}`)
  } finally {
    await page.close()
  }
}

/** Asks the server as the browser would, with the seat it gives to whoever opens the page. */
async function asker(base: string): Promise<(path: string) => Promise<unknown>> {
  const first = await fetch(`${base}/`)
  const cookie = first.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return async (path) => (await fetch(base + path, { headers: { cookie } })).json()
}

/** A server that has just started is still living through the year of its sample; nobody has a seat in it before. */
async function seated(base: string): Promise<(path: string) => Promise<unknown>> {
  for (let waited = 0; waited < 180; waited += 1) {
    const ask = await asker(base)
    const { office } = (await ask('/api/me')) as Partial<Me>
    if (office) return ask
    await sleep(1000)
  }
  throw new Error('screens: the sample office did not come')
}

/** `npm run screens [-- name …]`: all places, or those whose names begin so. `GUATU_AT` names a running server. */
async function main(wanted: readonly string[]): Promise<void> {
  await mkdir(out, { recursive: true })
  const dataFolder = await mkdtemp(join(tmpdir(), 'guatu-screens-'))
  // Started as root, the database runs as somebody else, who must be able to enter.
  await chmod(dataFolder, 0o755)
  const running = process.env.GUATU_AT
  const server = running ? null : await start({ place: { dataFolder }, port: 0, lanPort: 0 })
  const base = running ?? server?.address ?? ''
  const browser = await launchBrowser()
  try {
    const places = await placesOf(await seated(base))
    const chosen = places.filter((place) => wanted.length === 0 || wanted.some((name) => place.name.startsWith(name)))
    // One that does not come does not keep the others from being looked at.
    for (const place of chosen)
      for (const form of place.forms)
        await take(browser, base, place, form).catch((error: Error) => {
          process.exitCode = 1
          console.error(`${place.name}-${form.name}: ${error.message}`)
        })
  } finally {
    await browser.close()
    await server?.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

await main(process.argv.slice(2))
