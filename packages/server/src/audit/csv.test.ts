import { expect, test } from 'vitest'
import { csvOf, harmless } from './csv.ts'

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', ' =1', '\u3000＝1', '\t=1', '\r1', '\n=1'])(
  '像公式的格子前面加撇号：%j',
  (text) => {
    expect(harmless(text)).toBe(`'${text}`)
  },
)

test.each(['', '张三', '2023-07-01', '/api/audit', 'a=b', '1-2', '一＝二'])('别的格子原样：%j', (text) => {
  expect(harmless(text)).toBe(text)
})

test('逗号、引号、换行的格子加引号，引号写两遍，行尾是回车换行', () => {
  expect(csvOf([['甲,乙', '说"好"', '两\n行'], ['=1,2']]).toString()).toBe(
    '\ufeff"甲,乙","说""好""","两\n行"\r\n"\'=1,2"\r\n',
  )
})
