import type { Command } from 'commander'
import { dataOption, type Where } from '../client/with-client.ts'

async function run(office: string, file: string, { data }: Where): Promise<void> {
  const [{ exportOffice }, { definitions }, { systemClock }, { withProgress }] = await Promise.all([
    import('@guatu/server/backup/export-office'),
    import('@guatu/definitions'),
    import('@guatu/server/platform/clock'),
    import('@guatu/server/platform/progress'),
  ])
  const place = { dataFolder: data, url: process.env.DATABASE_URL }
  const exporting = exportOffice(office, file, place, { registers: definitions.registers, clock: systemClock })
  const made = await withProgress({ zh: '正在导出', en: 'Exporting' }, exporting)
  process.stdout.write(
    `已导出 Exported: ${made.file}\n单位 Office: ${made.office}\n` +
      `${made.files} 个文件 files, ${made.rows} 行 rows, ${made.bytes} 字节 bytes\n`,
  )
}

export const exportCommand = (program: Command): void => {
  program
    .command('export')
    .argument('<office>', '单位名称 name of the office')
    .argument('<file>', '要写的 .zip the zip to write')
    .description(
      '导出本单位全部数据：每本台账和计划一个 Excel，来源文件和证据原样，全部数据表，附散列清单\nExport all that an office has: a workbook a register, papers and evidence as they came in, every table, and a list of hashes',
    )
    .addOption(dataOption())
    .action(run)
}
