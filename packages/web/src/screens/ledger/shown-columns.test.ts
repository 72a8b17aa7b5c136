import type { RegisterShape } from '@guatu/contract'
import { expect, test } from 'vitest'
import { firstColumns, shownColumns } from './shown-columns.ts'

const column = (id: string, required: boolean, kind: RegisterShape['columns'][number]['kind'] = 'text') =>
  ({ id, kind, required, label: { zh: id, en: id }, options: [] }) as unknown as RegisterShape['columns'][number]
const many = Array.from({ length: 12 }, (_, i) => column(`more${i}`, false))
const long = {
  columns: [...many, column('title', true), column('result', true, 'longText'), column('halls', true)],
  key: ['title'],
}

test('短的台账列全部显示，长的先显示辨得出行的列，长文字不在内', () => {
  const short = { columns: [column('on', true), column('note', false)], key: [] }
  expect(firstColumns(short)).toEqual(['on', 'note'])
  expect(firstColumns(long)).toEqual(['title', 'halls'])
})

test('地址里写了列就照写的，按台账的次序；没写时，这里的行都没填的列不占地方', () => {
  expect(shownColumns(long, 'title,more3,gone', [])).toEqual(['more3', 'title'])
  expect(shownColumns(long, undefined, [{ values: { title: '演练' } }])).toEqual(['title'])
  expect(shownColumns(long, 'gone', [])).toEqual(['title', 'halls'])
})
