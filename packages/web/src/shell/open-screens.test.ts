import type { Me } from '@guatu/contract'
import { expect, test } from 'vitest'
import { ledOn, openScreens, startOf } from './open-screens.ts'

const seated = (...may: readonly string[]): Me => ({ may }) as unknown as Me
const ids = (seat: Me) => openScreens(seat).map(({ id }) => id)

test('whoever sees the wall begins at it and finds the screens of the work, those only that are open to them', () => {
  const clerk = seated('GET /api/wall', 'GET /api/registers', 'GET /api/people')
  expect(startOf(clerk)).toBe('/')
  expect(ids(clerk)).toEqual(['wall', 'ledger'])
})

test('an administrator begins at what they administer, never at a refusal', () => {
  const security = seated('GET /api/people', 'GET /api/wall-passes')
  expect(startOf(security)).toBe('/people')
  expect(ids(security)).toEqual(['people', 'wall-passes', 'policy'])
  expect(startOf(seated('GET /api/audit'))).toBe('/audit')
})

test('whoever has a start page begins there and still sees the wall; who has none is led on from it', () => {
  const handler = seated('GET /api/wall', 'GET /api/start')
  expect(startOf(handler)).toBe('/start')
  expect(ids(handler)).toEqual(['start', 'wall'])
  expect([ledOn(handler, '/'), ledOn(handler, '/start')]).toEqual([null, null])
  expect(ledOn(seated('GET /api/wall'), '/start')).toBe('/')
  expect(ledOn(seated('GET /api/audit'), '/')).toBe('/audit')
  expect(ledOn(seated('GET /api/audit'), '/tasks')).toBeNull()
})
