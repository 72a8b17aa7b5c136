import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { checkout } from './support/guatu-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-install-'))
const lock = join(folder, 'installing')
const log = join(folder, 'log')
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => writeFileSync(log, ''))

const script = `
  import { appendFileSync } from 'node:fs'
  import { alone } from ${JSON.stringify(pathToFileURL(join(checkout, 'tools', 'lock.mjs')).href)}
  await alone(${JSON.stringify(lock)}, async () => {
    appendFileSync(${JSON.stringify(log)}, 'in ')
    await new Promise((done) => setTimeout(done, 150))
    appendFileSync(${JSON.stringify(log)}, 'out ')
  })
`

function install() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
  return { child, ended: new Promise((done) => child.on('close', done)) }
}

test('several installs at once go one after the other', async () => {
  await Promise.all([1, 2, 3, 4].map(() => install().ended))
  expect(readFileSync(log, 'utf8')).toBe('in out '.repeat(4))
})

test('the lock of one that was killed is taken over, by one of those who wait', async () => {
  const killed = install()
  while (!readFileSync(log, 'utf8').includes('in')) await new Promise((done) => setTimeout(done, 20))
  killed.child.kill('SIGKILL')
  await killed.ended
  await Promise.all([1, 2, 3].map(() => install().ended))
  expect(readFileSync(log, 'utf8')).toBe(`in ${'in out '.repeat(3)}`)
})
