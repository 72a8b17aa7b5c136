import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'guatu-alone-'))
// The database runs as another account where we are root, and has to be able to pass through.
chmodSync(home, 0o711)
afterAll(() => rmSync(home, { recursive: true, force: true }))

const guatu = (...args: readonly string[]): string => {
  const { DATABASE_URL: _, ...env } = process.env
  return execFileSync(process.execPath, [main, ...args], {
    env: { ...env, GUATU_DATA: join(home, 'data') },
    encoding: 'utf8',
  })
}

test('没有服务器在运行时，命令自己办，办完停下数据库，下一个命令接着用', () => {
  guatu('office', 'add', '独行街道')
  expect(guatu('office', 'list')).toContain('独行街道')
  expect(JSON.parse(guatu('office', 'list', '--json'))).toMatchObject([{ name: '独行街道', sample: false, years: [] }])
}, 90_000)
