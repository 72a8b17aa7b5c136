import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nameWitness } from '@guatu/server/audit/name-witness'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'

const scratch = mkdtempSync(join(tmpdir(), 'guatu-name-witness-'))
const dataFolder = join(scratch, 'data')
let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  mkdirSync(dataFolder)
  office = await openOffice()
})
afterAll(async () => {
  await office.close()
  rmSync(scratch, { recursive: true })
})

const urlOf = ({ user, password, database, host }: pg.PoolConfig): string =>
  `postgresql://${user}:${String(password)}@/${database}?host=${encodeURIComponent(String(host))}`
const name = (given: string | null | undefined) =>
  nameWitness(given, { dataFolder, url: urlOf(office.database.root) }, office.clock)
const codeOf = (given: string) =>
  name(given).then(
    () => 'named',
    (error: { problem?: { code: string } }) => error.problem?.code,
  )

test('定第二处：文件夹要在，不能在数据文件夹里；定了留下标记，可以再取消', async () => {
  expect((await name(undefined)).offices).toEqual([{ name: '青禾街道', witness: null }])
  expect(await codeOf(join(scratch, '没有'))).toBe('witness.folder_missing')
  mkdirSync(join(dataFolder, '里面'))
  expect(await codeOf(join(dataFolder, '里面'))).toBe('witness.folder_inside')
  const folder = join(scratch, '第二处')
  mkdirSync(folder)
  const named = await name(folder)
  expect(named).toMatchObject({ sameDisk: true, offices: [{ witness: { folder } }] })
  expect(existsSync(join(folder, 'guatu-witness'))).toBe(true)
  expect((await name(null)).offices).toMatchObject([{ witness: { folder: null } }])
})
