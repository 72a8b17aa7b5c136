import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { OfficeExport, OfficeExports } from '@guatu/contract'
import { buildApp } from '@guatu/server'
import { openArchive } from '@guatu/server/backup/archive-reader'
import { sweepFiles } from '@guatu/server/evidence/sweep'
import { systemClock } from '@guatu/server/platform/clock'
import { openDatabase } from '@guatu/server/platform/db'
import { openFiles } from '@guatu/server/platform/files'
import { noLimits } from '@guatu/server/platform/rates/limits'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice, storyKeys } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import type { Person } from '../support/person.ts'
import { query } from '../support/query.ts'
import { launchEvidenceServer } from './support/evidence-process.ts'

// A short form in every run; GUATU_KILLS says how often in a long one.
const kills = Number(process.env.GUATU_KILLS ?? 2)
const rows = 4_000

let office: Awaited<ReturnType<typeof openOffice>>
let clerk: Person
const scratch = mkdtempSync(join(tmpdir(), 'guatu-export-faults-'))
const mounts: string[] = []
beforeAll(async () => {
  office = await openOffice()
  await office.adopt({ text: smallReport })
  await office.report('T1.1', '2023-03-20 3', { note: '本单位的行' })
  // Enough that the making can be hit in the middle.
  await query(
    office.database.root,
    `insert into entry (office_id, id, root_id, register, target_id, unit_id, true_on, known_at, entered_by, content, natural_key, because, number_year, serial)
     select office_id, fresh, fresh, register, target_id, unit_id, true_on, known_at, entered_by, content, natural_key || n, because, number_year, serial + n
     from entry, (select n, gen_random_uuid() as fresh from generate_series(1, ${rows - 1}) n) s`,
  )
  clerk = await office.as('督查专员')
}, 120_000)
afterAll(async () => {
  for (const folder of mounts) spawnSync('umount', ['-l', folder])
  rmSync(scratch, { recursive: true, force: true })
  await office.close()
})

const isTemporary = (name: string) => name.startsWith('.')
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
const temporaryIn = (folder: string) => readdirSync(folder).filter(isTemporary)
const exportOf = async (id: string): Promise<OfficeExport> =>
  (await clerk.get<OfficeExports>('/api/exports')).exports.find((one) => one.id === id) ?? expect.fail(id)

/** An export that is confirmed and not begun: as if the server had stopped right after the confirmation. */
async function confirmed(): Promise<string> {
  const { id } = await clerk.post<OfficeExport>('/api/exports', {})
  await query(
    office.database.root,
    `update office_export set confirmed_by = asked_by, confirmed_at = asked_at, until = '2099-01-01' where id = '${id}'`,
  )
  return id
}

const end = async (id: string) => {
  const { version } = await exportOf(id)
  await clerk.post(`/api/exports/${id}/end`, { because: '试完了' }, { version })
}

/** Another process of the server, on a folder of its own. */
async function serverOn(filesFolder: string, dataFolder: string | null) {
  const db = openDatabase(office.database.connections)
  const needs = { clock: office.clock, keys: storyKeys, webRoot: null, limits: noLimits }
  const app = await buildApp({ ...needs, db, filesFolder, dataFolder })
  await app.ready()
  return {
    close: async () => {
      await app.close()
      await db.close()
    },
    app,
  }
}

test(`制作途中强行结束 ${kills} 次：没有半个文件能下载；再启动就做完，文件是完整的；没人要的扫得掉`, async () => {
  const id = await confirmed()
  let inTheMiddle = 0
  let once = 0
  while ((await exportOf(id)).state === 'making' && once < kills) {
    const before = new Set(temporaryIn(office.filesFolder))
    const { child } = await launchEvidenceServer(office)
    const ended = new Promise((done) => child.once('exit', done))
    const begun = () => temporaryIn(office.filesFolder).some((name) => !before.has(name))
    for (let waited = 0; waited < 500 && !begun(); waited += 1) await sleep(2)
    await sleep(Math.random() * 150)
    child.kill('SIGKILL')
    await ended
    once += 1
    if (begun()) inTheMiddle += 1
    const { state, made } = await exportOf(id)
    expect(made === null, `kill ${once}`).toBe(state === 'making')
  }
  expect(inTheMiddle).toBeGreaterThan(0)
  const server = await serverOn(office.filesFolder, null)
  await expect.poll(async () => (await exportOf(id)).state, { timeout: 60_000 }).toBe('ready')
  await server.close()
  const { made } = await exportOf(id)
  const path = openFiles(office.filesFolder).pathOf(made?.sha256 ?? '')
  expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(made?.sha256)
  const archive = await openArchive(path)
  let lines = 0
  for await (const chunk of archive.read('数据/entry.jsonl')) lines += String(chunk).split('\n').length - 1
  archive.close()
  expect(lines).toBe(rows)

  const twoHoursAgo = new Date(Date.now() - 7_200_000)
  const sweep = async () => {
    for (const file of filesIn(office.filesFolder)) utimesSync(file, twoHoursAgo, twoHoursAgo)
    const db = openDatabase(office.database.connections)
    const swept = await sweepFiles(openFiles(office.filesFolder), db, systemClock)
    await db.close()
    return swept
  }
  await sweep()
  expect(filesIn(office.filesFolder)).toEqual([path])
  await end(id)
  expect(await sweep()).toBe(1)
  expect(filesIn(office.filesFolder)).toEqual([])
}, 3_600_000)

test('正常停机不等它做完，也不说它没做成；下次启动做完', async () => {
  const id = await confirmed()
  const folder = join(scratch, 'stopped')
  mkdirSync(folder)
  const first = await serverOn(folder, null)
  await first.close()
  const { state, trouble } = await exportOf(id)
  expect([state, trouble]).toEqual(['making', null])
  expect(filesIn(folder)).toEqual([])
  const second = await serverOn(folder, null)
  await expect.poll(async () => (await exportOf(id)).state, { timeout: 60_000 }).toBe('ready')
  await second.close()
  await end(id)
}, 120_000)

function smallDisk(name: string, size: string): string {
  const folder = join(scratch, name)
  mkdirSync(folder)
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status).toBe(0)
  mounts.push(folder)
  return folder
}

const troubled = (id: string) =>
  expect.poll(async () => (await exportOf(id)).trouble?.code, { timeout: 60_000 }).toBe('export.disk_full')

// Only root can make a small disk.
if (process.getuid?.() === 0) {
  test('磁盘写满：说明没做成，半个文件也不留；腾出空间再启动就做完', async () => {
    const id = await confirmed()
    const folder = smallDisk('full', '64k')
    const server = await serverOn(folder, null)
    await troubled(id)
    expect(filesIn(folder)).toEqual([])
    await server.close()
    expect(spawnSync('mount', ['-o', 'remount,size=64m', folder]).status).toBe(0)
    const again = await serverOn(folder, null)
    await expect.poll(async () => (await exportOf(id)).state, { timeout: 60_000 }).toBe('ready')
    expect((await exportOf(id)).trouble).toBeNull()
    await again.close()
    await end(id)
  }, 120_000)

  test('磁盘只剩数据库要用的余地：导出先停下，不等到写满', async () => {
    const id = await confirmed()
    const folder = smallDisk('low', '400m')
    writeFileSync(join(folder, 'filler'), Buffer.alloc(200 * 1024 * 1024, 1))
    const server = await serverOn(folder, folder)
    await troubled(id)
    expect(filesIn(folder)).toEqual([join(folder, 'filler')])
    await server.close()
    await end(id)
  }, 120_000)
}
