import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EvidenceBrought, Me } from '@guatu/contract'
import { sweepFiles } from '@guatu/server/evidence/sweep'
import { systemClock } from '@guatu/server/platform/clock'
import { openDatabase } from '@guatu/server/platform/db'
import { openFiles } from '@guatu/server/platform/files'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesForm } from '../support/office.ts'
import { openOffice } from '../support/open-office.ts'
import { query } from '../support/query.ts'
import { launchEvidenceServer } from './support/evidence-process.ts'

// A short form in every run; GUATU_KILLS says how often in a long one.
const kills = Number(process.env.GUATU_KILLS ?? 4)

let office: Awaited<ReturnType<typeof openOffice>>
let cookie: string
beforeAll(async () => {
  office = await openOffice()
  cookie = await office.sessionOf((await (await office.as('经办人')).get<Me>('/api/me')).officer.id)
})
afterAll(() => office.close())

const filesOnDisk = () =>
  readdirSync(office.filesFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const hashNamed = (path: string) => path.slice(office.filesFolder.length + 1).replace('/', '')
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Rows without their file, and files in their place whose bytes are not those of their name. */
async function faults(): Promise<{ withoutFile: string[]; wrongHash: string[] }> {
  const rows = await query<{ sha256: string }>(office.database.root, 'select distinct sha256 from evidence')
  const placed = filesOnDisk().filter((path) => /^[0-9a-f]{64}$/.test(hashNamed(path)))
  const held = new Set(placed.map(hashNamed))
  return {
    withoutFile: rows.map((row) => row.sha256).filter((sha256) => !held.has(sha256)),
    wrongHash: placed.filter((path) => hashOf(path) !== hashNamed(path)),
  }
}

const launch = () => launchEvidenceServer(office)

const picture = () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(40_000)])

/** Brings pictures one request after the other until the server is gone; tells the hashes that were acknowledged. */
async function bringUntilGone(address: string, heard: () => void): Promise<string[]> {
  const acknowledged: string[] = []
  try {
    for (;;) {
      const pictures = [picture(), picture(), picture()]
      const reply = await fetch(`${address}/api/evidence`, {
        method: 'POST',
        headers: { cookie, 'idempotency-key': randomUUID() },
        body: filesForm(...pictures.map((bytes, i) => new File([bytes], `${i}.png`))),
      })
      const { files } = (await reply.json()) as EvidenceBrought
      expect(files.every(({ evidence }) => evidence !== null)).toBe(true)
      acknowledged.push(...pictures.map((bytes) => createHash('sha256').update(bytes).digest('hex')))
      heard()
    }
  } catch (error) {
    // Cut off in the middle: what was being brought may be there or not.
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error
    return acknowledged
  }
}

test(`上传途中强行结束 ${kills} 次：没有一行缺文件，没有一个文件是坏的，没人要的文件扫得掉`, async () => {
  const acknowledged: string[] = []
  const ready = [launch(), launch(), launch()]
  for (let kill = 0; kill < kills; kill += 1) {
    const { child, address } = await (ready.shift() ?? launch())
    if (kill + ready.length + 1 < kills) ready.push(launch())
    const ended = new Promise((done) => child.once('exit', done))
    const first = Promise.withResolvers<void>()
    const brought = Promise.all([1, 2, 3].map(() => bringUntilGone(address, first.resolve)))
    // Every other one dies before it has answered anybody, the rest while they are well at work.
    if (kill % 2 === 1) await first.promise
    await new Promise((done) => setTimeout(done, 40 + Math.random() * 260))
    child.kill('SIGKILL')
    await ended
    acknowledged.push(...(await brought).flat())
    expect(await faults(), `kill ${kill}`).toEqual({ withoutFile: [], wrongHash: [] })
  }
  const rows = await query<{ sha256: string }>(office.database.root, 'select distinct sha256 from evidence')
  const named = new Set(rows.map((row) => row.sha256))
  expect(acknowledged.filter((sha256) => !named.has(sha256))).toEqual([])
  const orphans = filesOnDisk().filter((path) => !named.has(hashNamed(path)))
  const twoHoursAgo = new Date(Date.now() - 7_200_000)
  for (const path of filesOnDisk()) utimesSync(path, twoHoursAgo, twoHoursAgo)
  const db = openDatabase(office.database.connections)
  expect(await sweepFiles(openFiles(office.filesFolder), db, systemClock)).toBe(orphans.length)
  await db.close()
  expect(new Set(filesOnDisk().map(hashNamed))).toEqual(named)
  expect(acknowledged.length).toBeGreaterThanOrEqual(Math.floor(kills / 2) * 3)
  console.log(
    `${kills} kills, ${acknowledged.length} acknowledged, ${named.size} rows, ${orphans.length} swept, 0 faults`,
  )
}, 3_600_000)

test('年轻的文件不扫，哪怕还没有哪一行提到它', async () => {
  const young = join(office.filesFolder, '.young')
  writeFileSync(young, '还在上传')
  const db = openDatabase(office.database.connections)
  expect(await sweepFiles(openFiles(office.filesFolder), db, systemClock)).toBe(0)
  await db.close()
  rmSync(young)
})

// The controls: what a store that writes its row first, or writes into place, would leave behind.
test('先记行、后写文件的写法，核对人看得出；写了一半就在原位的文件也看得出', async () => {
  const sha256 = 'ab'.repeat(32)
  await query(
    office.database.root,
    `insert into evidence select office_id, gen_random_uuid(), '${sha256}', 1, 'image/png', 'x', id, now() from officer limit 1`,
  )
  const [whole = ''] = filesOnDisk()
  writeFileSync(whole, readFileSync(whole).subarray(0, 100))
  expect(await faults()).toEqual({ withoutFile: [sha256], wrongHash: [whole] })
})
