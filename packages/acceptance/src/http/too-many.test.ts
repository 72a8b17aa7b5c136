import { expect, test } from 'vitest'
import { openStory } from '../support/open-office.ts'

test('请求太多时说过多久再来，别的什么也不说', async () => {
  const story = await openStory('2023-07-01')
  const ask = () => story.app.inject({ method: 'GET', url: '/api/me' })
  for (let i = 0; i < 3000; i += 1) await ask()
  const { statusCode, headers, body } = await ask()
  const seconds = Number(headers['retry-after'])
  expect(statusCode).toBe(429)
  expect(seconds).toBeGreaterThan(0)
  expect(JSON.parse(body)).toMatchObject({ code: 'request.too_many', kind: 'tooMany', facts: { seconds } })
  await story.close()
})
