import type { RegisterShape } from '@guatu/contract'
import { expect, test } from 'vitest'
import { totalsOf } from './totals.ts'

const column = (id: string, more: Partial<RegisterShape['columns'][number]> = {}) => ({
  id,
  kind: 'quantity' as const,
  label: { zh: id, en: id },
  required: false,
  requiredWhen: null,
  unitLabel: { zh: '人', en: '人' },
  privacy: 'L1' as const,
  register: null,
  options: [],
  classes: [],
  maxLength: null,
  own: null,
  ...more,
})

test('合计只加看得见的、单位一样的数，空格不算，小数一分不差', () => {
  const columns = [
    column('人数'),
    column('经费', { kind: 'money' }),
    column('藏着的'),
    column('各行单位', { unitLabel: null }),
  ]
  const rows = [
    { values: { 人数: '3', 经费: '0.1', 各行单位: '5' } },
    { values: { 人数: '', 经费: '0.2', 藏着的: '9' } },
  ]
  expect(totalsOf({ columns }, ['人数', '经费', '各行单位'], rows).map(({ column: { id }, sum }) => [id, sum])).toEqual(
    [
      ['人数', '3'],
      ['经费', '0.3'],
    ],
  )
})
