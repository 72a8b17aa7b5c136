import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { words } from '@guatu/definitions'
import { expect, test } from 'vitest'

const core = join(import.meta.dirname, '../../../core/src/plan')

/** The codes that the reader of plans can put beside a phrase, as its sources spell them. */
const codes = (): string[] =>
  globSync('**/*.ts', { cwd: core })
    .filter((file) => !file.endsWith('.test.ts') && !file.includes('problems'))
    .flatMap((file) => [...readFileSync(join(core, file), 'utf8').matchAll(/'(plan\.[a-z_.]+)'/g)])
    .map((match) => match[1] ?? '')

test('审图时说给人听的每一个代码都有中英文的话', () => {
  expect(codes().length).toBeGreaterThan(3)
  expect([...new Set(codes())].filter((code) => !(code in words))).toEqual([])
})
