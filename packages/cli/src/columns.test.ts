import { expect, test } from 'vitest'
import { fit, table, widthOf } from './columns.ts'

test('汉字占两列，字母占一列，组合记号不占列', () => {
  expect(widthOf('青禾')).toBe(4)
  expect(widthOf('T30.1')).toBe(5)
  expect(widthOf('（一）')).toBe(6)
  expect(widthOf('e\u0301')).toBe(1)
})

test('截断以列计，末尾留省略号，刚好放得下的不截', () => {
  expect(fit('新建口袋公园', 12)).toBe('新建口袋公园')
  expect(fit('新建口袋公园十二个', 12)).toBe('新建口袋公…')
  expect(widthOf(fit('新建口袋公园十二个', 12))).toBeLessThanOrEqual(12)
})

test('表格各列对齐：中文一列比英文宽一倍', () => {
  const drawn = table(
    ['号', '任务'],
    [
      ['1', '口袋公园'],
      ['12', 'AED 布点'],
    ],
  ).split('\n')
  const columnOfTask = (line: string, cell: string) => widthOf(line.slice(0, line.indexOf(cell)))
  expect(columnOfTask(drawn[0] ?? '', '任务')).toBe(4)
  expect(columnOfTask(drawn[2] ?? '', '口袋公园')).toBe(4)
  expect(columnOfTask(drawn[3] ?? '', 'AED')).toBe(4)
})

test('格子里的换行不会把一行拆成两行', () => {
  expect(table(['说明'], [['第一行\n第二行']]).split('\n')).toHaveLength(3)
})
