import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { address, change, get } from './client.ts'
import { ProblemError } from './problem.ts'

const refusal = {
  code: 'plan.changed',
  kind: 'conflict',
  says: { zh: '计划已被改过。', en: 'The plan was changed.' },
  next: { zh: '请刷新。', en: 'Load again.' },
  facts: {},
}

let server: Server
let base = ''

beforeAll(async () => {
  server = createServer((request, reply) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const json = (status: number, body: unknown) => {
        reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      }
      if (request.url === '/refuse') json(409, refusal)
      else if (request.url === '/page') reply.writeHead(502).end('<h1>Bad gateway</h1>')
      else if (request.url === '/nothing') reply.writeHead(204).end()
      else json(200, { url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

interface Echo {
  url: string
  headers: Record<string, string>
  body: string
}

test('what is undefined stays out of the address', () => {
  expect(address('/api/wall', { year: 2023, on: undefined })).toBe('/api/wall?year=2023')
  expect(address('/api/me')).toBe('/api/me')
})

test('a change carries a fresh key, and its version only where one is given', async () => {
  const first = await change<Echo>({ method: 'POST', path: `${base}/a`, body: { n: 1 }, version: 4 })
  const second = await change<Echo>({ method: 'POST', path: `${base}/a` })
  expect(first.headers['if-match']).toBe('4')
  expect(first.body).toBe('{"n":1}')
  expect(second.headers['if-match']).toBeUndefined()
  expect(second.headers['idempotency-key']).not.toBe(first.headers['idempotency-key'])
  expect(
    (await change<Echo>({ method: 'POST', path: `${base}/a`, key: 'the-same-key' })).headers['idempotency-key'],
  ).toBe('the-same-key')
})

test('a refusal arrives as its problem, a strange page as one of ours, a dead server as another', async () => {
  const codeOf = async (path: string) => {
    const error: unknown = await get(path).catch((e: unknown) => e)
    return error instanceof ProblemError ? error.problem.code : error
  }
  expect(await codeOf(`${base}/refuse`)).toBe('plan.changed')
  expect(await codeOf(`${base}/page`)).toBe('web.unexpected')
  expect(await codeOf('http://127.0.0.1:1/')).toBe('web.unreachable')
  expect(await get(`${base}/nothing`)).toBeUndefined()
})
