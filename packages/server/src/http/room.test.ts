import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { refuseWithoutRoom } from './room.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-room-'))
afterAll(() => rmSync(folder, { recursive: true }))

// The kernel's own answer for /proc is a disk without one free block.
const disk = join(folder, 'disk')
const becomes = (place: string) => {
  rmSync(disk, { force: true })
  symlinkSync(place, disk)
}

test('磁盘满了：写的说明原因后拒绝，看的照常；腾出空间后不用重启就能写', async () => {
  becomes('/proc')
  const app = Fastify()
  refuseWithoutRoom(app, disk)
  let written = 0
  app.get('/api/wall', async () => 'wall')
  app.post('/api/entries', async () => {
    written += 1
    return 'done'
  })
  const write = () => app.inject({ method: 'POST', url: '/api/entries' })
  const refused = await write()
  expect(refused.statusCode).toBe(503)
  expect(refused.json()).toMatchObject({ code: 'request.disk_full' })
  expect((await app.inject('/api/wall')).statusCode).toBe(200)
  expect(written).toBe(0)
  becomes(folder)
  await sleep(1100)
  expect((await write()).statusCode).toBe(200)
  expect(written).toBe(1)
  await app.close()
})

test('数据在别的机器上时，本机的磁盘不作数', async () => {
  const app = Fastify()
  refuseWithoutRoom(app, null)
  app.post('/api/entries', async () => 'done')
  expect((await app.inject({ method: 'POST', url: '/api/entries' })).statusCode).toBe(200)
  await app.close()
})
