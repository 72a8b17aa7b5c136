import { expect, test } from 'vitest'
import { missingColumns } from './missing-columns.ts'

test('what is needed and still blank is pointed at, in the order of the form', () => {
  const needed = ['unit', 'quantity']
  expect(missingColumns(needed, {})).toEqual(['unit', 'quantity'])
  expect(missingColumns(needed, { unit: ' ', quantity: '12' })).toEqual(['unit'])
  expect(missingColumns(needed, { unit: '综合办', quantity: '0' })).toEqual([])
})
