#!/usr/bin/env node
import { runGuatu } from './program.ts'

const code = await runGuatu(process.argv.slice(2))
if (code !== 0) process.exit(code)
