import type { Command } from 'commander'
import { dataOption, type Where } from '../client/with-client.ts'

async function run({ data }: Where): Promise<void> {
  const [{ remakeIndexes }, { registersOf }, { registers }, { withProgress }] = await Promise.all([
    import('@guatu/server/fact/search/keep-index'),
    import('@guatu/server/fact/registers'),
    import('@guatu/definitions'),
    import('@guatu/server/platform/progress'),
  ])
  const making = remakeIndexes({ dataFolder: data, url: process.env.DATABASE_URL }, registersOf(registers))
  for (const { name, versions } of await withProgress({ zh: '正在重建检索索引', en: 'Making the search anew' }, making))
    process.stdout.write(`${name}：${versions} 条已可检索 rows found by their words: ${versions}\n`)
}

export const searchIndexCommand = (program: Command): void => {
  program
    .command('search-index')
    .description(
      '重建检索索引；平时不用，挂图自己跟着台账建，可以照常运行\nMake the index of the search anew; Guatu keeps it by itself and may run meanwhile',
    )
    .addOption(dataOption())
    .action(run)
}
