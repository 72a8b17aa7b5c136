import { batchResult, entryPage } from '@guatu/contract'
import type { Command } from 'commander'
import { z } from 'zod'
import type { Client } from '../client/client.ts'
import { officeNamed, sitDown } from '../client/offices.ts'
import { dataOption, type Where, withClient } from '../client/with-client.ts'
import { bytesOf } from '../files.ts'
import { type NumberedRow, rowsOf } from '../jsonl.ts'
import { cliProblems } from '../problems.ts'
import { Stop } from '../stop.ts'

interface Options extends Where {
  readonly office?: string
  readonly register: string
  readonly verify?: true
}

// The door takes so many rows at once.
const batchMax = 2000

function* chunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += batchMax) yield all.slice(at, at + batchMax)
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

/** The rows that wait for somebody to verify them, and who entered each. */
async function waiting(client: Client, path: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  let after = ''
  do {
    const page = await client.get(`${path}/entries?state=submitted&limit=500${after}`, entryPage)
    for (const { id, enteredBy } of page.entries) found.set(id, enteredBy)
    after = page.next ? `&after=${page.next}` : ''
  } while (after)
  return found
}

/** Verifies, as another person, the rows that this run entered: those that wait now and did not wait before. */
async function verify(client: Client, path: string, before: ReadonlyMap<string, string>, enteredBy: string) {
  const now = await waiting(client, path)
  const ids = [...now].filter(([id, by]) => by === enteredBy && !before.has(id)).map(([id]) => id)
  let verified = 0
  for (const part of chunks(ids)) {
    const done = await client.post(`${path}/verify`, { ids: part }, z.object({ verified: z.int() }))
    verified += done.verified
  }
  process.stdout.write(`已核实 verified ${verified}\n`)
}

const run = (file: string, options: Options): Promise<void> =>
  withClient(options, async (client) => {
    const rows = rowsOf((await bytesOf(file)).toString('utf8'))
    const path = `/api/registers/${encodeURIComponent(options.register)}`
    const office = await officeNamed(client, options.office)
    const handler = await sitDown(client, office, 'handler')
    const before = options.verify ? await waiting(client, path) : new Map<string, string>()
    let refused = 0
    for (const part of chunks(rows)) refused += await enter(client, path, part)
    process.stdout.write(`已登记 entered ${rows.length - refused}\n`)
    if (options.verify) {
      await sitDown(client, office, 'unitHead')
      await verify(client, path, before, handler.name)
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
    .option('--verify', '随后由科室负责人核实 verify them afterwards, as the head of the unit')
    .addOption(dataOption())
    .action(run)
}
