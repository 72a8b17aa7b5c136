import { expect, test } from 'vitest'
import type { QuantityScope } from './quantity-scope.ts'
import { readQuantities } from './targets-from-text.ts'

const bodyOf = (text: string): QuantityScope => ({
  year: 2025,
  passages: [{ at: { start: 0, end: text.length }, kind: 'body', task: '1', cell: null }],
})

test('a number keeps its place in the report when spaces and line ends stand inside it', () => {
  const text = '全年新建口袋公园 12\n个,改造管网超 3.5 万\n米。'
  const { targets } = readQuantities(text, bodyOf(text))
  expect(targets.map(({ at }) => text.slice(at.start, at.end))).toEqual(['12\n个', '超 3.5 万\n米'])
})
