import { describe, expect, test } from 'vitest'
import { day, decimal, shownExact } from '../shared/index.ts'
import { evaluate } from './evaluate.ts'
import { figuresOf } from './figures.ts'
import { fact, measure, measuresBy, valueOn } from './testing/facts.ts'
import { mistakesInTree } from './tree/mistakes.ts'
import type { Tree } from './tree/tree.ts'
import { treeWords } from './tree/words.ts'

const communities = ['甲', '乙', '丙']
const each = (on: string, of: Tree, ...lines: readonly string[]) =>
  valueOn(
    on,
    of,
    lines.map((line) => fact(line)),
    { communities },
  )

describe('逐期相加', () => {
  const meetings: Tree = { kind: 'periods', each: 'month', of: { kind: 'distinct', measure: 'meetings' } }
  const branches: Tree = { kind: 'periods', each: 'month', of: { kind: 'sum', measure: 'branches', within: 'ever' } }
  test('一个月里同一个组织只计一次，各月相加；没有开会的月不加', () => {
    const rows = [
      'meetings 2023-01-05 1 a',
      'meetings 2023-01-20 1 a',
      'meetings 2023-01-09 1 b',
      'meetings 2023-03-01 1 a',
    ]
    expect(each('2023-03-31', meetings, ...rows)).toBe('3')
    expect(each('2023-02-28', meetings, ...rows)).toBe('2')
  })
  test('应开：每月在册的组织数相加，新成立的从当月起，撤销的当月不再算', () => {
    const rows = ['branches 2022-05-01 2', 'branches 2023-02-10 1', 'branches 2023-03-15 -1']
    // January 2, February 3, March 2.
    expect(each('2023-03-31', branches, ...rows)).toBe('7')
  })
  test('各季', () => {
    const quarters: Tree = { kind: 'periods', each: 'quarter', of: { kind: 'distinct', measure: 'meetings' } }
    expect(
      each('2023-06-30', quarters, 'meetings 2023-01-05 1 甲', 'meetings 2023-03-05 1 甲', 'meetings 2023-04-05 1 甲'),
    ).toBe('2')
  })
  test('谁都没说过，没有数', () => {
    expect(each('2023-03-31', meetings)).toBe('「meetings」无数据')
  })
})

describe('逐个达标', () => {
  const seats: Tree = {
    kind: 'answering',
    of: { communities: true },
    all: [
      { of: { kind: 'count', measure: 'in', within: 'ever' }, pass: { atLeast: decimal(2) } },
      { of: { kind: 'count', measure: 'out', within: 'ever' }, pass: { atLeast: decimal(1) } },
    ],
    share: false,
  }
  test('每个社区只看自己的，两样都够才算', () => {
    const rows = [
      'in 2023-01-01 1 甲',
      'in 2023-01-02 1 甲',
      'out 2022-01-01 1 甲',
      'in 2023-01-01 1 乙',
      'out 2023-01-01 1 乙',
    ]
    expect(each('2023-01-31', seats, ...rows)).toBe('1')
    expect(each('2023-01-31', { ...seats, share: true }, ...rows)).toBe('33.33')
    const facts = rows.map((line) => fact(line))
    const { says, parts } = evaluate(seats, {
      figures: figuresOf(facts, communities),
      measures: measuresBy(),
      window: { from: day('2023-01-01'), to: day('2023-01-31') },
      trust: 'verified',
    })
    expect(says.zh).toBe('3个中1个达到全部条件；未达到：乙、丙')
    expect(parts && [shownExact(parts.part, 2), shownExact(parts.of, 2)]).toEqual(['1', '3'])
  })
  test('物资：现存减去最低储备不小于零；一笔出入库都没有的，现存是零', () => {
    const stock: Tree = {
      kind: 'answering',
      of: { namedBy: 'least' },
      all: [
        {
          of: {
            kind: 'difference',
            of: { kind: 'sum', measure: 'change', within: 'ever' },
            less: { kind: 'cumulative', measure: 'least', within: 'ever' },
          },
          pass: { atLeast: decimal(0) },
        },
      ],
      share: true,
    }
    const rows = ['least 2023-04-01 100 沙袋', 'least 2023-04-01 5 水泵', 'change 2023-04-02 100 沙袋']
    expect(each('2023-05-31', stock, ...rows)).toBe('50')
    expect(each('2023-05-31', stock, ...rows, 'change 2023-05-01 -1 沙袋')).toBe('0')
    // What has to be there rises: the last of it stands.
    expect(each('2023-05-31', stock, ...rows, 'least 2023-05-01 101 沙袋', 'change 2023-05-02 5 水泵')).toBe('50')
  })
  test('没有社区，没有数', () => {
    expect(valueOn('2023-01-31', seats, [fact('in 2023-01-01 1 甲')])).toBe('「全部社区」无数据')
  })
})

test('每个社区三样，一共多少', () => {
  const cells: Tree = { kind: 'members', of: { communities: true }, times: decimal(3) }
  expect(each('2023-01-31', cells)).toBe('9')
})

describe('写错的', () => {
  const measures = measuresBy(measure('meetings', '会议', ''), measure('cases', '案件', '', { about: false }))
  const wrong = (of: Tree) => mistakesInTree({ unit: '个', of, rollsUp: 'never', judged: 'pace' }, measures)
  test.each<[string, Tree, RegExp]>([
    [
      '问每个社区，事实却没有对象',
      {
        kind: 'answering',
        of: { communities: true },
        all: [{ of: { kind: 'count', measure: 'cases' }, pass: { atLeast: decimal(1) } }],
        share: false,
      },
      /measure cases does not say whom it is about/,
    ],
    ['什么都不问', { kind: 'answering', of: { communities: true }, all: [], share: false }, /no test is asked/],
    ['零倍', { kind: 'members', of: { communities: true }, times: decimal(0) }, /taken no times/],
    [
      '逐月里看全年',
      { kind: 'periods', each: 'month', of: { kind: 'count', measure: 'meetings', within: 'year' } },
      /looks at the whole year/,
    ],
  ])('%s', (_, of, remedy) => {
    expect(wrong(of).join('\n')).toMatch(remedy)
  })

  test('说得出口径', () => {
    const of: Tree = {
      kind: 'ratio',
      of: { kind: 'periods', each: 'month', of: { kind: 'distinct', measure: 'meetings' } },
      to: { kind: 'members', of: { communities: true }, times: decimal(3) },
    }
    expect(treeWords(of, measures).zh).toBe(
      '逐月取本年「会议」（台账）的对象数，同一对象只计一次，各月相加 ÷ 全部社区的个数 × 3',
    )
  })
})
