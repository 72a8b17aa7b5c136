import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditCheckpoints, Holding, Me, People } from '@guatu/contract'
import { readLine } from '@guatu/core/audit'
import { type Instant, instant } from '@guatu/core/shared'
import { buildApp } from '@guatu/server'
import { keepCheckpoints } from '@guatu/server/platform/audit/keep-checkpoints'
import { sealedBy } from '@guatu/server/platform/audit/sealing'
import { openDatabase } from '@guatu/server/platform/db'
import { freshDatabase } from '@guatu/server/platform/testing/fresh-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { personIn } from '../authorisation/single-duties.ts'
import { onLan, turnInto } from '../support/formal.ts'
import { openOfficeIn } from '../support/office.ts'
import { storyKeys } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { type Person, personOf } from '../support/person.ts'
import { query } from '../support/query.ts'

const minute = 60_000
const hour = 60 * minute
const start = Date.parse('2023-07-03T01:00:00.000Z')

/** An office with a second folder, on a clock that is moved by hand. */
async function openWitnessed() {
  const database = await freshDatabase()
  const raw = openDatabase(database.connections)
  const db = sealedBy(raw, storyKeys)
  const scratch = mkdtempSync(join(tmpdir(), 'guatu-witness-'))
  const folder = join(scratch, '第二处')
  const dataFolder = join(scratch, 'data')
  let at = start
  const clock = { now: (): Instant => instant(new Date(at++).toISOString()) }
  const needs = { db: raw, clock, keys: storyKeys, filesFolder: join(scratch, 'files'), webRoot: null, dataFolder }
  mkdirSync(dataFolder)
  const [app, lan] = [await buildApp(needs), await buildApp({ ...needs, network: 'lan' })]
  const office = await openOfficeIn(app, '青禾街道', ['城管办'])
  const person = async (duty: 'systemAdmin' | 'securityAdmin' | 'auditAdmin', position: number) => {
    const id = await personIn({ id: office.id, database }, duty, position)
    return personOf(lan, duty, onLan(await office.sessionOf(id)))
  }
  const [system, security, auditor] = [
    await person('systemAdmin', 91),
    await person('securityAdmin', 92),
    await person('auditAdmin', 93),
  ]
  const turn = (kind: 'formal' | 'trial') => turnInto(kind, database.root, office.id)
  await turn('formal')
  return {
    office,
    system,
    security,
    auditor,
    database,
    folder,
    app,
    lan,
    turn,
    /** Later; everybody has signed in anew by then. */
    goTo: async (ms: number) => {
      at = start + ms
      const now = new Date(at).toISOString()
      await query(database.root, `update session set started_at = '${now}', last_seen_at = '${now}'`)
    },
    plug: () => {
      mkdirSync(folder)
      writeFileSync(join(folder, 'guatu-witness'), '')
    },
    nameFolder: () =>
      query(
        database.root,
        `insert into witness (office_id, since, folder) values ('${office.id}', '${new Date(start).toISOString()}', '${folder}')`,
      ),
    look: () => keepCheckpoints({ db, clock, dataFolder }, { records: 1, milliseconds: 0 }),
    close: async () => {
      await app.close()
      await lan.close()
      await raw.close()
      await database.drop()
      rmSync(scratch, { recursive: true })
    },
  }
}

let story: Awaited<ReturnType<typeof openWitnessed>>
beforeEach(async () => {
  story = await openWitnessed()
})
afterEach(() => story.close())

/** Applies for a holding, which is no official act, and gives what confirming it asks. */
async function applied(system: Person, name: string) {
  const { units } = await system.get<People>('/api/people')
  const post = units.flatMap((unit) => unit.posts).find(({ title }) => title === '经办人')
  const body = { postId: post?.id, officer: { name }, kind: 'holder', from: '2023-07-01' }
  const { id } = await system.post<Pick<Holding, 'id'>>('/api/holdings', body)
  return { method: 'POST', path: `/api/holdings/${id}/confirm`, body: {}, version: 1 } as const
}
const state = () => story.auditor.get<AuditCheckpoints>('/api/audit/checkpoints')

