import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { systemClock } from '../platform/clock.ts'
import { openKeys } from '../platform/keys.ts'
import { type FreshDatabase, freshDatabase } from '../platform/testing/fresh-database.ts'
import { openArchive } from './archive-reader.ts'
import { archiveTo } from './archive-writer.ts'
import { checkBackup, keysFrom } from './check-backup.ts'
import { makeBackup } from './make-backup.ts'
import { backupKey, type Manifest, manifestName } from './manifest.ts'
import { restoreBackup } from './restore-backup.ts'
import { noSeal, sealFile } from './seal.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-backup-'))
chmodSync(folder, 0o711)
const data = join(folder, 'data')
const file = join(folder, 'made.zip')
const key = join(data, 'master.key')

/** A socket's folder cannot stand where a host name stands, so it travels as a parameter. */
function urlOf({ user, password, host }: pg.PoolConfig, database: string): string {
  const url = new URL(`postgres://localhost/${database}`)
  url.username = user ?? ''
  url.password = String(password)
  url.searchParams.set('host', host ?? '')
  return url.href
}

async function ask<T extends pg.QueryResultRow>(database: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ ...inject('cluster').root, database })
  await client.connect()
  try {
    return (await client.query<T>(sql, values)).rows
  } finally {
    await client.end()
  }
}

// What the text form of COPY has to escape, and what stands for the end of data or for nothing in it.
const oddNames = ['科室\t一', 'a\\b', '\\.', '\\N', 'x\ny\r', "'; drop table office; --", '𠮷野', '']
const offices = [randomUUID(), randomUUID()]

let source: FreshDatabase
const sourceName = () => String(source.root.database)
const made: string[] = []

async function emptyDatabase(): Promise<string> {
  const name = `restored_${randomUUID().replaceAll('-', '')}`
  await ask('postgres', `create database ${name}`)
  made.push(name)
  return name
}

beforeAll(async () => {
  source = await freshDatabase()
  for (const [at, id] of offices.entries()) {
    await ask(
      sourceName(),
      "insert into office (id, name, kind, sample_today, created_at) values ($1, $2, 'sample', '2023-07-01', now())",
      [id, `单位${at}`],
    )
    for (const name of oddNames)
      await ask(
        sourceName(),
        "insert into unit (office_id, id, name, kind, created_at) values ($1, $2, $3, 'department', now())",
        [id, randomUUID(), name],
      )
  }
  mkdirSync(join(data, 'evidence', 'ab'), { recursive: true })
  writeFileSync(join(data, 'evidence', 'ab', 'named-by-no-row'), 'x')
  mkdirSync(join(data, 'checkpoints'))
  writeFileSync(join(data, 'checkpoints', 'kept.jsonl'), '{"size":1}\n{"size":')
  await makeBackup(file, { dataFolder: data, url: urlOf(source.root, sourceName()) }, systemClock)
})
afterAll(async () => {
  for (const name of made) await ask('postgres', `drop database ${name} with (force)`)
  await source.drop()
  rmSync(folder, { recursive: true, force: true })
})

const restore = async (from: string, keyFile = key) => {
  const place = { dataFolder: join(folder, `new-${randomUUID()}`), url: urlOf(source.root, await emptyDatabase()) }
  return { place, done: await restoreBackup(from, keyFile, place, systemClock) }
}
const refused = (from: string, keyFile = key): Promise<string> =>
  Promise.resolve()
    .then(async () => (await checkBackup(from, keysFrom(keyFile))).close())
    .then(
      () => 'taken',
      (error: { problem?: { code: string } }) => error.problem?.code ?? String(error),
    )

test('恢复后与原来一样：两个单位、各种难写的字、检查点、密钥', async () => {
  const { place, done } = await restore(file)
  const units = 'select * from unit order by office_id, id'
  expect(await ask(made.at(-1) ?? '', units)).toEqual(await ask(sourceName(), units))
  expect(await ask(made.at(-1) ?? '', units)).toHaveLength(offices.length * oddNames.length)
  expect(readFileSync(join(place.dataFolder, 'checkpoints/kept.jsonl'), 'utf8')).toBe('{"size":1}\n')
  expect(existsSync(join(place.dataFolder, 'evidence'))).toBe(false)
  expect(readFileSync(join(place.dataFolder, 'master.key'))).toEqual(readFileSync(key))
  expect(done).toMatchObject({ files: 1, offices: expect.arrayContaining(['单位0', '单位1']) })
  const [open] = await ask<{ n: string }>(
    made.at(-1) ?? '',
    "select count(*) as n from pg_class where relrowsecurity and not relforcerowsecurity and relkind = 'r'",
  )
  expect(open?.n).toBe('0')
})

test('备份里没有密钥，没有登录状态，也没有一次性码：备份以后用过的码，恢复以后不能再用一次', async () => {
  const archive = await openArchive(file)
  expect(archive.names.filter((name) => /key|session|one_time_code/.test(name))).toEqual([])
  archive.close()
})

