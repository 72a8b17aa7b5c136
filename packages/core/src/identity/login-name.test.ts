import { expect, test } from 'vitest'
import { loginNameCharsMax, loginNameOf } from './login-name.ts'

test.each([
  ['王芳', '王芳'],
  [' Wang.Fang ', 'wang.fang'],
  ['ｗａｎｇ', 'wang'],
  ['王·芳\n', '王芳'],
  ['１３８-0000', '138-0000'],
  ['  ', ''],
])('%s is the login name %s', (typed, name) => {
  expect(loginNameOf(typed)).toBe(name)
  expect(loginNameOf(name)).toBe(name)
})

test('a login name has an end', () => {
  expect([...loginNameOf('长'.repeat(100))]).toHaveLength(loginNameCharsMax)
})
