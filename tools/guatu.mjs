#!/usr/bin/env node
import { join } from 'node:path'
import { ensureInstalled, root, runOurNode } from './ensure.mjs'

await ensureInstalled()
process.exit(await runOurNode([join(root, 'packages/cli/src/main.ts'), ...process.argv.slice(2)]))
