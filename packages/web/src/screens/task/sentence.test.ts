import { expect, test } from 'vitest'
import { phrasesOf } from './sentence.ts'

const working = {
  light: 'noData' as const,
  rule: 'none',
  says: { zh: '无数据', en: 'No data' },
  actual: null,
  reported: null,
  planned: null,
  ratio: null,
  attainment: null,
  badges: [],
}
const target = (code: string, at: { start: number; end: number } | null) => ({
  id: code,
  code,
  kind: 'target' as const,
  says: '',
  subject: '',
  at,
  comparator: '>=' as const,
  value: '20',
  valueTo: null,
  unit: '场',
  printedUnit: '场',
  basis: 'level' as const,
  event: null,
  stretch: false,
  down: false,
  printedComparator: null,
  due: null,
  feedable: true,
  working,
})

const sentence = '招商活动20场以上。'

test('phrases are found in the sentence, however far into the report it stands', () => {
  const task = { at: { start: 100, end: 110 }, sentence, targets: [target('T1.1', { start: 104, end: 109 })] }
  expect(phrasesOf(task).map(({ at, code }) => [code, sentence.slice(at.start, at.end)])).toEqual([
    ['T1.1', '20场以上'],
  ])
})

test('what was read from other words, or by hand, is not looked for in these', () => {
  const elsewhere = [target('T1.1', { start: 4, end: 9 }), target('T1.2', null)]
  expect(phrasesOf({ at: { start: 100, end: 110 }, sentence, targets: elsewhere })).toEqual([])
  expect(phrasesOf({ at: null, sentence, targets: elsewhere })).toEqual([])
})
