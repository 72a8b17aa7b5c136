import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FirstRun, FormalOffice } from '@guatu/contract'
import { instant } from '@guatu/core/shared'
import { issueCertificate, makeAuthority } from '@guatu/server/first-run/tls/authority'
import { namesOfMachine } from '@guatu/server/first-run/tls/names'
import type { Pair } from '@guatu/server/first-run/tls/store'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkout, plainPath, type Run, runGuatu } from '../support/guatu-process.ts'

const home = mkdtempSync(join(tmpdir(), 'guatu-started-'))
chmodSync(home, 0o711)
const data = join(home, 'data')
const own = namesOfMachine()
const now = instant(new Date().toISOString())

let run: Run
const start = async (): Promise<string> => {
  run = runGuatu(['--data', data, '--port', '0', '--lan-port', '0'])
  return run.address
}
const stop = async (): Promise<string> => {
  run.child.kill('SIGINT')
  return (await run.ended).out
}

let url: string
beforeAll(async () => {
  url = await start()
}, 240_000)
afterAll(async () => {
  await stop()
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

const opens = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5000 })
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
const firstRun = async (): Promise<FirstRun> => (await fetch(`${url}/api/first-run`)).json() as Promise<FirstRun>
const visit = (address: string, ca: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${address}/api/offices`, { ca, agent: false }, (reply) => resolve(reply.statusCode ?? 0))
      .on('error', reject)
      .end()
  })
const tls = (...args: readonly string[]): { code: number; said: string } => {
  try {
    const main = join(checkout, 'packages', 'cli', 'src', 'main.ts')
    const env = { PATH: plainPath, HOME: process.env.HOME ?? '/tmp', GUATU_DATA: data }
    return {
      code: 0,
      said: execFileSync(process.execPath, [main, 'tls', ...args], { env, encoding: 'utf8', stdio: 'pipe' }),
    }
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string }
    return { code: status, said: stderr }
  }
}
function filesOf({ certificate, key }: Pair): string[] {
  writeFileSync(join(home, 'cert.pem'), certificate)
  writeFileSync(join(home, 'key.pem'), key)
  return ['--cert', join(home, 'cert.pem'), '--key', join(home, 'key.pem')]
}

test('示例和试用只在 127.0.0.1：从本机的别的地址连不上', async () => {
  const port = Number(new URL(url).port)
  expect(await opens('127.0.0.1', port)).toBe(true)
  for (const other of ['127.0.0.2', ...own.addresses]) expect(await opens(other, port), other).toBe(false)
  expect(await firstRun()).toMatchObject({ formal: false, lan: { open: false } })
})

test('正式启用后不用重启，局域网地址就通；停下再启动，地址照样显示、照样通', async () => {
  expect(own.addresses, 'this machine has no network address: connect it to one').not.toEqual([])
  const made = await fetch(`${url}/api/formal-offices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'the-first-formal-office' },
    body: JSON.stringify({
      name: '清河街道',
      administrators: { systemAdmin: '王系统', securityAdmin: '李安全', auditAdmin: '赵审计' },
    }),
  })
  expect(made.status).toBe(201)
  const { lan } = (await made.json()) as FormalOffice
  const ca = await (await fetch(`${url}/ca.crt`)).text()
  expect(await visit(lan.addresses[0] ?? '', ca)).toBe(200)
  expect(await stop()).not.toContain('局域网 On the network')
  url = await start()
  const again = (await firstRun()).lan
  expect(await visit(again.addresses[0] ?? '', ca)).toBe(200)
  await expect(fetch((again.addresses[0] ?? '').replace('https', 'http'))).rejects.toThrow()
}, 240_000)

test('guatu tls：每一种不能用的证书都说明原因，什么也不装', async () => {
  const authority = await makeAuthority(own, now, 3650)
  const good = await issueCertificate(authority, own, now, 397)
  const other = await issueCertificate(authority, own, now, 397)
  const old = await issueCertificate(authority, own, instant('2020-01-01T00:00:00.000Z'), 397)
  const later = await issueCertificate(authority, own, instant('2090-01-01T00:00:00.000Z'), 397)
  const elsewhere = await issueCertificate(authority, { addresses: ['192.168.213.77'], hosts: ['other-pc'] }, now, 397)
  const encrypted = good.key.replaceAll('PRIVATE KEY', 'ENCRYPTED PRIVATE KEY')
  const wrong: [Pair, string][] = [
    [{ certificate: 'no certificate', key: good.key }, 'tls.no_certificate'],
    [{ certificate: good.certificate, key: 'no key' }, 'tls.no_key'],
    [{ certificate: good.certificate, key: encrypted }, 'tls.key_encrypted'],
    [{ certificate: good.certificate, key: other.key }, 'tls.other_key'],
    [old, 'tls.expired'],
    [later, 'tls.not_yet'],
    [elsewhere, 'tls.covers_nothing'],
  ]
  for (const [pair, code] of wrong) {
    const { code: exit, said } = tls(...filesOf(pair))
    expect({ exit, known: said.includes(`[${code}]`) }, `${code}: ${said}`).toEqual({ exit: 3, known: true })
  }
  expect(tls('--cert', join(home, 'cert.pem')).code).not.toBe(0)
  expect(tls(...filesOf(good)).said).toContain('已装上单位的证书')
  expect(tls('--own').said).toContain('改用本机自己的证书')
}, 240_000)
