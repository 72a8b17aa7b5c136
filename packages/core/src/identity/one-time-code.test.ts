import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeBytes, codeOf, plainCode } from './one-time-code.ts'

const bytes = fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes })

test('a code is four groups of four letters that nobody takes for one another', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      expect(codeOf(some)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    }),
  )
})

test('other bytes make another code', () => {
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      expect(codeOf(a) === codeOf(b)).toBe(Buffer.from(a).equals(Buffer.from(b)))
    }),
  )
})

test.each([
  ['7k3m-0000-1111-zzzz'],
  ['7K3M 0000 1111 ZZZZ'],
  ['７Ｋ３Ｍ－００００－１１１１－ＺＺＺＺ'],
  ['7K3MOOOOILIlzzzz'],
])('%s is read as the code it was typed from', (typed) => {
  expect(plainCode(typed)).toBe('7K3M00001111ZZZZ')
})
