import type { Command } from 'commander'
import { officeNamed, sitDown } from '../client/offices.ts'
import { dataOption, type Where, withClient } from '../client/with-client.ts'
import { cliProblems } from '../problems.ts'
import { Stop } from '../stop.ts'
import { verifyRows, waitingRows } from '../waiting-rows.ts'

interface Options extends Where {
  readonly office?: string
  readonly register: string
  readonly as?: string
}

const run = (options: Options): Promise<void> =>
  withClient(options, async (client) => {
    const path = `/api/registers/${encodeURIComponent(options.register)}`
    const office = await officeNamed(client, options.office)
    await sitDown(client, office, 'unitHead', options.as)
    const rows = await waitingRows(client, path)
    const { verified, refused } = await verifyRows(client, path, rows)
    for (const { problem } of refused) process.stderr.write(`${problem.says.zh} ${problem.says.en} [${problem.code}]\n`)
    process.stdout.write(`已核实 verified ${verified}\n`)
    if (refused.length > 0)
      throw new Stop(cliProblems('cli.rows_unverified', { refused: refused.length, of: rows.length }))
  })

export const verifyEntriesCommand = (program: Command): void => {
  program
    .command('verify-entries')
    .description(
      '由科室负责人核实台账中待核实的行；本人登记的行不能由本人核实\nVerify the rows that wait in a register, as the head of the unit; nobody verifies rows of their own',
    )
    .option('--office <name>', '单位名称；只有一个单位时可省略 name of the office, where there are several')
    .option('--register <id>', '台账 register', 'progress')
    .option(
      '--as <person>',
      '由谁核实（姓名），默认为第一位科室负责人 who verifies; the first head of a unit where left out',
    )
    .addOption(dataOption())
    .action(run)
}
