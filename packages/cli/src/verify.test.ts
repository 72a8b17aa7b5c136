import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lineOf } from '@guatu/core/audit'
import { checkpointAt, linesOf, logOf } from '@guatu/server/platform/audit/testing/sample-log'
import { keysOf } from '@guatu/server/platform/keys'
import { afterAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'guatu-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))

const written = (name: string, lines: readonly string[]): string => {
  const file = join(folder, name)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

const verify = (...args: readonly string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [main, 'verify', ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })

const master = Buffer.alloc(32, 5)
const entries = logOf(30, { key: keysOf(master).of('audit', '018f0000-0000-7000-8000-000000000001') })
const key = written('master.key', [master.toString('base64')])
const checkpoint = { ...checkpointAt(entries, 30, keysOf(master).of('audit', entries[0]?.office ?? '')) }
const checkpoints = written('outside.jsonl', [lineOf({ kind: 'checkpoint', value: checkpoint })])

test('一份完好的日志：有没有密钥、有没有外部检查点，都没有发现', async () => {
  const log = written('log.jsonl', linesOf(entries))
  expect(await verify(log)).toMatchObject({ code: 0, err: '', out: expect.stringContaining('没有发现问题') })
  const full = await verify(log, '--key', key, '--checkpoints', checkpoints, '--json')
  expect(full).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(full.out)).toMatchObject({ records: 30, withKey: true, findings: [] })
}, 60_000)

test.each([
  [
    '改动一条',
    linesOf(entries).map((line) => line.replace('"req-7"', '"req-8"')),
    [],
    /第7号记录.*Record 7.*audit\.altered/,
  ],
  ['删去一条', linesOf(entries).filter((_line, at) => at !== 9), [], /缺第9号记录.*audit\.gap/],
  ['截去末尾', linesOf(entries.slice(0, 20)), ['--checkpoints', checkpoints], /只到第20号.*audit\.cut/],
  ['不是本单位的密钥', linesOf(logOf(3)), ['--key', key], /不是用本单位的密钥.*audit\.forged/],
])(
  '%s：退出码不为零，逐条说明',
  async (name, lines, args, says) => {
    const { code, out, err } = await verify(written(`${name}.jsonl`, lines), ...args)
    expect(code).toBe(3)
    expect(out).toMatch(says)
    expect(err).toContain('cli.log_broken')
  },
  60_000,
)

test('给错的密钥和检查点文件直接说明，不当作没有', async () => {
  const log = written('log.jsonl', linesOf(entries))
  expect(await verify(log, '--key', log)).toMatchObject({ code: 3, err: expect.stringContaining('cli.key_unreadable') })
  const wrong = await verify(log, '--checkpoints', key)
  expect(wrong).toMatchObject({ code: 3, out: '', err: expect.stringContaining('cli.checkpoint_unreadable') })
}, 60_000)
