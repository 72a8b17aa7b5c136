import { writeFileSync } from 'node:fs'
import { vectorsPage } from '../packages/acceptance/src/docs/vectors-page.ts'

writeFileSync(new URL('../docs/vectors.md', import.meta.url), vectorsPage())
