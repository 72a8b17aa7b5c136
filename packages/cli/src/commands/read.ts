import { basename, extname } from 'node:path'
import { goldRows, type PlanReading, planFromText } from '@guatu/core/plan'
import { readFile } from '@guatu/server/text/read-file'
import { type Command, Option } from 'commander'
import { bytesOf } from '../files.ts'
import { readingLines } from '../reading-lines.ts'
import { Stop } from '../stop.ts'

const jsonl = (rows: readonly unknown[]): string => rows.map((row) => JSON.stringify(row)).join('\n')

const formats = {
  table: (_doc: string, text: string, reading: PlanReading) => readingLines(text, reading),
  json: (_doc: string, text: string, reading: PlanReading) => JSON.stringify({ ...reading, text }),
  gold: (doc: string, text: string, reading: PlanReading) => jsonl(goldRows(doc, text, reading)),
} as const

async function run(file: string, { format }: { readonly format: keyof typeof formats }): Promise<void> {
  const name = basename(file)
  const report = await readFile(await bytesOf(file), name)
  if (!report.ok) throw new Stop(report.problem)
  const { text } = report.value
  process.stdout.write(`${formats[format](basename(name, extname(name)), text, planFromText(report.value))}\n`)
}

export const readCommand = (program: Command): void => {
  program
    .command('read')
    .argument('<file>', '.docx、.txt、.xlsx 或 .pdf')
    .description(
      '读一份报告：方面、任务、目标、节点。不需要服务器和数据库\nRead a report: areas, tasks, targets, milestones; no server, no database',
    )
    .addOption(
      new Option('--format <format>', '输出格式；gold 为每行一条标注 output; gold: one label a line')
        .choices(Object.keys(formats))
        .default('table'),
    )
    .action(run)
}
