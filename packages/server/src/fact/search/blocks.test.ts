import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addPlace, allBits, blockSize, both, either, noBits, packed, placesOf, unpacked, without } from './blocks.ts'

const places = fc
  .uniqueArray(fc.nat(blockSize - 1), { maxLength: 1200, size: 'max' })
  .map((list) => list.toSorted((a, b) => a - b))
const bitsOf = (list: readonly number[]) => {
  const bits = noBits()
  for (const place of list) addPlace(bits, place)
  return bits
}

test('存下再读出，一处不多一处不少，多少处都一样', () => {
  fc.assert(
    fc.property(places, (list) => {
      expect(placesOf(unpacked(packed(bitsOf(list))))).toEqual(list)
      expect(packed(bitsOf(list)).length).toBeLessThanOrEqual(blockSize / 8)
    }),
    { numRuns: 60 },
  )
  expect(placesOf(unpacked(packed(allBits())))).toHaveLength(blockSize)
})

test('同时有、有一个、有这个没有那个，与集合的算法一致', () => {
  fc.assert(
    fc.property(places, places, (a, b) => {
      const [left, right] = [bitsOf(a), bitsOf(b)]
      expect(placesOf(both(left, right))).toEqual(a.filter((one) => b.includes(one)))
      expect(new Set(placesOf(either(left, right)))).toEqual(new Set([...a, ...b]))
      expect(placesOf(without(left, right))).toEqual(a.filter((one) => !b.includes(one)))
    }),
    { numRuns: 40 },
  )
})
