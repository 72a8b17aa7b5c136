import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databasePid, interrupt, runGuatu } from './support/guatu-process.ts'
import { copyCheckout, scratchFolder } from './support/scratch.ts'

// Root tries it as an ordinary user, who has nothing installed and owns only this folder; anybody else is one already.
const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null
const scratch = scratchFolder()
const home = join(scratch.path, 'home')
const copied = join(scratch.path, 'my copy')
const data = join(home, '.local', 'share', 'guatu')

beforeAll(() => {
  mkdirSync(home)
  copyCheckout(copied)
  if (account) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, scratch.path])
})
afterAll(() => scratch.remove())

const npmStart = () =>
  runGuatu(['--port', '0'], { command: ['npm', 'start', '--'], cwd: copied, env: { HOME: home }, account, group: true })

test('npm start in a fresh copy installs, builds and serves for an ordinary user, twice in a row', {
  timeout: 900_000,
}, async () => {
  expect(existsSync(join(copied, 'node_modules'))).toBe(false)
  for (const turn of ['first', 'again']) {
    const run = npmStart()
    const page = await fetch(await run.address)
    expect(page.status, turn).toBe(200)
    expect(await page.text()).toContain('<html')
    expect(statSync(join(data, 'pg')).uid).toBe(account?.uid ?? process.getuid?.())
    expect(databasePid(data)).toBeGreaterThan(1)
    interrupt(run)
    await run.ended
    expect(existsSync(join(data, 'pg', 'postmaster.pid'))).toBe(false)
  }
})
