import { dayOf, wholeInForce } from '@guatu/core/shared'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { dataOption, type Where } from '../client/with-client.ts'

interface Options extends Where {
  readonly months?: number
}

const monthsIn = (given: string): number => {
  if (!/^[1-9]\d{0,2}$/.test(given)) throw new InvalidArgumentError('要整月数 whole months')
  return Number(given)
}

async function run({ data, months }: Options): Promise<void> {
  const [{ archiveLog }, { definitions }, { systemClock }] = await Promise.all([
    import('@guatu/server/audit/archive-log'),
    import('@guatu/definitions'),
    import('@guatu/server/platform/clock'),
  ])
  const now = systemClock.now()
  const monthsMin = wholeInForce(definitions.auditRules.hotMonths, dayOf(now))
  const done = await archiveLog(
    { months: months ?? monthsMin, monthsMin, now },
    { dataFolder: data, url: process.env.DATABASE_URL },
  )
  for (const { name, moved, atHand, archived } of done)
    process.stdout.write(`${name}：移到存档 moved ${moved}；在手 at hand ${atHand}；存档 archived ${archived}\n`)
}

export const auditArchiveCommand = (program: Command): void => {
  program
    .command('audit-archive')
    .description(
      '把半年以前的审计记录移到存档：不删，照样查得到、导得出、核验得过\nMove records of the log older than half a year to the archive: none is deleted, all are still searched, exported and verified',
    )
    .addOption(new Option('--months <n>', '在手留几个月 months that stay at hand').argParser(monthsIn))
    .addOption(dataOption())
    .action(run)
}
