// npm run screens: every screen of the product in all its forms, as pictures in screens/.
import { join } from 'node:path'
import { ensureWebBuilt } from './build-web.mjs'
import { ensureInstalled, root, runOurNode } from './ensure.mjs'

await ensureInstalled()
await ensureWebBuilt()
process.exit(await runOurNode([join(root, 'tools/screens/main.ts'), ...process.argv.slice(2)]))
