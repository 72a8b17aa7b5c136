import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
const web = join(import.meta.dirname, '../..')

/**
 * Builds the pages as they are shipped, budgets and all, into a folder of their own; returns it and its removal. In a
 * process of its own: the test runner's NODE_ENV would bring React's much larger development build.
 */
export async function buildPages(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-pages-'))
  const { NODE_ENV: _, ...env } = process.env
  const args = [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']
  await promisify(execFile)(process.execPath, args, { cwd: web, env })
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
