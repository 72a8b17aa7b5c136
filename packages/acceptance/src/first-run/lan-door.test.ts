import { X509Certificate } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { FormalOffice } from '@guatu/contract'
import { issueCertificate, makeAuthority } from '@guatu/server/first-run/tls/authority'
import { checkGiven } from '@guatu/server/first-run/tls/check-given'
import { writePair } from '@guatu/server/first-run/tls/store'
import { afterEach, expect, test } from 'vitest'
import { homeNames, type Machine, openMachine, visit } from '../support/lan.ts'
import { ask } from '../support/person.ts'

let machine: Machine
afterEach(() => machine.close())

const administrators = { systemAdmin: '王系统', securityAdmin: '李安全', auditAdmin: '赵审计' }
const begin = async (): Promise<FormalOffice> => {
  const body = { name: '青禾街道', administrators }
  const answer = await ask<FormalOffice>(machine.app, null, { method: 'POST', path: '/api/formal-offices', body })
  expect(answer.status).toBe(201)
  return answer.body
}
const authorityOf = async (): Promise<string> => (await machine.app.inject('/ca.crt')).body

test('正式启用以后局域网的门就开着：信任本机的证书后，链和地址都验证得过；不信任就连不上', async () => {
  machine = await openMachine()
  expect(machine.lan.state()).toMatchObject({ open: false, certificate: null })
  expect((await machine.app.inject('/ca.crt')).statusCode).toBe(404)
  expect(readdirSync(machine.folder)).not.toContain('tls')
  const { lan } = await begin()
  expect(lan).toMatchObject({ open: true, uncovered: [], problem: null, certificate: { from: 'own' } })
  expect(lan.addresses).toEqual([expect.stringMatching(/^https:\/\/192\.168\.1\.5:\d+$/)])
  const ca = await authorityOf()
  for (const name of ['192.168.1.5', 'guatu-pc', 'localhost', '127.0.0.1']) {
    const { status, body } = await visit(machine.lan, { ca, name })
    expect({ name, status, offices: JSON.parse(body).offices.length }).toEqual({ name, status: 200, offices: 1 })
  }
  await expect(visit(machine.lan)).rejects.toThrow()
  await expect(visit(machine.lan, { ca, name: '192.168.1.6' })).rejects.toThrow(/IP|altnames/)
  expect((await visit(machine.lan, { ca, path: '/ca.crt' })).body).toBe(ca)
})

test('只用 TLS 1.2 以上；指纹与证书一致；私钥只有本机账号能读', async () => {
  machine = await openMachine()
  const { lan } = await begin()
  const ca = await authorityOf()
  await expect(visit(machine.lan, { ca, maxVersion: 'TLSv1.1' })).rejects.toThrow()
  expect((await visit(machine.lan, { ca, maxVersion: 'TLSv1.2' })).status).toBe(200)
  const read = new X509Certificate(ca)
  expect(lan.certificate?.fingerprint).toBe(read.fingerprint256.replaceAll(':', '').match(/.{4}/g)?.join(' '))
  expect(read.ca).toBe(true)
  for (const file of readdirSync(machine.tls)) expect(statSync(join(machine.tls, file)).mode & 0o777, file).toBe(0o600)
  const server = new X509Certificate(readFileSync(join(machine.tls, 'server.pem')))
  const days = (Date.parse(server.validTo) - Date.parse(server.validFrom)) / 86_400_000
  expect(days).toBeLessThanOrEqual(397)
})

test('本机的证书只管得了内网：拿它签外面的名字，没有人信', async () => {
  machine = await openMachine()
  await begin()
  const certificate = await authorityOf()
  const key = readFileSync(join(machine.tls, 'authority.pem'), 'utf8').replace(
    /^[\s\S]*-----BEGIN PRIVATE/,
    '-----BEGIN PRIVATE',
  )
  const outside = { addresses: ['8.8.8.8', '192.168.1.5'], hosts: ['bank.example', 'guatu-pc'] }
  const issued = await issueCertificate({ certificate, key }, outside, machine.clock.now(), 397)
  expect(new X509Certificate(issued.certificate).subjectAltName).toBe(
    'DNS:guatu-pc, IP Address:127.0.0.1, IP Address:192.168.1.5',
  )
})

