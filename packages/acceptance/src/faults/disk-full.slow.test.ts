import { spawnSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { judge } from './support/checker.ts'
import { faultyServer } from './support/faulty-server.ts'
import { httpApp } from './support/http-app.ts'
import { storedIn } from './support/stored.ts'
import { enter, openWritten } from './support/writers.ts'

const server = faultyServer()
const disk = join(server.dataFolder, '..')
const mount = (...args: readonly string[]) => spawnSync('mount', args).status === 0
let isMounted = false
afterAll(async () => {
  await server.kill('everything')
  if (isMounted) spawnSync('umount', ['-l', disk])
  await server.remove()
})

// Only root can make a small disk. What refuses is tried for everybody in server/src/http/room.test.ts.
if (process.getuid?.() === 0)
  test('小磁盘写满：写的被拒绝并说明，已确认的一行不少；腾出空间后接着写', async () => {
    isMounted = mount('-t', 'tmpfs', '-o', 'size=460m,mode=711', 'tmpfs', disk)
    expect(isMounted).toBe(true)
    await server.start()
    const office = await openWritten(httpApp(server.origin), '满盘街道')
    const handler = await office.as('经办人')
    expect(await enter(handler, 'before')).toBe(true)

    const { bavail, bsize } = statfsSync(disk)
    const filler = join(disk, 'filler')
    writeFileSync(filler, Buffer.alloc(bavail * bsize - 200 * 1024 * 1024, 1))
    await sleep(1100)
    const body = {
      values: { on: '2023-06-20', target: 'T1.1', unit: '城管办', quantity: '1', note: 'full', paper: '' },
    }
    const path = '/api/registers/progress/entries'
    expect(await handler.ask({ method: 'POST', path, body, key: 'fault-full' })).toMatchObject({
      status: 503,
      body: { code: 'request.disk_full' },
    })
    expect((await office.wall()).areas.length).toBeGreaterThan(0)

    rmSync(filler)
    await sleep(1100)
    expect(await enter(handler, 'full')).toBe(true)
    const { ids, halves } = await storedIn(server.dataFolder, office.id)
    const all = new Set(['before', 'full'])
    expect(judge({ attempted: all, acknowledged: all }, ids)).toEqual({ lost: [], unasked: [], twice: [] })
    expect(halves).toBe(0)
  }, 180_000)
