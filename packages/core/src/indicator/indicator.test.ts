import { describe, expect, test } from 'vitest'
import { day, decimal } from '../shared/index.ts'
import { curve, curveOfWeights, type Indicator, indicator, indicatorsTogether } from './indicator.ts'
import { lookAt } from './select.ts'
import { fact, measure, measuresBy } from './testing/facts.ts'
import type { Tree } from './tree/tree.ts'
import { treeWords } from './tree/words.ts'

const measures = measuresBy(
  measure('activities', '文明实践活动', '场', { about: false }),
  measure('output', '工业总产值', '万元', { cumulative: true }),
  measure('area', '面积', 'm2'),
  measure('due', '应办', '件'),
)

const declared = (of: Tree, more: Partial<Indicator> = {}): Indicator => ({
  id: 'practice',
  label: { zh: '文明实践活动', en: 'Activities' },
  unit: '场',
  of,
  grain: 'office',
  rollsUp: 'adds',
  owner: { zh: '经办人', en: 'handler' },
  source: '任务书',
  judged: 'pace',
  ...more,
})
const count: Tree = { kind: 'count', measure: 'activities' }

describe('写错的指标不让程序启动，指出错处和改法', () => {
  test.each<[string, Indicator, string]>([
    [
      '没有台账供数',
      declared({ kind: 'count', measure: 'nobody' }),
      'no register feeds measure nobody; declare a feed',
    ],
    [
      '把累计数各月相加',
      declared({ kind: 'sum', measure: 'output' }, { unit: '万元' }),
      'its months may not be added; use cumulative',
    ],
    ['把不是累计的当累计', declared({ kind: 'cumulative', measure: 'area' }, { unit: 'm2' }), 'is not cumulative'],
    [
      '万元写成亿元',
      declared({ kind: 'cumulative', measure: 'output' }, { unit: '亿元' }),
      'it gives 万元 and says 亿元',
    ],
    [
      '占比不是百分数',
      declared({ kind: 'ratio', of: count, to: count }, { rollsUp: 'anew' }),
      'it gives % and says 场',
    ],
    ['占比相加', declared({ kind: 'ratio', of: count, to: count }, { unit: '%' }), 'never added'],
    ['没有写对象却按对象数', declared({ kind: 'distinct', measure: 'activities' }), 'name a column in "about"'],
    [
      '权重不足一',
      declared({ kind: 'composite', parts: [{ weight: decimal('0.9'), of: count }] }, { rollsUp: 'anew' }),
      'the weights make 0.9',
    ],
    ['没有依据', declared(count, { source: ' ' }), 'it names no source'],
    ['名字不是标识', declared(count, { id: '2nd one' }), 'its id is no identifier'],
  ])('%s', (_, wrong, says) => {
    expect(() => indicator(wrong, measures)).toThrow(says)
  })
  test('同名两个', () => {
    expect(() => indicatorsTogether([declared(count), declared(count)], measures)).toThrow('declared twice')
  })
  test('对的照用', () => {
    expect(indicator(declared(count), measures).id).toBe('practice')
  })
})

describe('序时曲线', () => {
  const base = { id: 'c', label: { zh: '曲线', en: 'curve' }, source: '任务书' }
  test('从十二个月的权数得到累计', () => {
    const made = curveOfWeights({ ...base, weights: [6, 5, 8, 8, 9, 8, 7, 7, 9, 9, 13, 11].map(decimal) })
    expect(made.cumulative).toEqual(['6', '11', '19', '27', '36', '44', '51', '58', '67', '76', '89', '100'])
  })
  test.each([
    ['少一个月', Array.from({ length: 11 }, () => 100), '11 months'],
    ['倒退', [5, 4, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 'month 2 asks for less'],
    ['不到一百', Array.from({ length: 12 }, () => 99), 'ends at 99'],
  ])('%s', (_, shares, says) => {
    expect(() => curve({ ...base, cumulative: shares.map(decimal) })).toThrow(says)
  })
})

test('数下面的一句话出自同一棵树', () => {
  expect(
    treeWords({ kind: 'ratio', of: count, to: { kind: 'count', measure: 'due', within: 'month' } }, measures).zh,
  ).toBe('本年「文明实践活动」（台账）的条数 ÷ 本月「应办」（台账）的条数')
})

test('看过的每一条事实都有计入或不计入的理由', () => {
  const facts = [
    fact('checked 2023-03-01 1 甲'),
    fact('checked 2023-03-02 1 甲'),
    fact('checked 2023-03-02 1'),
    fact('checked 2023-03-02 1 乙', { state: 'submitted' }),
    fact('checked 2023-03-02 1 丙', { lacks: ['E1', 'E2'] }),
    fact('checked 2022-12-31 1 丁'),
    fact('checked 2023-07-01 1 戊'),
  ]
  const window = { from: day('2023-01-01'), to: day('2023-06-30') }
  const looked = lookAt({ kind: 'distinct', measure: 'checked' }, facts, window, 'verified')
  expect(looked.map(({ counted, because }) => `${counted ? '计' : '不'} ${because.zh}`)).toEqual([
    '计 已核实，计入',
    '不 同一对象只计一次，此前已计',
    '不 没有写明对象，不计入',
    '不 待核实，未计入',
    '不 缺少E1或E2级佐证材料，不计入',
    '不 发生在统计期（2023-01-01 起）以前，不计入',
    '不 发生在 2023-06-30 以后，尚不计入',
  ])
})
