import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import type { Me, SheetImport } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { query } from '../support/query.ts'
import { savedSheet, sheetForm } from '../support/sheets.ts'
import { launchEvidenceServer } from './support/evidence-process.ts'

const rows = 4_000

let office: Awaited<ReturnType<typeof openOffice>>
let cookie: string
let sheet: Buffer
let server: { child: ChildProcess; address: string }
beforeAll(async () => {
  office = await openOffice({ today: '2023-07-01' })
  await office.adopt({ text: smallReport })
  cookie = await office.sessionOf((await (await office.as('经办人')).get<Me>('/api/me')).officer.id)
  const lines = Array.from({ length: rows }, (_, i) => ['2023-06-20', 'T1.1', '公共事务中心', 1, `第${i}处`])
  sheet = await savedSheet([['日期', '目标', '填报单位', '完成数', '说明'], ...lines])
  server = await launchEvidenceServer(office)
}, 120_000)
afterAll(async () => {
  await gone()
  await office.close()
})

/** The server dies at once, as when the power goes. */
async function gone(): Promise<void> {
  const { child } = server
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await ended
}
const comesBack = async () => {
  await gone()
  server = await launchEvidenceServer(office)
}

const upload = (key: string) =>
  fetch(`${server.address}/api/imports`, {
    method: 'POST',
    headers: { cookie, 'idempotency-key': key },
    body: sheetForm('progress', sheet),
  })
const accept = (one: SheetImport, key: string) =>
  fetch(`${server.address}/api/imports/${one.id}/accept`, {
    method: 'POST',
    headers: {
      cookie,
      'content-type': 'application/json',
      'idempotency-key': key,
      'if-match': `"${one.version}"`,
    },
    body: '{}',
  })
const seen = async (id: string) =>
  (await (await fetch(`${server.address}/api/imports/${id}`, { headers: { cookie } })).json()) as SheetImport
const onceIn = async (id: string, state: SheetImport['state']): Promise<SheetImport> => {
  for (;;) {
    const one = await seen(id)
    if (one.state === state) return one
    await new Promise((go) => setTimeout(go, 50))
  }
}
const count = async (what: string) => {
  const [row] = await query<{ n: string }>(office.database.root, `select count(*) as n from ${what}`)
  return Number(row?.n)
}

test('上传到一半断电：没有半次导入，同一个键再传就是那一次', async () => {
  const key = randomUUID()
  const cut = upload(key).catch(() => null)
  await new Promise((go) => setTimeout(go, 5))
  await comesBack()
  await cut
  const whole = await upload(key)
  expect(whole.status).toBe(201)
  expect(await count('sheet_import')).toBe(1)
  expect(await count('sheet_import_step where seq < 1')).toBe(0)
}, 60_000)

test('读到一半、看到一半断电：起来自己接着做，页面看到的还是那一次', async () => {
  const { id } = (await (await upload(randomUUID())).json()) as SheetImport
  await comesBack()
  await new Promise((go) => setTimeout(go, 300))
  await comesBack()
  const ready = await onceIn(id, 'ready')
  expect(ready.counts).toMatchObject({ new: rows, refused: 0 })
}, 120_000)

test('导入到一半断电：一行也没有进去，同一个键再点一次，全部进去，只一次', async () => {
  const before = await count('entry')
  const { id } = (await (await upload(randomUUID())).json()) as SheetImport
  const ready = await onceIn(id, 'ready')
  const key = randomUUID()
  const cut = accept(ready, key).catch(() => null)
  await new Promise((go) => setTimeout(go, 250))
  await gone()
  await cut
  expect(await count('entry')).toBe(before)
  expect(await count(`sheet_import_row where import_id = '${id}'`)).toBe(0)
  server = await launchEvidenceServer(office)
  const again = await accept(await onceIn(id, 'ready'), key)
  expect(again.status).toBe(200)
  expect(await count('entry')).toBe(before + rows)
  const repeated = await accept(ready, key)
  expect([200, 409]).toContain(repeated.status)
  expect(await count('entry')).toBe(before + rows)
}, 120_000)
