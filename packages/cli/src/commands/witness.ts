import type { Command } from 'commander'
import { dataOption, type Where } from '../client/with-client.ts'

interface Options extends Where {
  readonly folder?: string
  readonly none?: true
}

async function run({ data, folder, none }: Options): Promise<void> {
  const [{ nameWitness }, { systemClock }] = await Promise.all([
    import('@guatu/server/audit/name-witness'),
    import('@guatu/server/platform/clock'),
  ])
  const given = none ? null : folder
  const { offices, sameDisk } = await nameWitness(
    given,
    { dataFolder: data, url: process.env.DATABASE_URL },
    systemClock,
  )
  for (const { name, witness } of offices)
    process.stdout.write(
      witness?.folder
        ? `${name}：检查点送到 checkpoints go to ${witness.folder}（${witness.since}）\n`
        : `${name}：没有第二处 no second folder\n`,
    )
  if (sameDisk)
    process.stdout.write(
      '注意：这个文件夹和数据在同一块盘上，盘坏或整机被改时它也一起坏。 Note: it lies on the disk of the data.\n',
    )
}

export const witnessCommand = (program: Command): void => {
  program
    .command('witness')
    .description(
      '定审计检查点送到本机以外的哪个文件夹（U 盘、另一台机器）；不带参数只看现状\nName the folder outside this machine to which checkpoints of the log go; without options tell what stands',
    )
    .option('--folder <path>', '已经存在的文件夹 a folder that exists')
    .option('--none', '不再送 take it away again')
    .addOption(dataOption())
    .action(run)
}
