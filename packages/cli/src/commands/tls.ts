import { readFileSync } from 'node:fs'
import { dayOf } from '@guatu/core/shared'
import { type Command, InvalidArgumentError } from 'commander'
import { dataOption, type Where } from '../client/with-client.ts'
import { cliProblems } from '../problems.ts'
import { Stop } from '../stop.ts'

interface Options extends Where {
  readonly cert?: string
  readonly key?: string
  readonly own?: true
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code: why = String(error) } = error as NodeJS.ErrnoException
    throw new Stop(cliProblems('cli.file_unreadable', { file, why }))
  }
}

async function install(folder: string, cert: string, key: string): Promise<string> {
  const [{ checkGiven }, { namesOfMachine }, { writePair }, { systemClock }] = await Promise.all([
    import('@guatu/server/first-run/tls/check-given'),
    import('@guatu/server/first-run/tls/names'),
    import('@guatu/server/first-run/tls/store'),
    import('@guatu/server/platform/clock'),
  ])
  const given = { certificate: read(cert), key: read(key) }
  const checked = await checkGiven(given, namesOfMachine(), systemClock.now())
  if (!checked.ok) throw new Stop(checked.problem)
  writePair(folder, 'office', checked.value)
  return '已装上单位的证书 The office’s certificate is installed'
}

async function run({ data, cert, key, own }: Options): Promise<void> {
  const [{ removePair, tlsFolderOf }, { lanRulesOn }, { systemClock }] = await Promise.all([
    import('@guatu/server/first-run/tls/store'),
    import('@guatu/server/rules'),
    import('@guatu/server/platform/clock'),
  ])
  const folder = tlsFolderOf(data)
  if (own !== undefined && (cert !== undefined || key !== undefined))
    throw new InvalidArgumentError('--own 与 --cert、--key 只用其一 use --own or --cert with --key')
  if (own === undefined && (cert === undefined || key === undefined))
    throw new InvalidArgumentError('--cert 与 --key 要一起给出 give --cert and --key together')
  if (own) removePair(folder, 'office')
  const done = own
    ? '改用本机自己的证书 Back to the certificate made here'
    : await install(folder, cert ?? '', key ?? '')
  const seconds = lanRulesOn(dayOf(systemClock.now())).lookAgainSeconds
  process.stdout.write(
    `${done}\n正在运行的挂图在 ${seconds} 秒内换用，不用重启 A running Guatu takes it within ${seconds} s, without a restart\n`,
  )
}

export const tlsCommand = (program: Command): void => {
  program
    .command('tls')
    .description(
      '局域网 https 用的证书：装上单位的证书，或改回本机自己的\nThe certificate of the https door: install the office’s own, or go back to the one made here',
    )
    .option('--cert <file>', '证书，PEM，服务器证书在最前 the certificate in PEM, the server’s first')
    .option('--key <file>', '私钥，PEM，不加口令 its key in PEM, without a passphrase')
    .option('--own', '改用本机自己的证书 use the one made here')
    .addOption(dataOption())
    .action(run)
}
