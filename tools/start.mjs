import { join } from 'node:path'
import { ensureWebBuilt } from './build-web.mjs'
import { ensureInstalled, root, runOurNode } from './ensure.mjs'

await ensureInstalled()
await ensureWebBuilt()
process.exit(await runOurNode([join(root, 'packages/cli/src/main.ts'), 'start', ...process.argv.slice(2)]))
