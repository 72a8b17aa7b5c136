import type { LanState } from '@guatu/contract'
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
  readonly lanPort: number
}

/** Resolves when somebody asks us to stop, or when the process that started us has been killed. */
const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve())
    process.on('disconnect', resolve)
  })

/** Where other machines come in, or why they cannot; nothing as long as no office works in earnest. */
function lanLines({ open, addresses, problem }: LanState): string {
  const lines = open ? addresses.map((address) => `局域网 On the network: ${address}\n`) : []
  return [
    ...lines,
    ...(problem ? [`${problem.says.zh}${problem.next.zh} ${problem.says.en} ${problem.next.en}\n`] : []),
  ].join('')
}

async function run({ data, port, lanPort }: Options): Promise<void> {
  const stopping = askedToStop()
  const { start } = await import('@guatu/server/start')
  const url = process.env.DATABASE_URL
  const started = await start({ place: { dataFolder: data, url }, port, lanPort })
  const where = url ? '数据库 Database: DATABASE_URL' : `数据目录 Data folder: ${data}`
  console.log(
    `挂图已启动 Guatu is running: ${started.address}\n${lanLines(started.lan)}${where}\n按 Ctrl-C 停止 Press Ctrl-C to stop`,
  )
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
    .addOption(
      new Option('--lan-port <number>', '正式启用后，局域网 https 的端口 port for other machines, by https')
        .env('GUATU_LAN_PORT')
        .default(8443)
        .argParser(portOf),
    )
    .action(run)
}
