import type { Command } from 'commander'
import { backupLines } from '../backup-lines.ts'
import { dataOption, type Where } from '../client/with-client.ts'

async function run(file: string, { data }: Where): Promise<void> {
  const [{ makeBackup }, { systemClock }, { withProgress }] = await Promise.all([
    import('@guatu/server/backup/make-backup'),
    import('@guatu/server/platform/clock'),
    import('@guatu/server/platform/progress'),
  ])
  const made = makeBackup(file, { dataFolder: data, url: process.env.DATABASE_URL }, systemClock)
  process.stdout.write(
    backupLines('备份完成 Backed up', await withProgress({ zh: '正在备份', en: 'Backing up' }, made)),
  )
}

export const backupCommand = (program: Command): void => {
  program
    .command('backup')
    .argument('<file>', '备份文件，例如 guatu-2023-06-30.zip the file to write')
    .description(
      '把全部单位的数据备份成一个文件，挂图可以照常运行；不含密钥 master.key，请另行存放\nBack up all offices into one file while Guatu runs; the key master.key is not in it, keep it apart',
    )
    .addOption(dataOption())
    .action(run)
}
