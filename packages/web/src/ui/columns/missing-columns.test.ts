import type { RegisterShape } from '@guatu/contract'
import { expect, test } from 'vitest'
import { missingColumns } from './missing-columns.ts'

const column = (id: string, required: boolean): RegisterShape['columns'][number] => ({
  id,
  kind: 'text',
  label: { zh: id, en: id },
  required,
  requiredWhen: null,
  unitLabel: null,
  privacy: 'L2',
  register: null,
  options: [],
  maxLength: 60,
})
const shape: RegisterShape = {
  id: 'progress',
  label: { zh: '进展台账', en: 'Progress register' },
  columns: [column('unit', true), column('note', false), column('quantity', true)],
  key: ['unit'],
  status: null,
  geometry: null,
  evidence: null,
  may: ['enter'],
}

test('what is required and still blank is pointed at, in the order of the form', () => {
  expect(missingColumns(shape, {})).toEqual(['unit', 'quantity'])
  expect(missingColumns(shape, { unit: ' ', quantity: '12' })).toEqual(['unit'])
  expect(missingColumns(shape, { unit: '综合办', quantity: '0' })).toEqual([])
})
