import type { PlannedTarget } from '@guatu/core/plan'
import { decimal, spanOf } from '@guatu/core/shared'
import { expect, test } from 'vitest'
import { targetSays } from './target-says.ts'

type Words = NonNullable<PlannedTarget['words']>

const words: Words = {
  comparator: '>=',
  value: decimal(700),
  valueTo: null,
  unit: '场',
  printedUnit: '场',
  basis: 'level',
  stretch: false,
  down: false,
  due: null,
}

/** The line for a target whose quote stands in a sentence that begins at the hundredth character. */
function lineOf(quote: string, subject: string, more: Partial<Words> = {}): string {
  const sentence = `全年${subject}${quote}。`
  const start = 100 + sentence.indexOf(quote)
  const target: PlannedTarget = {
    key: 'k',
    code: 'T1.1',
    kind: 'target',
    subject,
    at: spanOf(start, start + quote.length),
    words: { ...words, ...more },
    event: null,
    due: null,
  }
  return targetSays(target, { at: spanOf(100, 100 + sentence.length), sentence }, (value) => value)
}

const percent = { value: decimal(5), unit: '%', printedUnit: '%', basis: 'growth' as const }

test.each([
  ['不少于700场', '文明实践活动', {}, '文明实践活动不少于700场'],
  ['700场以上', '文明实践活动', {}, '文明实践活动700场以上'],
  ['700场（含）以上', '文明实践活动', {}, '文明实践活动700场(含)以上'],
  ['700场', '文明实践活动', {}, '文明实践活动不低于700场'],
  ['700场', '文明实践活动', { comparator: '=' }, '文明实践活动达到700场'],
  ['约700场', '文明实践活动', { comparator: '~' }, '文明实践活动约700场'],
  ['5%', '火灾起数', { ...percent, comparator: '=', down: true }, '火灾起数下降5%'],
  ['5%以上', '火灾起数', { ...percent, down: true }, '火灾起数下降5%以上'],
  ['5%', '工业增加值', { ...percent, comparator: '=' }, '工业增加值增长5%'],
  ['5%', '工业增加值增速', { ...percent, comparator: '=' }, '工业增加值增速达到5%'],
] as const)('「%s」：%s', (quote, subject, more, line) => {
  expect(lineOf(quote, subject, more)).toBe(line)
})

test('以后改定为别的比较，不再用报告的词', () => {
  expect(lineOf('700场以上', '文明实践活动', { comparator: '<=' })).toBe('文明实践活动不高于700场')
})
