import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Me, WallChart } from '@guatu/contract'
import { afterAll, expect, test } from 'vitest'
import { checkout } from '../support/guatu-process.ts'
import { faultyServer } from './support/faulty-server.ts'
import { httpApp } from './support/http-app.ts'
import { recordedIn, recorderIn } from './support/recorder.ts'
import { storedIn } from './support/stored.ts'
import { openWritten, startWriters } from './support/writers.ts'

const old = faultyServer()
const fresh = faultyServer()
afterAll(() => Promise.all([old.remove(), fresh.remove()]))

const run = promisify(execFile)
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** One line of the manual, typed as it stands there. */
const guatu = (...line: readonly string[]) => {
  const { DATABASE_URL: _, GUATU_DATA: __, ...env } = process.env
  return run(process.execPath, [join(checkout, 'packages', 'cli', 'src', 'main.ts'), ...line], { env })
}

test('恢复演练：边写边备份，换一台空机器恢复，墙和台账与备份那一刻一样', async () => {
  let running = old
  await old.start()
  const office = await openWritten(
    httpApp(() => running.origin()),
    '演练街道',
  )
  expect((await office.verify(await office.report('T1.1', '2023-03-20 7'))).verified).toBe(1)
  const leader = (await (await office.as('分管领导')).get<Me>('/api/me')).officer.id
  const wall = async (known: string): Promise<WallChart> => {
    const cookie = await office.sessionOf(leader)
    const query = new URLSearchParams({ year: '2023', on: '2023-12-31', known })
    const reply = await fetch(new URL(`/api/wall?${query}`, running.origin()), { headers: { cookie } })
    expect(reply.status).toBe(200)
    return (await reply.json()) as WallChart
  }
  const known = new Date().toISOString()
  const before = await wall(known)

  const home = join(old.dataFolder, '..')
  const file = join(home, 'backup.zip')
  const recorder = recorderIn(join(home, 'book'))
  const writers = startWriters(await office.as('经办人'), recorder, 'drill', 2)
  await writers.underWay
  await wait(300)
  const promised = recordedIn(join(home, 'book')).acknowledged
  await guatu('backup', file, '--data', old.dataFolder)
  await writers.stop()
  recorder.close()
  const all = await storedIn(old.dataFolder, office.id)
  await old.kill('everything')

  const began = Date.now()
  await guatu('restore', file, '--key', join(old.dataFolder, 'master.key'), '--data', fresh.dataFolder)
  await fresh.start()
  const back = Date.now() - began
  running = fresh
  const restored = await storedIn(fresh.dataFolder, office.id)
  expect(await wall(known)).toEqual(before)
  expect([...promised].filter((id) => !restored.ids.includes(id))).toEqual([])
  expect(restored.ids.filter((id) => !all.ids.includes(id))).toEqual([])
  expect(restored.halves).toBe(all.halves)
  // Rows went on being written while the backup was made, and it stopped at its moment.
  expect(promised.size).toBeGreaterThan(0)
  expect(restored.ids.length).toBeLessThan(all.ids.length)
  console.log(`${restored.ids.length} of ${all.ids.length} rows at the moment of the backup; back in ${back} ms`)
}, 300_000)
