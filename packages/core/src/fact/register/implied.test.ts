import { expect, test } from 'vitest'
import { visits } from '../testing/visits.ts'
import { impliedState, statesToEnterAt } from './implied.ts'

test('能直接登记到的状态：起点，和从别处一步走得到的', () => {
  expect(statesToEnterAt(visits)).toEqual(['planned', 'held', 'closed'])
  expect(statesToEnterAt({})).toEqual([])
})

test('填了的栏说明走到了哪一步：材料齐的到那一步，不齐的到那一步的起点；谁都要填的栏说明不了', () => {
  expect(impliedState(visits, ['on', 'kind', 'unit'])).toBeNull()
  expect(impliedState(visits, ['on', 'people'])).toEqual({ state: 'held', columns: ['people'] })
  expect(impliedState(visits, ['note'])).toEqual({ state: 'held', columns: ['note'] })
  expect(impliedState(visits, ['proof', 'note'])?.state).toBe('closed')
  const { lifecycle: _, ...plain } = visits
  expect(impliedState(plain, ['people'])).toBeNull()
})
