import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runTool } from './ensure.mjs'
import { alone } from './lock.mjs'
import { fail, showProgress } from './progress.mjs'

const web = join(root, 'packages', 'web')
const stamp = join(web, 'dist', '.sources')
const sources = ['packages/web', 'packages/contract/src', 'packages/core/src', 'package-lock.json']
// The compiler of the words leaves a cache, a README and hidden files beside its settings.
const made = ['dist', 'generated', 'node_modules', 'cache', 'README.md']
const isMade = (name) => made.includes(name) || name.startsWith('.') || name.includes('.test.')

function* filesUnder(path) {
  const entries = readdirSync(path, { withFileTypes: true }).filter((entry) => !isMade(entry.name))
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) yield* filesUnder(child)
    else yield child
  }
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const source of sources.map((path) => join(root, path))) {
    const files = source.endsWith('.json') ? [source] : filesUnder(source)
    for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

const isBuilt = (hash) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash

async function build(hash) {
  if (isBuilt(hash)) return
  const done = showProgress('正在生成网页 Building the pages')
  const { code, said } = await runTool('vite', ['build', 'packages/web', '--config', 'packages/web/vite.config.ts'], {
    quiet: true,
    // Whoever asks, a test included, gets the pages as they are served.
    env: { NODE_ENV: 'production' },
  })
  done()
  if (code !== 0) {
    console.error(said)
    fail('网页没有生成：见上。', 'The pages were not built: see above.')
  }
  writeFileSync(stamp, hash)
}

/** Builds packages/web/dist when it is missing or older than its sources; a packed copy brings it along. */
export async function ensureWebBuilt() {
  if (!existsSync(join(web, 'index.html'))) return
  const hash = hashOfSources()
  // Pages that somebody else has built are there for everybody, also where only that person may write.
  if (isBuilt(hash)) return
  await alone(join(root, '.cache', 'building-web'), () => build(hash))
}
