import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { fail, showProgress } from './progress.mjs'

// The shell draws no window of its own, so a page costs it half the processor time; it comes first.
const shell = 'chromium-headless-shell'
const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const canRun = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The Chromium of this machine: CHROME_PATH, or the first one on the PATH; nothing where there is none. */
export function installedChromium() {
  if (process.env.CHROME_PATH) return canRun(process.env.CHROME_PATH) ? process.env.CHROME_PATH : undefined
  const folders = (process.env.PATH ?? '').split(':')
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun)
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const child = spawn(command, args, { stdio: 'ignore', env })
  return new Promise((resolve) => {
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}

async function installFromMachine() {
  const done = showProgress('正在安装 Chromium 和中文字体 Installing Chromium and Chinese fonts')
  await run('apt-get', ['update', '-q'])
  const install = (browser) =>
    run('apt-get', ['install', '-q', '-y', '--no-install-recommends', browser, 'fonts-noto-cjk'])
  if (!(await install(shell))) await install('chromium')
  done()
}

/** The Chromium the tests drive; as root the machine's own package where none is installed. Ends the run without one. */
export async function ensureChromium() {
  if (!installedChromium() && !process.env.CHROME_PATH && process.getuid() === 0) await installFromMachine()
  const found = installedChromium()
  if (found) return found
  return fail(
    '没有找到 Chromium：请安装（Debian：apt-get install chromium fonts-noto-cjk），或用 CHROME_PATH 指定。',
    'No Chromium found: install it (Debian: apt-get install chromium fonts-noto-cjk) or name one in CHROME_PATH.',
  )
}
