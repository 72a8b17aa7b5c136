import { writeFileSync } from 'node:fs'
import { problemsPage } from '../packages/acceptance/src/docs/problems-page.ts'

writeFileSync(new URL('../docs/problems.md', import.meta.url), problemsPage())
