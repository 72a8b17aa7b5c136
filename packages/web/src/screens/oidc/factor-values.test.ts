import { expect, test } from 'vitest'
import { factorValuesOf } from './factor-values.ts'

test.each([
  ['', []],
  ['  ', []],
  ['otp', ['otp']],
  ['otp, mfa', ['otp', 'mfa']],
  ['otp，mfa、hwk；otp', ['otp', 'mfa', 'hwk']],
  [' urn:login:two ', ['urn:login:two']],
])('「%s」', (typed, values) => {
  expect(factorValuesOf(typed)).toEqual(values)
})
