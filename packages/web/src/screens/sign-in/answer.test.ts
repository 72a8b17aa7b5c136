import { expect, test } from 'vitest'
import { answerOf } from './answer.ts'

const page = 'https://10.1.2.3:8443/sign-in/oidc'

test.each([
  ['code=a-b_c&state=s', 'code=a-b_c&state=s'],
  ['code=12345678901234567890123&state=1e400', 'code=12345678901234567890123&state=1e400'],
  ['state=s&iss=https%3A%2F%2Flogin.example.test&code=true', 'state=s&iss=https%3A%2F%2Flogin.example.test&code=true'],
  ['error=access_denied&state=s#part', 'error=access_denied&state=s'],
])('%s is handed on as it came', (search, answer) => {
  expect(answerOf(`${page}?${search}`)).toBe(answer)
})

test.each([undefined, '', 'no address', page, 'https://10.1.2.3:8443/tasks?code=1&state=s'])(
  '%s holds none',
  (loaded) => {
    expect(answerOf(loaded)).toBe('')
  },
)
