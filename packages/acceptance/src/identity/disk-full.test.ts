import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FormalOffice, openFormalOffice } from './formal-office.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-full-'))
const disk = join(folder, 'disk')
const becomes = async (place: string) => {
  rmSync(disk, { force: true })
  symlinkSync(place, disk)
  // The server looks at the disk once a second.
  await sleep(1100)
}

let office: FormalOffice
beforeAll(async () => {
  await becomes(folder)
  office = await openFormalOffice({ dataFolder: disk })
})
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true })
})

test('正式单位磁盘满了：首次设口令、绑定动态码、登录、两步登录、切换岗位、退出都照常，看得了，写的被拒绝', async () => {
  await office.settleIn('handler')
  // The kernel's own answer for /proc is a disk without one free block.
  await becomes('/proc')
  const { secret } = await office.settleIn('supervisor')
  const at = office.browser()
  expect((await office.signIn('supervisor', undefined, at)).body).toEqual({ next: 'secondFactor' })
  office.clock.pass(60)
  const code = office.phone(secret ?? '')
  expect((await at.post('/api/sign-in/second-factor', { code })).status).toBe(200)
  const handler = office.browser()
  expect((await office.signIn('handler', undefined, handler)).body).toEqual({ next: null })
  expect((await handler.get('/api/me')).status).toBe(200)
  const { body } = await handler.post('/api/my/password', { old: 'x', password: 'y' })
  expect(body.code).toBe('request.disk_full')
  expect((await handler.post('/api/my/post', { postId: office.id })).body.code).toBe('request.not_found')
  expect((await at.post('/api/oidc/start', {})).body.code).toBe('request.invalid')
  expect((await at.post('/api/oidc/providers', {})).body.code).toBe('request.disk_full')
  for (const one of [at, handler]) expect((await one.post('/api/sign-out')).status).toBe(200)
})
