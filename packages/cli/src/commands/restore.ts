import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { backupLines } from '../backup-lines.ts'
import { dataOption, type Where } from '../client/with-client.ts'

interface Options extends Where {
  readonly key?: string
}

async function run(file: string, { data, key }: Options): Promise<void> {
  const [{ restoreBackup }, { systemClock }, { withProgress }] = await Promise.all([
    import('@guatu/server/backup/restore-backup'),
    import('@guatu/server/platform/clock'),
    import('@guatu/server/platform/progress'),
  ])
  const keyFile = key ?? join(dirname(file), 'master.key')
  const place = { dataFolder: data, url: process.env.DATABASE_URL }
  const restored = restoreBackup(file, keyFile, place, systemClock)
  const done = await withProgress({ zh: '正在核对并恢复', en: 'Checking and restoring' }, restored)
  process.stdout.write(
    backupLines('已恢复，行数和散列逐表核对一致 Restored; rows and hashes of every table agree', done),
  )
}

export const restoreCommand = (program: Command): void => {
  program
    .command('restore')
    .argument('<file>', '备份文件 the backup')
    .description(
      '把备份恢复到一个空目录：先核对全部内容再写入，写入后逐表核对\nRestore a backup onto an empty folder: checked before anything is written, compared after it',
    )
    .option(
      '--key <file>',
      '做备份的那台机器的 master.key，默认是备份文件旁边的那个 the master key of the machine that made it; by default the one beside the backup',
    )
    .addOption(dataOption())
    .action(run)
}
