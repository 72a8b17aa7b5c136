import { basename, extname } from 'node:path'
import { type Review, review, sourceKind, sourceRow } from '@guatu/contract'
import { readFile } from '@guatu/server/text/read-file'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import type { Client } from '../client/client.ts'
import { officeNamed, sitDown } from '../client/offices.ts'
import { dataOption, type Where, withClient } from '../client/with-client.ts'
import { bytesOf } from '../files.ts'
import { readDayOption } from '../options.ts'
import { datedOnIn, headingOf } from '../source-facts.ts'
import { Stop } from '../stop.ts'

interface Options extends Where {
  readonly office?: string
  readonly year: number
  readonly kind: string
  readonly title?: string
  readonly datedOn?: string
  readonly series: string
  readonly adopt?: true
  readonly withOpen?: true
}

const yearOf = (text: string): number => {
  if (!/^20\d{2}$/.test(text))
    throw new InvalidArgumentError('年度写成 2000–2099 之间的四位数 A year from 2000 to 2099.')
  return Number(text)
}

function datedOrToday(found: string | null, today: string): string {
  if (!found)
    process.stderr.write(
      `材料和文件名中没有成文日期，暂按今天 ${today}；可用 --dated-on 指明。No date found; dated today, ${today}; see --dated-on.\n`,
    )
  return found ?? today
}

async function formOf(file: string, today: string, options: Options): Promise<FormData> {
  const form = new FormData()
  const name = basename(file)
  const bytes = await bytesOf(file)
  const report = await readFile(bytes, name)
  if (!report.ok) throw new Stop(report.problem)
  form.set('year', String(options.year))
  form.set('sourceKind', options.kind)
  form.set('title', options.title ?? headingOf(report.value) ?? basename(file, extname(file)))
  form.set('datedOn', options.datedOn ?? datedOrToday(datedOnIn(report.value, name), today))
  form.set('series', options.series)
  form.set('file', new File([new Uint8Array(bytes)], name), name)
  return form
}

const reported = ({ tasks, items, counts, missing }: Review): string =>
  [
    `任务 ${tasks.length} 项，目标 ${items.filter((item) => item.kind === 'target').length} 个，` +
      `节点 ${items.filter((item) => item.kind === 'milestone').length} 个；存疑 ${counts.doubtful} 个`,
    ...(missing.length > 0 ? [`原文缺页：${missing.join('、')}`] : []),
  ].join('\n')

/** Says of a refusal for open doubts which option adopts all the same. */
function namingWithOpen(error: unknown): never {
  if (!(error instanceof Stop) || error.problem.code !== 'review.still_open') throw error
  const next = { zh: '请在网页上审核，或加上 --with-open。', en: 'Review them on screen, or add --with-open.' }
  throw new Stop({ ...error.problem, next })
}

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
  const adopted = await client.post(`${path}/adopt`, about, made, { version }).catch(namingWithOpen)
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
    .argument('<file>', '.docx、.txt、.xlsx 或 .pdf')
    .description(
      '导入一份材料，读出任务、目标和节点\nBring in a document and read tasks, targets and milestones out of it',
    )
    .option('--office <name>', '单位名称；只有一个单位时可省略 name of the office, where there are several')
    .requiredOption('--year <year>', '计划年度 year of the plan', yearOf)
    .addOption(new Option('--kind <kind>', '来源类别 kind of source').choices(sourceKind.options).default('report'))
    .option(
      '--title <title>',
      '材料名称，默认为材料的标题或文件名 its title; its own heading or the file’s name where left out',
    )
    .option(
      '--dated-on <day>',
      '成文日期，默认取自材料或文件名，都没有时为今天 day it is dated; from the document or its file’s name, else today',
      readDayOption,
    )
    .option('--series <series>', '文件系列 series it belongs to', '')
    .option('--adopt', '随即采用为计划 adopt it as the plan at once')
    .option('--with-open', '有存疑词句时也采用 adopt also where phrases are in doubt')
    .addOption(dataOption())
    .action(run)
}
