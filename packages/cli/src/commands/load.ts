import { batchResult } from '@guatu/contract'
import type { Command } from 'commander'
import type { Client } from '../client/client.ts'
import { officeNamed, sitDown } from '../client/offices.ts'
import { dataOption, type Where, withClient } from '../client/with-client.ts'
import { bytesOf } from '../files.ts'
import { type NumberedRow, rowsOf } from '../jsonl.ts'
import { cliProblems } from '../problems.ts'
import { Stop } from '../stop.ts'
import { batches, verifyRows, waitingRows } from '../waiting-rows.ts'

interface Options extends Where {
  readonly office?: string
  readonly register: string
  readonly as?: string
  readonly verify?: true
}

/** Enters one batch; says of each refused row which line it was and why. Returns how many were refused. */
async function enter(client: Client, path: string, rows: readonly NumberedRow[]): Promise<number> {
  const done = await client.post(`${path}/batch`, { rows: rows.map(({ row }) => row), preview: false }, batchResult)
  for (const [at, { ok, says, code }] of done.rows.entries()) {
    const line = rows[at]?.line ?? 0
    if (!ok) process.stderr.write(`第${line}行 line ${line}: ${says?.zh ?? ''} ${says?.en ?? ''} [${code ?? ''}]\n`)
  }
  return done.refused
}

const run = (file: string, options: Options): Promise<void> =>
  withClient(options, async (client) => {
    const rows = rowsOf((await bytesOf(file)).toString('utf8'))
    const path = `/api/registers/${encodeURIComponent(options.register)}`
    const office = await officeNamed(client, options.office)
    const handler = await sitDown(client, office, 'handler', options.as)
    const before = new Set(options.verify ? (await waitingRows(client, path)).map(({ id }) => id) : [])
    let refused = 0
    for (const part of batches(rows)) refused += await enter(client, path, part)
    process.stdout.write(`已登记 entered ${rows.length - refused}\n`)
    if (options.verify) {
      await sitDown(client, office, 'unitHead')
      const fresh = (await waitingRows(client, path)).filter(
        (row) => row.enteredBy === handler.name && !before.has(row.id),
      )
      const { verified } = await verifyRows(client, path, fresh)
      process.stdout.write(`已核实 verified ${verified}\n`)
    }
    if (refused > 0) throw new Stop(cliProblems('cli.rows_refused', { refused, of: rows.length }))
  })

export const loadCommand = (program: Command): void => {
  program
    .command('load')
    .argument('<file>', '.jsonl，每行一个对象 one object a line')
    .description(
      '把一个文件里的行登记到台账，例如 {"on":"2023-06-30","target":"T30.1","unit":"…","quantity":"12"}\nEnter the rows of a file into a register',
    )
    .option('--office <name>', '单位名称；只有一个单位时可省略 name of the office, where there are several')
    .option('--register <id>', '台账 register', 'progress')
    .option('--as <person>', '由谁登记（姓名），默认为第一位经办人 who enters them; the first handler where left out')
    .option('--verify', '随后由科室负责人核实 verify them afterwards, as the head of the unit')
    .addOption(dataOption())
    .action(run)
}
