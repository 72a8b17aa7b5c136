import { basename, extname } from 'node:path'
import { type Review, review, sourceKind, sourceRow } from '@guatu/contract'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import type { Client } from '../client/client.ts'
import { officeNamed, sitDown } from '../client/offices.ts'
import { dataOption, type Where, withClient } from '../client/with-client.ts'
import { bytesOf } from '../files.ts'
import { readDayOption } from '../options.ts'

interface Options extends Where {
  readonly office?: string
  readonly year: number
  readonly kind: string
  readonly title?: string
  readonly dated?: string
  readonly series: string
  readonly adopt?: true
  readonly withOpen?: true
}

const yearOf = (text: string): number => {
  if (!/^20\d{2}$/.test(text))
    throw new InvalidArgumentError('年度写成 2000–2099 之间的四位数 A year from 2000 to 2099.')
  return Number(text)
}

async function formOf(file: string, today: string, options: Options): Promise<FormData> {
  const form = new FormData()
  const name = basename(file)
  form.set('year', String(options.year))
  form.set('sourceKind', options.kind)
  form.set('title', options.title ?? basename(file, extname(file)))
  form.set('datedOn', options.dated ?? today)
  form.set('series', options.series)
  form.set('file', new File([new Uint8Array(await bytesOf(file))], name), name)
  return form
}

const reported = ({ tasks, items, counts, missing }: Review): string =>
  [
    `任务 ${tasks.length} 项，目标 ${items.filter((item) => item.kind === 'target').length} 个，` +
      `节点 ${items.filter((item) => item.kind === 'milestone').length} 个；存疑 ${counts.doubtful} 个`,
    ...(missing.length > 0 ? [`原文缺页：${missing.join('、')}`] : []),
  ].join('\n')

/**
 * Confirms what the reader is sure of, then adopts. Where doubtful phrases remain the server refuses and says so, unless
 * `--with-open` was given.
 */
async function adopt(client: Client, read: Review, today: string, withOpen: boolean): Promise<void> {
  const path = `/api/sources/${read.id}`
  const { version } =
    read.counts.open > read.counts.doubtful
      ? await client.post(`${path}/decisions`, { do: 'confirmSure' }, review, { version: read.version })
      : read
  const about = { withOpen, adoptedOn: today, paperNumber: '' }
  const made = z.object({ year: z.int(), version: z.int() })
  const adopted = await client.post(`${path}/adopt`, about, made, { version })
  process.stdout.write(`已采用为${adopted.year}年计划第${adopted.version}版 adopted as version ${adopted.version}\n`)
}

const run = (file: string, options: Options): Promise<void> =>
  withClient(options, async (client) => {
    const office = await officeNamed(client, options.office)
    await sitDown(client, office, 'supervisor')
    const source = await client.upload('/api/sources', await formOf(file, office.today, options), sourceRow)
    const read = await client.get(`/api/sources/${source.id}`, review)
    process.stdout.write(`${source.id}\n${reported(read)}\n`)
    if (options.adopt) await adopt(client, read, office.today, options.withOpen === true)
  })

export const importCommand = (program: Command): void => {
  program
    .command('import')
    .argument('<file>', '.txt、.docx 或 .xlsx')
    .description(
      '导入一份材料，读出任务、目标和节点\nBring in a document and read tasks, targets and milestones out of it',
    )
    .option('--office <name>', '单位名称；只有一个单位时可省略 name of the office, where there are several')
    .requiredOption('--year <year>', '计划年度 year of the plan', yearOf)
    .addOption(new Option('--kind <kind>', '来源类别 kind of source').choices(sourceKind.options).default('report'))
    .option('--title <title>', '材料名称，默认为文件名 its title; the file’s name where left out')
    .option('--dated <day>', '成文日期，默认为今天 day it is dated; today where left out', readDayOption)
    .option('--series <series>', '文件系列 series it belongs to', '')
    .option('--adopt', '随即采用为计划 adopt it as the plan at once')
    .option('--with-open', '有存疑词句时也采用 adopt also where phrases are in doubt')
    .addOption(dataOption())
    .action(run)
}
