import { expect, test } from 'vitest'
import { nextSeat } from './next-seat.ts'

const here = { office: { id: 'own' }, officer: { id: 'leader' } }

test.each([
  ['one stays who one was, where that office is left', here, [{ id: 'first' }, { id: 'own' }], 'own', 'leader'],
  ['one who sat in the sample goes to the first office left', here, [{ id: 'first' }], 'first', undefined],
  ['one who sat nowhere too', null, [{ id: 'first' }], 'first', undefined],
])('%s', (_name, before, left, officeId, officerId) => {
  expect(nextSeat(before, left)).toEqual(officerId ? { officeId, officerId } : { officeId })
})

test('with no office left there is no seat', () => {
  expect(nextSeat(here, [])).toBeNull()
})
