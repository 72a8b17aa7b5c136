import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkout, plainPath, runGuatu } from './support/guatu-process.ts'
import { scratchFolder } from './support/scratch.ts'

const scratch = scratchFolder()
const commands = join(scratch.path, 'commands')
let unpacked = ''

const whereIs = (command: string): string | undefined =>
  `${plainPath}:/usr/sbin:/sbin`
    .split(':')
    .map((folder) => join(folder, command))
    .find(existsSync)

beforeAll(() => {
  const printed = execFileSync(process.execPath, [join(checkout, 'tools', 'pack.mjs')], { encoding: 'utf8' })
  const archive = printed.trim().split('\n').at(-1) ?? ''
  execFileSync('tar', ['-xzf', archive, '-C', scratch.path])
  unpacked = join(scratch.path, archive.replace(/^.*\/(.*)\.tar\.gz$/, '$1'))
  mkdirSync(commands)
  // A machine without Node: of all commands only the two that the start script asks for.
  for (const command of ['dirname', 'readlink']) symlinkSync(whereIs(command) ?? '', join(commands, command))
}, 600_000)
afterAll(() => scratch.remove())

// Only root can take the network away; the namespace has nothing but a loopback of its own.
const ip = whereIs('ip')
const isRoot = process.getuid?.() === 0
const command =
  isRoot && ip
    ? ['unshare', '-n', '/bin/sh', '-c', `${ip} link set lo up; PATH='${commands}' exec "$0" "$@"`]
    : ['/usr/bin/env', `PATH=${commands}`]

const ask = `fetch(process.argv[1]).then(async (reply) => console.log(reply.status, (await reply.text()).includes('<html')))`

function answerOf(address: string, pid: number): string {
  const enter = isRoot && ip ? ['nsenter', '-t', String(pid), '-n'] : ['/usr/bin/env']
  const line = [...enter, process.execPath, '-e', ask, address]
  return execFileSync(line[0] ?? '', line.slice(1), { encoding: 'utf8' }).trim()
}

test('the packed archive serves its pages where there is neither Node nor network', { timeout: 300_000 }, async () => {
  const data = join(scratch.path, 'data')
  const run = runGuatu(['start', '--data', data, '--port', '0'], { command: [...command, join(unpacked, 'guatu')] })
  expect(answerOf(await run.address, run.child.pid ?? 0)).toBe('200 true')
  run.child.kill('SIGINT')
  expect((await run.ended).code).toBe(0)
})

test('nothing for development is in the archive', () => {
  for (const name of ['typescript', 'vitest', 'vite', 'react', '@biomejs/biome', 'playwright-core'])
    expect(existsSync(join(unpacked, 'node_modules', name)), name).toBe(false)
  expect(existsSync(join(unpacked, 'packages', 'server', 'src', 'platform', 'testing'))).toBe(false)
})
