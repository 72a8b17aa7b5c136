import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from './guatu-process.ts'

const made = ['node_modules', 'dist', 'generated', 'screens', 'coverage', 'cache']
const isMade = (name: string) =>
  made.includes(name) || (name.startsWith('.') && !['.ci', '.npmrc', '.gitignore'].includes(name))

function walk(folder: string): string[] {
  const entries = readdirSync(join(checkout, folder), { withFileTypes: true }).filter(({ name }) => !isMade(name))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
}

/** Every file of this checkout that nothing made, as git knows it; by its folders where the copy has no git. */
export function checkoutFiles(): string[] {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const git = spawnSync('git', list, { cwd: checkout, encoding: 'utf8', maxBuffer: 100_000_000 })
  const files = git.status === 0 ? git.stdout.split('\0') : walk('')
  return files.filter((file) => file !== '' && existsSync(join(checkout, file)))
}
