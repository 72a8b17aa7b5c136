import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

// Three rooms that are no stage lie below all of them: who may do what in an office, how they prove who they are, and
// the record of what was done.
const order = [
  'shared',
  'office',
  'identity',
  'audit',
  'text',
  'plan',
  'assignment',
  'fact',
  'indicator',
  'signal',
  'supervision',
  'document',
]

interface Crossing {
  readonly file: string
  readonly from: string
  readonly to: string
  readonly path: string
}

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file.includes('/'))
  .map((file) => ({ file, code: readFileSync(join(import.meta.dirname, file), 'utf8') }))

const stageOf = (file: string) => file.split('/')[0] ?? ''

const crossings: Crossing[] = sources.flatMap(({ file, code }) =>
  [...code.matchAll(/(?:from|import\(?)\s*'(\.[^']+)'/g)]
    .map((found) => normalize(join(dirname(file), found[1] ?? '')))
    .map((path) => ({ file, from: stageOf(file), to: stageOf(path), path }))
    .filter(({ from, to }) => from !== to),
)

test('every folder is a stage of the sentence the product lives by', () => {
  expect(crossings.length).toBeGreaterThan(10)
  expect([...new Set(sources.map(({ file }) => stageOf(file)))].filter((stage) => !order.includes(stage))).toEqual([])
})

test('a stage looks back, never ahead, and in at the front door', () => {
  for (const { from, to, file, path } of crossings) {
    expect(order.indexOf(to), `${file}: ${from} may not know ${to}`).toBeLessThan(order.indexOf(from))
    expect(path, `${file} enters ${to} by an inner file`).toBe(`${to}/index.ts`)
  }
})

const impure = /from 'node:|import\('node:|\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bprocess\./

test('the core knows no machine: the clock, chance and files are handed in', () => {
  expect(sources.filter(({ code }) => impure.test(code)).map(({ file }) => file)).toEqual([])
})
