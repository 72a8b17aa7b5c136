import cookie from '@fastify/cookie'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { clearSessionCookie, sessionCookieOf, setSessionCookie } from './cookies.ts'
import type { Network } from './network.ts'

async function speaker(network: Network) {
  const app = Fastify()
  app.decorate('network', network)
  await app.register(cookie)
  app.get('/in', (request, reply) => setSessionCookie(request, reply, 'office.secret').send('in'))
  app.get('/who', (request) => ({ value: sessionCookieOf(request) ?? null }))
  app.get('/out', (request, reply) => clearSessionCookie(request, reply).send('out'))
  return (url: string, headers = {}) => app.inject({ method: 'GET', url, headers })
}

test('over https the cookie holds to this host and to https, for every path and no other domain', async () => {
  const ask = await speaker('lan')
  const set = String((await ask('/in')).headers['set-cookie'])
  expect(set).toBe('__Host-guatu_session=office.secret; Path=/; HttpOnly; Secure; SameSite=Strict')
  expect((await ask('/out')).headers['set-cookie']).toMatch(/^__Host-guatu_session=; .*Expires=Thu, 01 Jan 1970/)
})

test('over plain http no cookie claims to be held to https: the browser would drop it', async () => {
  const ask = await speaker('loopback')
  expect((await ask('/in')).headers['set-cookie']).toBe(
    'guatu_session=office.secret; Path=/; HttpOnly; SameSite=Strict',
  )
})

test.each([
  ['lan', '__Host-guatu_session=mine; guatu_session=planted', 'mine'],
  ['lan', 'guatu_session=planted', null],
  ['loopback', '__Host-guatu_session=mine', null],
  ['loopback', 'guatu_session=mine', 'mine'],
] as const)('on %s, of %s what counts is %s', async (network, sent, value) => {
  const ask = await speaker(network)
  expect((await ask('/who', { cookie: sent })).json()).toEqual({ value })
})

test('whoever leaves takes along what lies in the browser', async () => {
  const ask = await speaker('lan')
  expect((await ask('/out')).headers['clear-site-data']).toBe('"cache", "storage"')
})
