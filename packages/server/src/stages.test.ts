import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

// The stages of the sentence the product lives by, with the rooms beside them where they come in.
const order = [
  'platform',
  'http',
  'text',
  'office',
  'identity',
  'plan',
  'fact',
  'evidence',
  'indicator',
  'signal',
  'document',
  'approval',
  'first-run',
  'roster',
  'audit',
  'backup',
]

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('testing/'))
  .map((file) => ({ file, code: readFileSync(join(import.meta.dirname, file), 'utf8') }))
  .map((source) => ({ ...source, stage: source.file.includes('/') ? (source.file.split('/')[0] ?? '') : 'whole' }))

const imported = (code: string) => [...code.matchAll(/(?:from|import\(?)\s*'([^']+)'/g)].map((found) => found[1] ?? '')

const crossings = sources.flatMap(({ file, code, stage }) =>
  imported(code)
    .filter((path) => path.startsWith('.'))
    .map((path) => normalize(join(dirname(file), path)))
    .filter((path) => path.includes('/') && !path.startsWith(`${stage}/`))
    .map((path) => ({ file, from: stage, to: path.split('/')[0] ?? '', path })),
)

test('every folder is a stage or a room beside one', () => {
  expect(crossings.length).toBeGreaterThan(100)
  expect(
    [...new Set(sources.map(({ stage }) => stage))].filter((stage) => ![...order, 'whole'].includes(stage)),
  ).toEqual([])
})

test('a stage looks back, never ahead', () => {
  const ahead = crossings.filter(({ from, to }) => from !== 'whole' && order.indexOf(to) >= order.indexOf(from))
  expect(ahead).toEqual([])
})

test('one stage enters another at the front door; the platform below them is open to all', () => {
  const aside = crossings.filter(({ to, path }) => to !== 'platform' && path !== `${to}/index.ts`)
  expect(aside).toEqual([])
})

test('what an office decides is handed in by the whole, which alone knows the definitions', () => {
  const knowing = sources.filter(
    ({ stage, code }) => stage !== 'whole' && imported(code).includes('@guatu/definitions'),
  )
  expect(knowing.map(({ file }) => file)).toEqual([])
})
