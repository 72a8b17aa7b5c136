import { expect, test } from 'vitest'
import { rowsOf } from './jsonl.ts'

test('一行一个对象，空行和文件头的标记不算，行号照文件数', () => {
  expect(rowsOf('\uFEFF{"on":"2023-06-30","quantity":12}\r\n\n{"on":"2023-07-01"}\n')).toEqual([
    { line: 1, row: { on: '2023-06-30', quantity: '12' } },
    { line: 3, row: { on: '2023-07-01' } },
  ])
})

test('真假是登记簿里的是和否', () => {
  expect(rowsOf('{"online":true,"paid":false}')).toEqual([{ line: 1, row: { online: '是', paid: '否' } }])
})

test.each([
  ['不是 JSON', '{"on":'],
  ['是数组', '["2023-06-30"]'],
  ['是空值', 'null'],
  ['格子里又是对象', '{"on":{"day":1}}'],
  ['数字长到读进来就变了', '{"quantity":12345678901234567890}'],
])('第二行%s：指出行号，一行也不登记', (_case, line) => {
  expect(() => rowsOf(`{"on":"2023-06-30"}\n${line}`)).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({ code: 'cli.line_unreadable', facts: expect.objectContaining({ line: 2 }) }),
    }),
  )
})
