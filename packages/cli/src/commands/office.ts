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

const collect = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value]

export const officeCommand = (program: Command): void => {
  const office = program.command('office').description('列出或新建单位\nList the offices or make one')
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
}
