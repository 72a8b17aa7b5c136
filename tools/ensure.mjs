// Plain JavaScript for whatever Node runs npm: it makes sure that the packages are there, then hands over to our own Node.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isInstalled } from './installed.mjs'
import { alone } from './lock.mjs'
import { fail, showProgress } from './progress.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))
const binaries = join(root, 'node_modules', '.bin')

/** Runs npm to its end, quietly; resolves to what it complained of, or to nothing. */
function npmCi() {
  return new Promise((resolve) => {
    // Development tools are part of what a checkout needs, whatever NODE_ENV says.
    const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--prefer-offline']
    const child = spawn('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => resolve(code === 0 ? '' : said.trim() || `npm ci: ${code}`))
  })
}

async function install() {
  if (isInstalled(root)) return
  const done = showProgress('正在安装所需组件 Installing packages')
  const problem = await npmCi()
  done()
  if (!problem && isInstalled(root)) return
  const why = problem.split('\n').find((line) => /error/i.test(line)) ?? (problem || 'node-linux missing')
  fail(
    `安装所需组件失败（${why}）：请检查网络后重新运行。`,
    'Installing packages failed: check the connection to the npm registry and run the command again.',
  )
}

/** Installs what the lock file names, once; a packed copy carries it and never asks the network. */
export async function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < 18)
    fail(`Node ${process.version} 太旧，需要 18 以上。`, `Node ${process.version} is too old: 18 or later is needed.`)
  if (!existsSync(join(root, 'package-lock.json')) || isInstalled(root)) return
  const waiting = showProgress('另一个安装正在进行 Another install is under way')
  await alone(join(root, '.cache', 'installing'), () => {
    waiting()
    return install()
  })
}

// What Node has once compiled it finds again; where the folder cannot be written, it does without.
const compiled = join(root, '.cache', 'compiled')
const environment = () => ({
  NODE_COMPILE_CACHE: compiled,
  ...process.env,
  PATH: `${binaries}:${process.env.PATH ?? ''}`,
})
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

const cannotRun = () =>
  fail(
    '本机不能运行自带的 Node 24：需要 x64 或 arm64 的 Linux，glibc 2.28 以上。',
    'The Node 24 that comes with Guatu does not run here: Linux x64 or arm64 with glibc 2.28 is needed.',
  )

// npm ends on a signal of its own without telling the script it runs, so the script has to notice.
function endWithNpm(child) {
  const npm = process.ppid
  if (!process.env.npm_lifecycle_event) return
  setInterval(() => process.ppid !== npm && child.kill('SIGTERM'), 500).unref()
}

/**
 * Runs a program of ours under our own Node and passes signals on; resolves to its exit code. The channel between the
 * two tells the program when this process has been killed.
 */
export function runOurNode(args) {
  const child = spawn(join(binaries, 'node'), args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: environment(),
  })
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  endWithNpm(child)
  return new Promise((resolve) => {
    child.on('error', cannotRun)
    child.on('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}

/** Runs a command of node_modules/.bin to its end under our own Node; resolves to its exit code and what it said. */
export function runTool(command, args, { env = {}, quiet = false } = {}) {
  const output = quiet ? 'pipe' : 'inherit'
  const child = spawn(join(binaries, command), args, {
    cwd: root,
    stdio: ['ignore', output, output],
    env: { ...environment(), ...env },
  })
  let said = ''
  const hear = (chunk) => {
    said += chunk
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, said: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}
