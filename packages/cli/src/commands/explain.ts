import { type Explanation, explanation, plan } from '@guatu/contract'
import type { Command } from 'commander'
import type { Client } from '../client/client.ts'
import { officeNamed, sitDown } from '../client/offices.ts'
import { dataOption, type Where, withClient } from '../client/with-client.ts'
import { linesOf } from '../explanation-lines.ts'
import { readDayOption, readInstantOption } from '../options.ts'
import { cliProblems } from '../problems.ts'
import { Stop } from '../stop.ts'

interface Options extends Where {
  readonly office?: string
  readonly on?: string
  readonly known?: string
  readonly json?: true
}

/** The year of the day, or where the office has no plan for it the last one before, as the wall shows it. */
const yearSeen = (year: number, planned: readonly number[]): number =>
  planned.includes(year) ? year : Math.max(...planned.filter((each) => each < year), 0) || year

async function explain(
  client: Client,
  code: string,
  { office: name, on: given, known }: Options,
): Promise<Explanation> {
  const office = await officeNamed(client, name)
  await sitDown(client, office, 'viewer')
  const on = given ?? office.today
  const year = yearSeen(Number(on.slice(0, 4)), office.years)
  const asOf = new URLSearchParams({ on, ...(known ? { known } : {}) })
  const { tasks } = await client.get(`/api/plans/${year}?${asOf}`, plan)
  const target = tasks.flatMap((task) => task.targets).find((one) => one.code.toUpperCase() === code.toUpperCase())
  if (!target) throw new Stop(cliProblems('cli.target_unknown', { code, year, office: office.name }))
  return client.get(`/api/targets/${target.id}/working?${asOf}`, explanation)
}

const run = (code: string, options: Options): Promise<void> =>
  withClient(options, async (client) => {
    const explained = await explain(client, code, options)
    process.stdout.write(`${options.json ? JSON.stringify(explained) : linesOf(explained)}\n`)
  })

export const explainCommand = (program: Command): void => {
  program
    .command('explain')
    .argument('<target>', '目标编号，例如 T30.1 code of a target')
    .description('说明一盏灯的全部推算：原句、目标、规则、计入和未计入的行\nShow the whole working of a light')
    .option('--office <name>', '单位名称；只有一个单位时可省略 name of the office, where there are several')
    .option('--on <day>', '截至哪一天，默认为今天 the day looked at; today where left out', readDayOption)
    .option('--known <instant>', '按哪一时刻所知 as known at this moment (UTC)', readInstantOption)
    .option('--json', '输出 JSON print JSON')
    .addOption(dataOption())
    .action(run)
}
