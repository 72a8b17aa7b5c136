import { type Checked, type Checkpoint, checkLog, readLine } from '@guatu/core/audit'
import { suites } from '@guatu/server/platform/audit/suites'
import { textLines } from '@guatu/server/platform/audit/text-lines'
import { keysOf } from '@guatu/server/platform/keys'
import type { Command } from 'commander'
import { bytesOf } from '../files.ts'
import { cliProblems } from '../problems.ts'
import { Stop } from '../stop.ts'

interface Options {
  readonly key?: string
  readonly checkpoints?: string
  readonly json?: true
}

const masterBytes = 32

async function auditKeyFrom(file: string): Promise<(office: string) => Uint8Array> {
  const master = Buffer.from((await bytesOf(file)).toString('utf8').trim(), 'base64')
  if (master.length !== masterBytes) throw new Stop(cliProblems('cli.key_unreadable', { file }))
  const keys = keysOf(master)
  return (office) => keys.of('audit', office)
}

async function checkpointsFrom(file: string): Promise<Checkpoint[]> {
  return [...textLines(await bytesOf(file))].map((text, at) => {
    const line = text === null ? null : readLine(text)
    if (line?.kind !== 'checkpoint') throw new Stop(cliProblems('cli.checkpoint_unreadable', { file, line: at + 1 }))
    return line.value
  })
}

function linesFor({ office, records, beforeChain, withKey, findings }: Checked, outside: number): string[] {
  const counted = `单位 office ${office ?? '—'}；记录 records ${records}；链前 before the chain ${beforeChain}`
  const held = `密钥 key ${withKey ? '有 yes' : '无 no'}；外部检查点 outside checkpoints ${outside}`
  const found = findings.map(({ says, code }) => `${says.zh} ${says.en} [${code}]`)
  return [`${counted}；${held}`, ...(found.length > 0 ? found : ['没有发现问题。 Nothing was found.'])]
}

async function run(file: string, { key, checkpoints: outside, json }: Options): Promise<void> {
  const checkpoints = outside ? await checkpointsFrom(outside) : []
  const keyOf = key ? await auditKeyFrom(key) : null
  const checked = checkLog(textLines(await bytesOf(file)), { suites, keyOf, checkpoints })
  process.stdout.write(json ? `${JSON.stringify(checked)}\n` : `${linesFor(checked, checkpoints.length).join('\n')}\n`)
  if (checked.findings.length > 0) throw new Stop(cliProblems('cli.log_broken', { found: checked.findings.length }))
}

export const verifyCommand = (program: Command): void => {
  program
    .command('verify')
    .argument('<file>', '导出的审计日志 .jsonl the exported log')
    .description(
      '核验导出的审计日志：改动、缺失、换位、重复、截尾。不需要服务器和数据库\nVerify an exported audit log: changes, gaps, swaps, doubles, a cut tail; no server, no database',
    )
    .option(
      '--key <file>',
      '主密钥文件 master.key，另验每条记录是否出自本单位 the master key: checks who wrote it, too',
    )
    .option(
      '--checkpoints <file>',
      '存在别处的检查点文件；截尾和整本重写只有它能发现 checkpoints kept elsewhere: only they show a cut tail or a rewritten log',
    )
    .option('--json', '按 JSON 输出 as JSON')
    .action(run)
}
