import type { Command } from 'commander'
import { dataOption, type Where } from '../client/with-client.ts'

async function run({ data }: Where): Promise<void> {
  const [{ recountAll }, { withProgress }] = await Promise.all([
    import('@guatu/server/fact/recount'),
    import('@guatu/server/platform/progress'),
  ])
  const counting = recountAll({ dataFolder: data, url: process.env.DATABASE_URL })
  for (const { name, mended } of await withProgress({ zh: '正在重算', en: 'Recounting' }, counting))
    process.stdout.write(
      mended === 0
        ? `${name}：与事实一致 the sums are what the facts say\n`
        : `${name}：补正 ${mended} 处 sums put right: ${mended}\n`,
    )
}

export const recountCommand = (program: Command): void => {
  program
    .command('recount')
    .description(
      '从事实重算各目标、各计量项的和，与留存的和核对，有出入就补正；挂图可以照常运行，宜每夜一次\nRecount all sums from the facts, and put right those that differ; Guatu may run, once a night is well',
    )
    .addOption(dataOption())
    .action(run)
}
