import { isDay } from '@guatu/core/shared'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { dataOption, type Where, withClient } from '../client/with-client.ts'

const seedMax = 2_147_483_647

function seedFrom(text: string): number {
  const seed = Number(text)
  if (!/^\d+$/.test(text) || seed > seedMax) throw new InvalidArgumentError(`0–${seedMax}`)
  return seed
}

function dayFrom(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('日期写作 2023-06-30 write a day as 2023-06-30')
  return text
}

interface Options extends Where {
  readonly seed: number
  readonly office?: string
  readonly until?: string
}

const simulate = ({ seed, office = `示例·种子${seed}`, until, ...where }: Options): Promise<void> =>
  withClient(where, async (client) => {
    const body = { seed, name: office, ...(until === undefined ? {} : { until }) }
    const { officeId } = await client.post('/api/samples', body, z.object({ officeId: z.uuid() }))
    process.stdout.write(`${officeId}\n`)
  })

export const simulateCommand = (program: Command): void => {
  program
    .command('simulate')
    .description(
      '按种子编一个单位的一年，输出其编号；同一个种子，数字一样。它也是示例：重置、删除示例时一并去掉\nMake up an office and its year from a seed and print its id; the same seed gives the same figures. It is a sample too, and goes when the sample is reset or deleted',
    )
    .addOption(new Option('--seed <number>', '种子 seed').argParser(seedFrom).makeOptionMandatory())
    .addOption(new Option('--office <name>', '单位名称 name of the office; 示例·种子N, where left out'))
    .addOption(new Option('--until <day>', '停在哪一天 the day on which it opens').argParser(dayFrom))
    .addOption(dataOption())
    .action(simulate)
}
