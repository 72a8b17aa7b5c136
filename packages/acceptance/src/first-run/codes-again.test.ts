import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FormalOffice } from '@guatu/contract'
import { codesAgain } from '@guatu/server/first-run/codes-again'
import { keyFileOf } from '@guatu/server/platform/keys'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStory, type Story } from '../support/open-office.ts'
import { ask } from '../support/person.ts'
import { query } from '../support/query.ts'

const scratch = mkdtempSync(join(tmpdir(), 'guatu-codes-again-'))
const dataFolder = join(scratch, 'data')
let story: Story
let lan: FastifyInstance
let begun: FormalOffice

beforeAll(async () => {
  mkdirSync(dataFolder)
  // The key that the story's server seals its records with.
  writeFileSync(keyFileOf(dataFolder), Buffer.alloc(32, 7).toString('base64'))
  story = await openStory('2023-07-01')
  lan = await story.lan()
  const administrators = { systemAdmin: '王系统', securityAdmin: '李安全', auditAdmin: '赵审计' }
  const body = { name: '青禾街道', units: ['城管办'], administrators }
  const asked = { method: 'POST', path: '/api/formal-offices', body, key: randomUUID() } as const
  begun = (await ask<FormalOffice>(story.app, null, asked)).body
  const trial = { method: 'POST', path: '/api/offices', body: { name: '试用街道', units: [] } } as const
  await ask(story.app, null, trial)
}, 60_000)
afterAll(async () => {
  await story.close()
  rmSync(scratch, { recursive: true })
})

const urlOf = ({ user, password, database, host }: pg.PoolConfig): string =>
  `postgresql://${user}:${String(password)}@/${database}?host=${encodeURIComponent(String(host))}`
const again = (named: string) => codesAgain(named, { dataFolder, url: urlOf(story.database.root) }, story.clock)
const refused = (named: string) =>
  again(named).then(
    () => 'issued',
    (error: { problem?: { code: string } }) => error.problem?.code,
  )
const enterWith = async ({ loginName = '', code = '' }: { loginName?: string; code?: string } = {}) => {
  const body = { officeId: begun.officeId, loginName, code, password: 'Qingshan-Lvshui-2023' }
  return (await ask(lan, null, { method: 'POST', path: '/api/sign-in/first', body })).status
}
const trail = () =>
  query<{ route: string; officer_id: string | null; outcome: string }>(
    story.database.root,
    `select route, officer_id, outcome from audit where office_id = '${begun.officeId}' order by seq desc limit 1`,
  )

test('三张口令码单都丢了：本机命令重出三张，旧的作废，记在审计里；有人设过口令就不再出', async () => {
  const issued = await again('青禾街道')
  expect(issued.slips.map(({ name, loginName }) => [name, loginName])).toEqual(
    begun.slips.map(({ name, loginName }) => [name, loginName]),
  )
  expect(await trail()).toEqual([{ route: 'guatu office codes', officer_id: null, outcome: 'done' }])
  expect(await enterWith(begun.slips[0])).not.toBe(200)
  expect(await enterWith(issued.slips[0])).toBe(200)
  expect(await refused('青禾街道')).toBe('first_run.codes_used')
  // What was refused voided nothing.
  expect(await enterWith(issued.slips[1])).toBe(200)
})

test('没有这个单位，或者还在试用：不出', async () => {
  expect(await refused('没有街道')).toBe('first_run.formal_unknown')
  expect(await refused('试用街道')).toBe('first_run.formal_unknown')
})
