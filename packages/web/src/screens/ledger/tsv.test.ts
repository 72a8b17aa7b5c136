import { expect, test } from 'vitest'
import { cellsOf, readPasted, tsvOf } from './tsv.ts'

const columns = [
  { id: 'on', label: { zh: '日期', en: 'Day' } },
  { id: 'target', label: { zh: '目标', en: 'Target' } },
  { id: 'quantity', label: { zh: '数量', en: 'Quantity' } },
  { id: 'note', label: { zh: '说明', en: 'Note' } },
]

test('tabs part cells and line ends rows, whatever the machine', () => {
  expect(cellsOf('a\tb\r\nc\td\n\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})

test('a quoted cell keeps its line end, its tab and its quotation marks', () => {
  expect(cellsOf('1\t"两行\n说明，称""示范""\t点"\t2')).toEqual([['1', '两行\n说明，称"示范"\t点', '2']])
})

test('a quotation mark that closes nothing is a mark like any other', () => {
  expect(cellsOf('"小巨人"企业\t5\n次行\t6')).toEqual([
    ['"小巨人"企业', '5'],
    ['次行', '6'],
  ])
})

test('without a head the register’s own order holds, and a short row has empty cells', () => {
  expect(readPasted('2023-06-30\tT1.1\t12', columns)).toEqual({
    rows: [{ on: '2023-06-30', target: 'T1.1', quantity: '12', note: '' }],
    columns: ['on', 'target', 'quantity', 'note'],
    unknown: [],
    headed: false,
  })
})

test('a head puts the cells where they belong, in either language, and what it names in vain is said', () => {
  const pasted = readPasted('数量（场）\tDay\t经办\t目标 *\n7\t2023-06-30\t甲\tT1.1', columns)
  expect(pasted.rows).toEqual([{ quantity: '7', on: '2023-06-30', target: 'T1.1' }])
  expect(pasted.unknown).toEqual(['经办'])
  expect(pasted.headed).toBe(true)
})

test('nothing pasted is no row', () => {
  expect(readPasted(' \n\t\n', columns).rows).toEqual([])
})

test('rows that were refused can be pasted again as they were', () => {
  const rows = [{ on: '2023-06-30', target: 'T1.1', quantity: '7', note: '两行\n"示范"\t点' }]
  expect(readPasted(tsvOf(rows, columns), columns).rows).toEqual(rows)
})
