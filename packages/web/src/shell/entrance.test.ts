import { expect, test } from 'vitest'
import { entranceBy } from './entrance.ts'

test.each([
  ['https:', '/sign-in'],
  ['http:', '/offices'],
])('a page that came by %s sends whoever has no seat to %s', (protocol, entrance) => {
  expect(entranceBy(protocol)).toBe(entrance)
})
