import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export const checkout = resolve(import.meta.dirname, '../../../..')

/** The commands of an ordinary machine, without what our own packages add in front. */
export const plainPath = (process.env.PATH ?? '')
  .split(':')
  .filter((folder) => !folder.includes('node_modules'))
  .concat(dirname(process.execPath))
  .join(':')

export interface Run {
  readonly child: ChildProcess
  /** Resolves to the printed address; rejects with what was said when it ends before. */
  readonly address: Promise<string>
  /** Resolves when it has ended, to its exit code and all it wrote. */
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>
}

interface Asked {
  readonly command?: readonly string[]
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly account?: { readonly uid: number; readonly gid: number } | null
  /** In a group of its own, as a terminal runs what is typed: Ctrl-C goes to all of it. */
  readonly group?: boolean
}

const startCommand = [process.execPath, join(checkout, 'tools', 'start.mjs')]

/** Runs the start command with these arguments in an environment that holds nothing of ours but the wish for a few rows. */
export function runGuatu(
  args: readonly string[],
  { command = startCommand, cwd = '/', env, account, group = false }: Asked = {},
): Run {
  const [program = '', ...before] = command
  const child = spawn(program, [...before, ...args], {
    cwd,
    env: { PATH: plainPath, HOME: process.env.HOME ?? '/tmp', GUATU_SAMPLE: 'few', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: group,
    ...account,
  })
  let out = ''
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    err += chunk
  })
  const ended = new Promise<{ code: number | null; out: string; err: string }>((done) =>
    child.on('close', (code) => done({ code, out, err })),
  )
  const address = new Promise<string>((found, fail) => {
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      out += chunk
      const printed = /http:\/\/\S+/.exec(out)?.[0]
      if (printed) found(printed)
    })
    void ended.then(() => fail(new Error(`ended before it served: ${out}${err}`)))
  })
  // Whoever only waits for the end does not ask for the address.
  address.catch(() => {})
  return { child, address, ended }
}

/** Ctrl-C, as the terminal sends it to all of the group. */
export function interrupt({ child: { pid } }: Run): void {
  if (pid === undefined) throw new Error('nothing was started that could be interrupted')
  process.kill(-pid, 'SIGINT')
}

/** What was said on stderr besides how long a wait has taken. */
export const complaints = (err: string): string[] =>
  err.split('\n').filter((line) => line !== '' && !/ … \d+ s$/.test(line))

/** The processes that this one started, from the kernel's own list. */
export const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

/** The database server of a data folder. */
export const databasePid = (dataFolder: string): number =>
  Number(readFileSync(join(dataFolder, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])

/** Waits until something is so; throws after ten seconds. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    if (isSo()) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('waited ten seconds in vain')
}
