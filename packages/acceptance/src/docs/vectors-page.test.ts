import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { vectors } from './vectors.ts'
import { vectorsPage } from './vectors-page.ts'

const root = new URL('../../../../', import.meta.url)
const fileOf = (path: string): string => readFileSync(new URL(path, root), 'utf8')

test('docs/vectors.md 与清单一致；npm run docs:vectors 重写它', () => {
  expect(fileOf('docs/vectors.md')).toBe(vectorsPage())
})

test('清单里写的测试都在，没有测试的都写明还缺什么', () => {
  for (const { id, test: held, needs } of vectors) {
    if (held) expect(fileOf(held.file), id).toContain(held.name)
    else expect(needs, id).toBeTruthy()
  }
  expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length)
})
