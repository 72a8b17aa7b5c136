import { expect, test } from 'vitest'
import { uuid } from './uuid.ts'

const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test.each([
  ['a secure page', globalThis.crypto],
  ['plain http', { getRandomValues: globalThis.crypto.getRandomValues.bind(globalThis.crypto) }],
  ['a browser with neither', {}],
])('a key is a version 4 uuid on %s', (_where, source) => {
  const keys = Array.from({ length: 50 }, () => uuid(source))
  for (const key of keys) expect(key).toMatch(version4)
  expect(new Set(keys).size).toBe(50)
})