test('第二个文件夹拔掉以后：3小时59分照常确认任职，4小时01分停办并说明怎么办，接好后自动恢复', async () => {
  story.plug()
  await story.nameFolder()
  await story.look()
  expect((await state()).checkpoints[0]?.witnessed).toMatchObject({ as: 'folder' })
  renameSync(story.folder, `${story.folder}-拔掉`)
  const [early, late] = [await applied(story.system, '王早'), await applied(story.system, '王晚')]
  await story.goTo(3 * hour + 59 * minute)
  await story.look()
  await story.security.post(early.path, {}, { version: 1 })
  await story.goTo(4 * hour + 1 * minute)
  await story.look()
  const refused = await story.security.refused(late)
  expect(refused.code).toBe('audit.witness_missing')
  expect(refused.says.zh).toContain('4小时')
  expect(refused.next.zh).toContain('已打印留存')
  expect((await state()).witness).toMatchObject({ stopped: true, folder: story.folder })
  // What is no official act goes on.
  await applied(story.system, '王照常')
  renameSync(`${story.folder}-拔掉`, story.folder)
  await story.look()
  expect((await state()).witness.stopped).toBe(false)
  await story.security.post(late.path, {}, { version: 1 })
})

test('送出去的文件就是检查点，一个不缺一个不重；没有标记的空文件夹（没插盘）不写', async () => {
  story.plug()
  await story.nameFolder()
  await story.look()
  await applied(story.system, '王一')
  await story.look()
  await story.look()
  const file = join(story.folder, `${story.office.id}.jsonl`)
  const sizes = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => readLine(line))
    .map((line) => (line?.kind === 'checkpoint' ? line.value.size : 0))
  expect(sizes).toEqual((await state()).checkpoints.map(({ size }) => size).toReversed())
  rmSync(join(story.folder, 'guatu-witness'))
  rmSync(file)
  await applied(story.system, '王二')
  await story.look()
  expect(existsSync(file)).toBe(false)
  expect((await state()).checkpoints[0]?.witnessed).toBeNull()
})

test('审计管理员打印检查点并登记留存，也算送出本机：正式事项恢复，同一个不能登记两次', async () => {
  await story.nameFolder()
  const asked = await applied(story.system, '王晚')
  await story.goTo(5 * hour)
  expect((await story.security.refused(asked)).code).toBe('audit.witness_missing')
  const { size } = await story.auditor.post<{ size: number }>('/api/audit/checkpoints', {})
  const path = `/api/audit/checkpoints/${size}/printed`
  expect((await story.auditor.refused({ method: 'POST', path: path.replace(/\d+/, '99999'), body: {} })).code).toBe(
    'audit.checkpoint_unknown',
  )
  await story.auditor.post(path, {})
  expect((await story.auditor.refused({ method: 'POST', path, body: {} })).code).toBe('audit.checkpoint_taken')
  expect((await state()).checkpoints.find((one) => one.size === size)?.witnessed).toMatchObject({ as: 'paper' })
  await story.security.post(asked.path, {}, { version: 1 })
})

test('从来没有定第二处：页面上看得出，但不停办', async () => {
  const asked = await applied(story.system, '王晚')
  await story.goTo(48 * hour)
  expect((await state()).witness).toMatchObject({ folder: null, stopped: false })
  await story.security.post(asked.path, {}, { version: 1 })
})

test('采用计划也是正式事项；试用单位不受影响', async () => {
  await story.turn('trial')
  const review = await story.office.bringIn({ text: smallReport })
  const clerk = await story.office.as('督查专员')
  const { officer } = await clerk.get<Me>('/api/me')
  const cookie = onLan(await story.office.sessionOf(officer.id))
  await story.turn('formal')
  await story.nameFolder()
  const body = { withOpen: true, adoptedOn: '2023-07-03', paperNumber: '' }
  const adopt = { method: 'POST', path: `/api/sources/${review.id}/adopt`, body, version: review.version } as const
  await story.goTo(5 * hour)
  expect((await personOf(story.lan, '督查', cookie).refused(adopt)).code).toBe('audit.witness_missing')
  await story.turn('trial')
  await clerk.post(adopt.path, body, { version: review.version })
})
