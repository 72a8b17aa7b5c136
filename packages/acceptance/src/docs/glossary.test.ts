import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

interface Term {
  readonly chinese: string
  readonly identifier: string
}

const terms = (): Term[] =>
  [...readFileSync(join(root, 'docs/glossary.md'), 'utf8').matchAll(/^\| ([^|]+?) +\| `([^`]+)` +\|/gm)].map((row) => ({
    chinese: row[1] ?? '',
    identifier: row[2] ?? '',
  }))

// Only what the program itself is made of: a word that stands in a test alone is not a word of the product.
const isSource = (path: string) =>
  /\.(?:tsx?|sql)$/.test(path) && !path.includes('.test.') && !path.includes('node_modules')

function wordsOfTheCode(): ReadonlySet<string> {
  const packages = readdirSync(join(root, 'packages')).filter((name) => name !== 'acceptance')
  const words = new Set<string>()
  for (const name of packages) {
    const folder = join(root, 'packages', name)
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isSource))
      for (const word of readFileSync(join(folder, path), 'utf8').match(/[A-Za-z]\w*/g) ?? []) words.add(word)
  }
  return words
}

test('词汇表里的每个英文名都在代码里', () => {
  const words = wordsOfTheCode()
  expect(terms().length).toBeGreaterThan(50)
  expect(terms().filter(({ identifier }) => !words.has(identifier))).toEqual([])
})

test('一个中文词只有一个英文名，一个英文名只有一个中文词', () => {
  const repeated = (list: readonly string[]) => list.filter((one, at) => list.indexOf(one) !== at)
  expect(repeated(terms().map((term) => term.chinese))).toEqual([])
  expect(repeated(terms().map((term) => term.identifier))).toEqual([])
})
