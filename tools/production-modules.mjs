import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const wantedBy = ({ dependencies, optionalDependencies, peerDependencies }) =>
  Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })

// As Node looks a package up: beside its user first, then in every folder above.
function placeOf(name, from, packages) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
    if (packages[place]) return place
    if (at === '') return undefined
  }
}

/** The installed packages that these workspaces need to run, as paths below the checkout; the workspaces not counted. */
export function productionModules(root, workspaces) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const found = new Set()
  const visit = (from) => {
    for (const name of wantedBy(packages[from] ?? {})) {
      const place = placeOf(name, from, packages)
      if (!place || packages[place].link || found.has(place) || !existsSync(join(root, place))) continue
      found.add(place)
      visit(place)
    }
  }
  for (const workspace of workspaces) visit(workspace)
  return [...found].sort()
}
