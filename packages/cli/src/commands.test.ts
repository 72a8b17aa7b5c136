import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp } from '@guatu/server'
import { systemClock } from '@guatu/server/platform/clock'
import { openDatabase } from '@guatu/server/platform/db'
import { keysOf } from '@guatu/server/platform/keys'
import { noLimits } from '@guatu/server/platform/rates/limits'
import { type FreshDatabase, freshDatabase } from '@guatu/server/platform/testing/fresh-database'
import type { Command } from 'commander'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { guatuProgram, runGuatu } from './program.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'guatu-cli-'))

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Starts `guatu` as a person would, beside the server whose address lies in the data folder. */
const started = (...args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const { DATABASE_URL: _, ...env } = process.env
    execFile(process.execPath, [main, ...args], { env: { ...env, GUATU_DATA: folder } }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })

/** Runs what `guatu` runs, with what it writes; starting it takes longer than all that it does. */
async function guatu(...args: readonly string[]): Promise<Ended> {
  const said = { out: '', err: '' }
  const hears = (where: 'out' | 'err') => (words: unknown) => {
    said[where] += String(words)
    return true
  }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(hears('out'))
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(hears('err'))
  try {
    const code = await runGuatu(args)
    return { code, ...said }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

const written = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const report = `白河街道2023年工作报告
2023年重点工作任务
一、建设宜居城区
1.新建口袋公园。年内新建口袋公园12个。
2.持续提升城市精细化管理水平。
`

let database: FreshDatabase
let stop: () => Promise<void>
beforeAll(async () => {
  vi.stubEnv('GUATU_DATA', folder)
  vi.stubEnv('DATABASE_URL', undefined)
  database = await freshDatabase()
  const db = openDatabase(database.connections)
  const app = await buildApp({
    db,
    clock: systemClock,
    keys: keysOf(Buffer.alloc(32, 7)),
    filesFolder: join(folder, 'evidence'),
    webRoot: null,
    limits: noLimits,
  })
  written('address', await app.listen({ host: '127.0.0.1', port: 0 }))
  stop = async () => {
    await app.close()
    await db.close()
    await database.drop()
  }
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await stop()
  rmSync(folder, { recursive: true })
})

test('从新建单位到说明一盏灯，全在命令行上', async () => {
  expect((await guatu('office', 'add', '白河街道', '--unit', '城管办')).code).toBe(0)
  expect((await guatu('office', 'list')).out).toContain('白河街道')

  const imported = await guatu(
    'import',
    written('report.txt', report),
    '--year',
    '2023',
    '--dated-on',
    '2023-01-08',
    '--adopt',
    '--with-open',
  )
  expect(imported).toMatchObject({ code: 0, err: '' })

  const row = { on: '2023-06-30', target: 'T1.1', unit: '城管办', quantity: 6, note: '', paper: '' }
  const rows = [row, { ...row, target: 'T9.9' }, { ...row, on: '2023-07-31', quantity: '1' }]
  const file = written('rows.jsonl', rows.map((one) => JSON.stringify(one)).join('\n'))
  const loaded = await guatu('load', file, '--office', '白河街道', '--verify')
  expect(loaded.code).toBe(3)
  expect(loaded.out).toContain('已登记 entered 2')
  expect(loaded.out).toContain('已核实 verified 2')
  expect(loaded.err).toMatch(/第2行 line 2: .*fact\.target_unknown/)

  const known = new Date(Date.now() + 1000).toISOString()
  const explained = await guatu('explain', 't1.1', '--on', '2023-07-01', '--known', known, '--json')
  expect(JSON.parse(explained.out)).toMatchObject({ target: { code: 'T1.1' }, working: { actual: '6' } })
  // On that day nobody knew of the plan yet: it was adopted today.
  const then = await guatu('explain', 'T1.1', '--on', '2023-07-01')
  expect(then).toMatchObject({ code: 4, out: '', err: expect.stringContaining('plan.not_known_then') })
}, 90_000)

test('再登记一次同样的行，一行也不会重复', async () => {
  const again = await guatu('load', join(folder, 'rows.jsonl'))
  expect(again.out).toContain('已登记 entered 0')
  expect(again.err).toContain('fact.duplicate')
})

test('登记时没有核实的行，以后由另一个人核实；本人登记的不能由本人核实', async () => {
  const row = { on: '2023-08-31', target: 'T1.1', unit: '城管办', quantity: '2', note: '', paper: '' }
  const file = written('august.jsonl', JSON.stringify(row))
  const head = '试用·科室负责人'
  expect((await guatu('load', file, '--as', head)).out).toContain('已登记 entered 1')
  const own = await guatu('verify-entries', '--as', head)
  expect(own).toMatchObject({ code: 6, out: expect.stringContaining('已核实 verified 0') })
  expect(own.err).toContain('fact.same_person')

  const september = written('september.jsonl', JSON.stringify({ ...row, on: '2023-09-30' }))
  expect((await guatu('load', september)).code).toBe(0)
  expect((await guatu('verify-entries')).out).toContain('已核实 verified 1')
  expect(await guatu('verify-entries', '--as', '某某')).toMatchObject({
    code: 4,
    err: expect.stringContaining('cli.person_unknown'),
  })

  const known = new Date(Date.now() + 1000).toISOString()
  const { out } = await guatu('explain', 'T1.1', '--on', '2023-12-01', '--known', known)
  expect(out).toContain('灯：橙灯 orange（按小数规则 by the rule for small numbers）')
  expect(out).toMatch(/台账 9个/)
  expect(out).toContain('北京时间 ')
  expect(out).not.toMatch(/\d{4}-\d{2}-\d{2}T/)
}, 90_000)

test('示例可以一步重置，一步删除，不影响自己的单位', async () => {
  expect((await guatu('sample', 'reset')).code).toBe(0)
  const kinds = async () =>
    (JSON.parse((await guatu('office', 'list', '--json')).out) as { sample: boolean }[]).map(({ sample }) => sample)
  expect((await kinds()).toSorted()).toEqual([false, true])
  expect((await guatu('sample', 'reset')).code).toBe(0)
  expect((await kinds()).toSorted()).toEqual([false, true])
  expect((await guatu('sample', 'delete')).out).toContain('示例已删除')
  expect(await kinds()).toEqual([false])
  expect((await guatu('sample', 'delete')).out).toContain('没有示例')
}, 90_000)

test('simulate：按种子编一个单位；种子、日子不对就说不行，不留下半个单位', async () => {
  expect((await guatu('simulate')).code).toBe(2)
  expect((await guatu('simulate', '--seed', '七')).code).toBe(2)
  expect((await guatu('simulate', '--seed', '7', '--until', '2023-02-30')).code).toBe(2)
  const before = await guatu('simulate', '--seed', '7', '--until', '2022-12-31')
  expect(before).toMatchObject({ code: 3, out: '' })
  expect(before.err).toContain('示例的日子只能在2023-01-17到2023-12-31之间')
  expect((await guatu('simulate', '--seed', '7', '--until', '2023-01-17')).out.trim()).toMatch(/^[0-9a-f-]{36}$/)
  expect((await guatu('simulate', '--seed', '7', '--until', '2023-01-17')).code).toBe(5)
  expect((await guatu('office', 'list')).out).toContain('示例·种子7')
  expect((await guatu('sample', 'delete')).out).toContain('示例已删除')
}, 60_000)

test('read --format gold 只输出一行一个的标注，不需要服务器', async () => {
  const { code, out, err } = await started('read', written('report.txt', report), '--format', 'gold')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(rows[0]).toMatchObject({ doc: 'report', role: 'structure', areas: ['建设宜居城区'], tasks: [2] })
  expect(rows.find(({ role }) => role === 'target')).toMatchObject({ quote: '12个', value: 12, task: 1 })
  for (const { quote, start } of rows.slice(1))
    expect(report.slice(Number(start), Number(start) + String(quote).length)).toBe(quote)
})

test.each([
  ['用法不对', 2, ['import', 'report.txt'], /--year/],
  ['没有这个命令', 2, ['improt'], /improt/],
  ['不是日期', 2, ['explain', 'T1.1', '--on', '2023-02-30'], /日期写成.*2023-06-30/],
  ['文件不是报告', 3, ['read', '@png'], /text\./],
  ['给的是文件夹', 3, ['read', '.'], /cli\.file_is_folder/],
  ['文件不存在', 4, ['read', 'nowhere.txt'], /cli\.file_unreadable/],
  ['单位不存在', 4, ['explain', 'T1.1', '--office', '没有的街道'], /cli\.office_unknown/],
  ['目标不存在', 4, ['explain', 'T8.8', '--on', '2099-01-01'], /plan\.version_unknown|cli\.target_unknown/],
])('%s：退出码 %i，问题写到标准错误，标准输出是空的', async (_case, code, args, says) => {
  const png = written('picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  const ended = await guatu(...args.map((arg) => (arg === '@png' ? png : arg)))
  expect(ended).toMatchObject({ code, out: '' })
  expect(ended.err).toMatch(says)
})

test('每个命令都有中文和英文的说明', async () => {
  const all = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(all)]
  for (const command of all(guatuProgram())) {
    const help = command.helpInformation()
    expect(help, command.name()).toMatch(/[\u4e00-\u9fff]{4}/)
    expect(help).toMatch(/Usage: guatu/)
    expect(command.description()).toMatch(/[a-z]{3}/)
  }
  const { code, out } = await started('office', 'add', '--help')
  expect({ code, out: out.split('\n')[0] }).toEqual({ code: 0, out: 'Usage: guatu office add [options] <name>' })
})

test('退出码交给命令行：用法不对是 2，找不到是 4', async () => {
  expect((await started('improt')).code).toBe(2)
  expect(await started('explain', 'T1.1', '--office', '没有的街道')).toMatchObject({ code: 4, out: '' })
})

const doubtful = `青禾街道2023年工作报告
（2023年2月3日）
2023年重点工作任务
一、壮大产业
1.做强工业。规上工业总产值突破1550亿元。
2.办好实事。6月31日前建成柳湾文化中心。
`

test('存疑时不采用，并说明 --with-open；成文日期取自材料；数用亿元说', async () => {
  const office = ['--office', '青禾街道']
  expect((await guatu('office', 'add', '青禾街道', '--unit', '经济办')).code).toBe(0)
  const file = written('青禾街道工作报告.txt', doubtful)
  const refused = await guatu('import', file, ...office, '--year', '2023', '--adopt')
  expect(refused).toMatchObject({ code: 5, err: expect.stringContaining('review.still_open') })
  expect(refused.err).toContain('加上 --with-open')
  expect(refused.err).not.toContain('暂按今天')
  expect((await guatu('import', file, ...office, '--year', '2023', '--adopt', '--with-open')).code).toBe(0)

  const row = { on: '2023-06-30', target: 'T1.1', unit: '经济办', quantity: '800', note: '', paper: '' }
  const rows = written('billions.jsonl', JSON.stringify(row))
  expect((await guatu('load', rows, ...office, '--verify')).out).toContain('已核实 verified 1')
  const known = new Date(Date.now() + 1000).toISOString()
  const asked = ['explain', 'T1.1', ...office, '--on', '2023-07-01', '--known', known]
  const { task } = JSON.parse((await guatu(...asked, '--json')).out) as { task: { source: unknown } }
  expect(task.source).toMatchObject({ title: '青禾街道工作报告', datedOn: '2023-02-03' })
  const { out } = await guatu(...asked)
  expect(out).toContain('规上工业总产值突破1550亿元')
  expect(out).toContain('台账 800亿元')
  expect(out).toMatch(/完成数÷应达数 = 800亿元÷[\d.]+亿元/)
}, 90_000)

test('材料和文件名都没有日期时，暂按今天，并在标准错误里说明', async () => {
  const file = written('无日期.txt', doubtful.replace('（2023年2月3日）\n', ''))
  const { code, err } = await guatu('import', file, '--office', '青禾街道', '--year', '2024')
  expect(code).toBe(0)
  expect(err).toMatch(/暂按今天 \d{4}-\d{2}-\d{2}；可用 --dated-on 指明/)
}, 60_000)

test('同一份材料再导入一次，还是那一份，不多出一份', async () => {
  const file = written('again.txt', report)
  const args = ['import', file, '--office', '白河街道', '--year', '2024', '--dated-on', '2024-01-05'] as const
  const [first, second] = [await guatu(...args), await guatu(...args)]
  expect(first.code).toBe(0)
  expect(second.out.split('\n')[0]).toBe(first.out.split('\n')[0])
}, 90_000)
