import { dayOf } from '@guatu/core/shared'
import type { Command } from 'commander'
import { z } from 'zod'
import { listOffices } from '../client/offices.ts'
import { dataOption, type Where, withClient } from '../client/with-client.ts'
import { table } from '../columns.ts'

const list = (options: Where & { readonly json?: true }): Promise<void> =>
  withClient(options, async (client) => {
    const offices = await listOffices(client)
    const rows = offices.map(({ name, sample, years, today }) => [
      name,
      sample ? '示例 sample' : '',
      years.join(' ') || '—',
      today,
    ])
    const drawn = table(['单位 Office', '类别 Kind', '已采用年度 Years', '今天 Today'], rows)
    process.stdout.write(`${options.json ? JSON.stringify(offices) : drawn}\n`)
  })

const add = (name: string, options: Where & { readonly unit: readonly string[] }): Promise<void> =>
  withClient(options, async (client) => {
    const made = await client.post('/api/offices', { name, units: options.unit }, z.object({ officeId: z.uuid() }))
    process.stdout.write(`${made.officeId}\n`)
  })

async function codes(named: string, { data }: Where): Promise<void> {
  const [{ codesAgain }, { systemClock }] = await Promise.all([
    import('@guatu/server/first-run/codes-again'),
    import('@guatu/server/platform/clock'),
  ])
  const place = { dataFolder: data, url: process.env.DATABASE_URL }
  const { office, slips, codesUntil } = await codesAgain(named, place, systemClock)
  const rows = slips.map(({ post, name, loginName, code }) => [post, name, loginName, code])
  const drawn = table(['岗位 Post', '姓名 Name', '账号 Account', '口令码 Code'], rows)
  process.stdout.write(
    `${office}：以前的口令码作废，新的用到 earlier codes are void, these work until ${dayOf(codesUntil)}\n${drawn}\n`,
  )
}

const collect = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value]

export const officeCommand = (program: Command): void => {
  const office = program
    .command('office')
    .description(
      '列出或新建单位，重出三位管理员的口令码\nList the offices or make one; new codes for its three administrators',
    )
  office
    .command('list')
    .description('列出单位及其已采用计划的年度\nList the offices and the years they have adopted a plan for')
    .option('--json', '输出 JSON print JSON')
    .addOption(dataOption())
    .action(list)
  office
    .command('add')
    .argument('<name>', '单位名称 its name')
    .description('新建单位，输出其编号\nMake an office and print its id')
    .option('--unit <name>', '科室或社区，可重复 a unit, repeatable', collect, [])
    .addOption(dataOption())
    .action(add)
  office
    .command('codes')
    .argument('<office>', '正式启用的单位 an office that works in earnest')
    .description(
      '三位管理员的口令码单丢了、还没有人设过口令：重出三个口令码\nNew codes for the three administrators whose slips were lost, while nobody has set a password',
    )
    .addOption(dataOption())
    .action(codes)
}
