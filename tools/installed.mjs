import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

// Optional packages are for one kind of machine, or hang below one that is: only those made for this one must be there.
const isNeeded = (wanted) => !wanted.optional || ((wanted.os || wanted.cpu) && isForHere(wanted))
const isForHere = ({ os, cpu, libc }) =>
  (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch)) && (!libc || libc.includes('glibc'))

/**
 * Whether node_modules holds exactly what package-lock.json names for this machine. npm writes down what it installed
 * as its last step, so an install that was broken off does not count.
 */
export function isInstalled(root) {
  const kept = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(kept) || !existsSync(join(root, 'node_modules', '.bin', 'node'))) return false
  const installed = packagesIn(kept)
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (!path.includes('node_modules/') || !isNeeded(wanted)) return true
    const found = installed[path]
    return found !== undefined && found.version === wanted.version && found.integrity === wanted.integrity
  })
}
