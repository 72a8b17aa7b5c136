import { words } from '@guatu/definitions'
import { expect, test } from 'vitest'

// That every code has words is held by the compiler: the table is a record of all codes there are.
test('审图时说给人听的话，中英文都有，没有两个代码说的是同一句', () => {
  const said = Object.values(words)
  expect(said.every(({ zh, en }) => /[一-龥]/.test(zh) && /[a-z]/.test(en))).toBe(true)
  expect(new Set(said.map(({ zh }) => zh)).size).toBe(said.length)
})

test.each([
  ['context.count', /几类|个数/],
  ['context.list', /下文/],
] as const)('%s 说的就是它收的', (code, says) => {
  expect(words[code].zh).toMatch(says)
})
