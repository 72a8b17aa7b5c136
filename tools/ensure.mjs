// Plain JavaScript for whatever Node runs npm: it makes sure that the packages are there, then hands over to our own Node.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const node = join(root, 'node_modules', '.bin', 'node')
const stamp = join(root, 'node_modules', '.guatu-installed')
const lock = join(root, '.cache', 'installing')

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
const isInstalled = () => existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()

function fail(zh, en) {
  console.error(`${zh}\n${en}`)
  process.exit(1)
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Waits while another start in this folder installs; takes the lock of one that has died. */
async function takeLock() {
  mkdirSync(join(root, '.cache'), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return
    } catch {
      const pid = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0)
      if (pid && !isAlive(pid)) rmSync(lock, { force: true })
      else await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }
}

function npmCi() {
  const began = Date.now()
  const ticker = setInterval(() => {
    process.stderr.write(`\r正在安装所需组件 Installing packages … ${Math.round((Date.now() - began) / 1000)} s`)
  }, 1000)
  return new Promise((resolve) => {
    const child = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', (error) => resolve(String(error)))
    child.on('close', (code) => {
      clearInterval(ticker)
      if (Date.now() - began > 1000) process.stderr.write('\n')
      resolve(code === 0 ? '' : said.trim() || `npm ci: ${code}`)
    })
  })
}

/** Installs what the lock file names, once; a packed copy carries it and never asks the network. */
export async function ensureInstalled() {
  if (!existsSync(join(root, 'package-lock.json')) || isInstalled()) return
  await takeLock()
  try {
    if (isInstalled()) return
    const problem = await npmCi()
    if (problem) {
      rmSync(lock, { force: true })
      fail(
        `安装所需组件失败：${problem.split('\n').at(0)}`,
        'Installing packages failed: check the connection to the npm registry and run the command again.',
      )
    }
    writeFileSync(stamp, lockHash())
  } finally {
    rmSync(lock, { force: true })
  }
}

const environment = () => ({ ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}` })

/** Runs a program of ours under our own Node, signals passed on; resolves to its exit code. */
export function runOurNode(args) {
  const child = spawn(node, args, { cwd: process.cwd(), stdio: 'inherit', env: environment() })
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.on('error', () =>
      fail(
        '本机不能运行自带的 Node 24。',
        'The Node 24 that comes with Guatu does not run here: Linux x64 or arm64 with glibc 2.28 is needed.',
      ),
    )
    child.on('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}

/** Runs a command of node_modules/.bin to its end; true when it succeeded. */
export const runTool = (command, args, env = {}) =>
  spawnSync(join(root, 'node_modules', '.bin', command), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment(), ...env },
  }).status === 0
