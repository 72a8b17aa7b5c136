#!/usr/bin/env node
import { join } from 'node:path'
import { ensureWebBuilt } from './build-web.mjs'
import { ensureInstalled, root, runOurNode } from './ensure.mjs'

await ensureInstalled()
if (process.argv[2] === 'start') await ensureWebBuilt()
process.exit(await runOurNode([join(root, 'packages/cli/src/main.ts'), ...process.argv.slice(2)]))