test('备份文件只有本人能读，不覆盖已有的文件', async () => {
  const again = makeBackup(file, { dataFolder: data, url: urlOf(source.root, sourceName()) }, systemClock)
  await expect(again).rejects.toMatchObject({ problem: { code: 'backup.file_exists' } })
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('翻转任何一位，一百处都被拒绝', async () => {
  const bytes = readFileSync(file)
  const flipped = join(folder, 'flipped.zip')
  const answers = new Set<string>()
  for (let n = 0; n < 100; n += 1) {
    const copy = Buffer.from(bytes)
    const at = Math.floor((n * bytes.length) / 100)
    copy[at] = (copy[at] ?? 0) ^ (1 << (n % 8))
    writeFileSync(flipped, copy)
    answers.add(await refused(flipped))
  }
  expect(answers.has('taken')).toBe(false)
  expect([...answers].filter((code) => !code.startsWith('backup.'))).toEqual([])
  expect(answers.size).toBeGreaterThan(2)
})

test.each([0, 1, 0.5, 0.99])('剪去尾巴（留 %d）、不是备份的文件，都被拒绝', async (part) => {
  const bytes = readFileSync(file)
  const cut = join(folder, 'cut.zip')
  writeFileSync(cut, part === 1 ? bytes.subarray(0, -1) : bytes.subarray(0, Math.floor(bytes.length * part)))
  expect(await refused(cut)).toBe('backup.not_a_backup')
})

/** Packs the members of the backup anew, changed, as somebody could who has a key or has none. */
async function forge(change: (manifest: Manifest, members: Map<string, Buffer>) => void, sealedWith: string | null) {
  const archive = await openArchive(file)
  const members = new Map<string, Buffer>()
  for (const name of archive.names) {
    const chunks: Buffer[] = []
    for await (const chunk of archive.read(name)) chunks.push(chunk)
    members.set(name, Buffer.concat(chunks))
  }
  archive.close()
  const manifest = JSON.parse(String(members.get(manifestName))) as Manifest
  members.delete(manifestName)
  change(manifest, members)
  const forged = join(folder, `forged-${randomUUID()}.zip`)
  const writer = archiveTo(forged)
  async function* piece(bytes: Buffer) {
    yield bytes
  }
  for (const [name, bytes] of members) await writer.add(name, piece(bytes))
  await writer.add(manifestName, piece(Buffer.from(JSON.stringify(manifest))))
  await writer.end(noSeal)
  if (sealedWith) await sealFile(forged, backupKey(openKeys(sealedWith)))
  return forged
}

/** Puts other bytes into a member and lets the manifest say that they are right. */
const exchange = (name: string, bytes: Buffer) => (manifest: Manifest, members: Map<string, Buffer>) => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const rows = bytes.filter((byte) => byte === 10).length
  const at = manifest.members.findIndex((member) => member.name === name)
  const found = manifest.members[at]
  if (found) manifest.members[at] = { ...found, sha256, bytes: bytes.length, rows }
  members.set(name, bytes)
}

test('重新打包而不改动，用原来的密钥封上，仍被接受：下面的拒绝确是因为改动', async () => {
  expect(await refused(await forge(() => {}, key))).toBe('taken')
})

test('换过一个成员、名录也改得一致，没有密钥就封不上', async () => {
  expect(await refused(await forge(exchange('data/unit.copy', Buffer.alloc(0)), null))).toBe('backup.seal_broken')
})

test('以前的备份里还有一次性码：照样恢复，码留下不要', async () => {
  const name = 'data/one_time_code.copy'
  const earlier = await forge((manifest, members) => {
    const found = manifest.members.find((member) => member.name === 'data/unit.copy')
    if (found) manifest.members.push({ ...found, name })
    members.set(name, members.get('data/unit.copy') ?? Buffer.alloc(0))
  }, key)
  await restore(earlier)
  expect(await ask(made.at(-1) ?? '', 'select 1 from one_time_code')).toEqual([])
  expect(await ask(made.at(-1) ?? '', 'select 1 from unit')).toHaveLength(offices.length * oddNames.length)
})

test('没有改名录的成员，被点名', async () => {
  const changed = await forge((_, members) => members.set('data/unit.copy', Buffer.from('x')), key)
  expect(await refused(changed)).toBe('backup.member_damaged')
})

test('想写到目录外面的成员，被拒绝', async () => {
  const climbing = await forge((manifest) => {
    const name = 'evidence/../../escaped'
    const at = manifest.members.findIndex((member) => member.name.startsWith('checkpoints/'))
    const found = manifest.members[at]
    if (found) manifest.members[at] = { ...found, name }
  }, key)
  expect(await refused(climbing)).toBe('backup.not_a_backup')
})

test('另一把密钥，说出需要哪一把', async () => {
  const other = join(folder, 'other.key')
  openKeys(other)
  expect(await refused(file, other)).toBe('backup.wrong_key')
  expect(await refused(file, join(folder, 'nowhere.key'))).toBe('backup.key_missing')
})

test('更新的版本做的备份，指名拒绝，什么也没有写', async () => {
  const newer = await forge(
    (manifest) => manifest.migrations.push({ name: '9999-later.sql', sha256: '0'.repeat(64) }),
    key,
  )
  const place = { dataFolder: join(folder, 'never') }
  await expect(restoreBackup(newer, key, place, systemClock)).rejects.toMatchObject({
    problem: { code: 'backup.newer', facts: { migration: '9999-later.sql' } },
  })
  expect(existsSync(place.dataFolder)).toBe(false)
})

test('有密钥的人塞进的语句也只是数据：载入失败，目录仍是空的', async () => {
  const injected = Buffer.from(`\\.\ndrop table office;\n`)
  const forged = await forge(exchange('data/unit.copy', injected), key)
  await expect(restore(forged)).rejects.toThrow()
  expect(await ask(made.at(-1) ?? '', 'select 1 from office')).toEqual([])
  expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([])
})

test('不是空的目录，不恢复', async () => {
  await expect(restoreBackup(file, key, { dataFolder: data }, systemClock)).rejects.toMatchObject({
    problem: { code: 'backup.target_not_empty' },
  })
})
