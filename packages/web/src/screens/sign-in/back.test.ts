import { expect, test } from 'vitest'
import { backFrom } from './back.ts'

test.each(['/', '/tasks', '/tasks/1?tab=facts#row', '/sources/7?on=2023-06-30', '/tasks?of=%E5%9F%8E%E7%AE%A1'])(
  '%s is a way back',
  (path) => {
    expect(backFrom(path)).toBe(path)
  },
)

test.each([
  undefined,
  '',
  'tasks',
  'https://evil.example/',
  '//evil.example',
  '//evil.example/tasks',
  '///evil.example',
  '/\\evil.example',
  '/\\/evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  'javascript:alert(1)',
  '/..//evil.example',
  '/.//evil.example',
  '/%0a/../..//evil.example',
  '/api/sign-out',
  '/sign-in',
  '/sign-in?back=/sign-in',
  '/sign-in/oidc?code=1',
])('%s leads nowhere but to the wall', (named) => {
  expect(backFrom(named)).toBe('/')
})
