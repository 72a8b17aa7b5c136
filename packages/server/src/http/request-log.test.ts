import Fastify from 'fastify'
import { afterEach, expect, test, vi } from 'vitest'
import { logOptions } from './request-log.ts'

afterEach(() => vi.restoreAllMocks())

test('lines of the log go to the error output, none to the standard output', () => {
  const heard = { out: '', err: '' }
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    heard.out += String(line)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    heard.err += String(line)
    return true
  })
  Fastify(logOptions()).log.error({ err: new TypeError('told') }, 'request failed')
  expect(heard.out).toBe('')
  expect(JSON.parse(heard.err)).toMatchObject({ msg: 'request failed', err: { type: 'TypeError', message: 'told' } })
})
