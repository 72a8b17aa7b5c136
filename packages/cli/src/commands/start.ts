import { defaultDataFolder } from '@guatu/server/platform/postgres/data-folder'
import { type Command, InvalidArgumentError, Option } from 'commander'

const portMax = 65_535

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > portMax) throw new InvalidArgumentError(`0–${portMax}`)
  return port
}

interface Options {
  readonly data: string
  readonly port: number
}

/** Resolves when somebody asks us to stop, or when the process that started us has been killed. */
const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve())
    process.on('disconnect', resolve)
  })

async function run({ data, port }: Options): Promise<void> {
  const stopping = askedToStop()
  const { start } = await import('@guatu/server/start')
  const url = process.env.DATABASE_URL
  const started = await start({ place: { dataFolder: data, url }, port })
  const where = url ? '数据库 Database: DATABASE_URL' : `数据目录 Data folder: ${data}`
  console.log(`挂图已启动 Guatu is running: ${started.address}\n${where}\n按 Ctrl-C 停止 Press Ctrl-C to stop`)
  await stopping
  console.log('正在停止 Stopping …')
  await started.stop()
  process.exit(0)
}

export const startCommand = (program: Command): void => {
  program
    .command('start')
    .description(
      '启动挂图，直到按 Ctrl-C。DATABASE_URL 可指定外部 PostgreSQL 15+\nServe until Ctrl-C; DATABASE_URL points it at a PostgreSQL 15 or later',
    )
    .addOption(new Option('--data <folder>', '数据目录 data folder').env('GUATU_DATA').default(defaultDataFolder()))
    .addOption(new Option('--port <number>', '端口 port').env('GUATU_PORT').default(8023).argParser(portOf))
    .action(run)
}
