import { validate, version } from 'uuid'
import { expect, test } from 'vitest'
import { newId } from './ids.ts'

test('ids are of version 7, no two alike, in the order in which they were made', () => {
  const ids = Array.from({ length: 20_000 }, newId)
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
})
