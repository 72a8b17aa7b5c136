import { expect, test } from 'vitest'
import { comparatorName, comparators, dueWords, goalLine, goalWords } from './target.ts'

const amount = { value: '155000000000', valueTo: null, unit: 'CNY', printedUnit: '亿元' }

test('every comparator has words of its own', () => {
  expect(comparators.map(comparatorName)).toEqual(['不低于', '超过', '不高于', '低于', '达到', '左右', '介于'])
})

test('a goal is said as the office says it', () => {
  expect(goalWords({ ...amount, comparator: '>=' })).toEqual({ before: '不低于', figure: '1550', after: '亿元' })
  expect(goalLine({ ...amount, comparator: '~' })).toBe('1550亿元左右')
  expect(goalLine({ comparator: 'range', value: '4', valueTo: '6', unit: '处', printedUnit: '处' })).toBe('4–6处')
})

test('the report’s own word of comparison stands where it stood', () => {
  const own = { ...amount, comparator: '>=' as const, printedComparator: { before: '', after: '以上' } }
  expect(goalLine(own)).toBe('1550亿元以上')
})

test.each([
  ['2023-06-30', '2023年6月30日前'],
  ['2023-06', '2023年6月底前'],
  ['2023-Q2', '2023年第2季度末前'],
  ['2023', '2023年内'],
])('the deadline %s is %s', (due, words) => {
  expect(dueWords(due)).toBe(words)
})