test('地址变了，证书自己换；三十天内到期，自己换；重新启动，还是同一个根', async () => {
  machine = await openMachine()
  await begin()
  const ca = await authorityOf()
  machine.goBy({ ...homeNames, addresses: ['192.168.1.9'] })
  await machine.lan.open()
  expect((await visit(machine.lan, { ca, name: '192.168.1.9' })).status).toBe(200)
  await expect(visit(machine.lan, { ca, name: '192.168.1.5' })).rejects.toThrow()
  const before = readFileSync(join(machine.tls, 'server.pem'), 'utf8')
  machine.clock.goTo('2027-06-01')
  await machine.lan.open()
  expect(readFileSync(join(machine.tls, 'server.pem'), 'utf8')).toBe(before)
  machine.clock.goTo('2027-07-05')
  await machine.lan.open()
  expect(readFileSync(join(machine.tls, 'server.pem'), 'utf8')).not.toBe(before)
  const again = await machine.restart()
  expect(again.authority()?.trim()).toBe(ca.trim())
})

test('端口被占：本机照常，状态说明原因；腾出来以后自己开', async () => {
  const taken = createServer()
  const port = await new Promise<number>((done) =>
    taken.listen(0, '0.0.0.0', () => done((taken.address() as { port: number }).port)),
  )
  machine = await openMachine({ port })
  const { lan } = await begin()
  expect(lan).toMatchObject({ open: false, problem: { code: 'lan.port_taken' } })
  expect((await machine.app.inject('/api/first-run')).json()).toMatchObject({ formal: true, formalNames: ['青禾街道'] })
  await new Promise((done) => taken.close(done))
  await machine.lan.open()
  expect(machine.lan.state()).toMatchObject({ open: true, problem: null })
})

test('只在局域网、且证书够长时才叫浏览器坚持用 https；本机的名字从不', async () => {
  machine = await openMachine()
  await begin()
  const ca = await authorityOf()
  const hsts = async (name: string) => (await visit(machine.lan, { ca, name })).headers['strict-transport-security']
  expect(await hsts('192.168.1.5')).toBe('max-age=31536000')
  for (const name of ['localhost', '127.0.0.1']) expect(await hsts(name), name).toBeUndefined()
  expect((await machine.app.inject('/')).headers['strict-transport-security']).toBeUndefined()
})

test('单位的证书：装上就用它，到期前一个月起不再要求坚持，到期后用回本机的并说明', async () => {
  machine = await openMachine()
  await begin()
  const officeCa = await makeAuthority(homeNames, machine.clock.now(), 3650)
  const given = await issueCertificate(officeCa, homeNames, machine.clock.now(), 397)
  const checked = await checkGiven(given, homeNames, machine.clock.now())
  if (!checked.ok) throw new Error(checked.problem.says.en)
  writePair(machine.tls, 'office', checked.value)
  await machine.lan.open()
  const ca = officeCa.certificate
  expect(machine.lan.state()).toMatchObject({ certificate: { from: 'office', fingerprint: null } })
  expect((await visit(machine.lan, { ca })).headers['strict-transport-security']).toMatch(
    /^max-age=3[0-4]\d{6}$|^max-age=31536000$/,
  )
  expect((await machine.app.inject('/ca.crt')).statusCode).toBe(404)
  machine.clock.goTo('2027-07-10')
  await machine.lan.open()
  expect((await visit(machine.lan, { ca })).headers['strict-transport-security']).toBeUndefined()
  machine.clock.goTo('2027-09-01')
  await machine.lan.open()
  expect(machine.lan.state()).toMatchObject({ certificate: { from: 'own' }, problem: { code: 'tls.office_expired' } })
})

test('局域网的门不认别的名字', async () => {
  machine = await openMachine()
  await begin()
  expect(machine.lan.goesBy('192.168.1.5')).toBe(true)
  expect(machine.lan.goesBy('evil.example')).toBe(false)
  expect(machine.lan.goesBy('8.8.8.8')).toBe(false)
})
