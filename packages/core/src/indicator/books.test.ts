import { describe, expect, test } from 'vitest'
import { decimal, type Exact, exactly, shownExact } from '../shared/index.ts'
import { airDay, isValidMonth, isValidYear, percentile, printedByStandard } from './air.ts'
import { gradeOf, placesOf } from './grades.ts'
import { contributions, requiredGrowth } from './growth.ts'
import { fact, measure, measuresBy, valueOn } from './testing/facts.ts'
import type { Tree } from './tree/tree.ts'

const shown = (value: Exact | null, places = 2) => value && shownExact(value, places)

describe('ALG-04 增速', () => {
  const facts = [
    fact('output 2022-12-31 100 甲'),
    fact('output 2022-12-31 50 乙'),
    fact('output 2023-12-31 108 甲'),
    fact('output 2023-12-31 20 丙'),
    fact('outputBefore 2023-12-31 100 甲'),
    fact('outputBefore 2023-12-31 15 丙'),
  ]
  const output: Tree = { kind: 'cumulative', measure: 'output' }
  test.each<[string, Tree, string]>([
    ['绝对增速：128÷150−1', { kind: 'growth', of: output }, '-14.67'],
    ['可比增速：128÷115−1', { kind: 'growth', of: output, before: 'outputBefore' }, '11.3'],
  ])('%s', (_, tree, value) => {
    expect(valueOn('2023-12-31', tree, facts)).toBe(value)
  })

  // 1550÷1.10 = 1409.09…：基数写到亿元后十位，商到小数两位不变。
  const half = { target: '1550', actual: '705', baseYear: '1409.0909090909', baseToDate: '655.2' }
  test('余下月份所需增速：845÷753.89−1', () => {
    const year = Object.fromEntries(Object.entries(half).map(([key, value]) => [key, decimal(value)]))
    expect(shown(requiredGrowth(year as never))).toBe('12.09')
    expect(
      valueOn('2023-06-30', { kind: 'growth', of: output }, [
        fact('output 2022-06-30 655.2 全部'),
        fact('output 2023-06-30 705 全部'),
      ]),
    ).toBe('7.6')
  })

  test('拉动：各企业相加等于总增速', () => {
    const firms = [
      { now: decimal(108), before: decimal(100) },
      { now: decimal(20), before: decimal(15) },
    ]
    expect(contributions(firms).map((one) => shown(one))).toEqual(['6.96', '4.35'])
  })

  test('上年同期没有数，不是零增速', () => {
    expect(valueOn('2023-06-30', { kind: 'growth', of: output }, [fact('output 2023-05-31 1 甲')])).toBe(
      '上年同期「output」无数据',
    )
  })
})

describe('ALG-10 空气', () => {
  const twenty = [9, 11, 12, 13, 14, 15, 15, 16, 17, 18, 19, 20, 21, 23, 24, 26, 29, 33, 38, 47]
  test('均值 21.0，P95 = 38.45', () => {
    const days = twenty.map((value, i) => fact(`pm25 2023-01-${String(i + 1).padStart(2, '0')} ${value}`))
    expect(valueOn('2023-01-31', { kind: 'mean', measure: 'pm25' }, days)).toBe('21')
    expect(shown(percentile(twenty.map(decimal), decimal('0.95')))).toBe('38.45')
  })

  const day = (pm25: number, pm10: number, o3: number, no2: number, so2: number, co: string) =>
    airDay({
      pm25: decimal(pm25),
      pm10: decimal(pm10),
      o3: decimal(o3),
      no2: decimal(no2),
      so2: decimal(so2),
      co: decimal(co),
    })
  test.each([
    [day(42, 58, 172, 41, 6, '0.7'), '111', 'o3', false],
    [day(20, 38, 160, 25, 5, '0.6'), '100', 'o3', true],
    [day(36, 51, 101, 25, 5, '0.6'), '52', 'pm25', true],
  ])('%o', (air, aqi, primary, good) => {
    expect(air).toEqual({ aqi, primary, good })
  })
  test('超过指数表的不猜', () => {
    expect(day(501, 1, 1, 1, 1, '0.1')).toBeNull()
  })

  const days = (bad: number) =>
    Array.from({ length: 365 }, (_, i) => {
      const on = new Date(Date.UTC(2023, 0, 1 + i)).toISOString().slice(0, 10)
      return fact(`aqi ${on} ${i < bad ? 101 : 100}`)
    })
  const good: Tree = { kind: 'passingFacts', measure: 'aqi', pass: { atMost: decimal(100) } }
  test.each([
    [33, '90.96', '332÷365'],
    [32, '91.23', '333÷365'],
  ])('%i 个污染日，优良率 %s：%s', (bad, rate) => {
    expect(valueOn('2023-12-31', good, days(bad))).toBe(rate)
  })
  test('修约以四舍六入五成双，比较用未修约的数', () => {
    expect(printedByStandard(exactly(decimal(33200), decimal(365)), 1)).toBe('91')
    expect([printedByStandard(exactly(decimal('18.25')), 1), printedByStandard(exactly(decimal('18.35')), 1)]).toEqual([
      '18.2',
      '18.4',
    ])
  })
  test('有效月 27 天（二月 25 天），有效年 324 天且各月有效', () => {
    expect([isValidMonth(2, 25), isValidMonth(3, 26)]).toEqual([true, false])
    const year = [27, 25, 27, 27, 27, 27, 27, 27, 28, 28, 27, 27]
    expect([
      isValidYear(year),
      isValidYear([26, ...year.slice(1)]),
      isValidYear(year.map((n, i) => (i === 8 ? 27 : n))),
    ]).toEqual([true, false, false])
  })
  test('同一天先后报来两次，只用后一次', () => {
    const twice = [fact('pm25 2023-01-01 10'), fact('pm25 2023-01-01 20')]
    expect(valueOn('2023-01-31', { kind: 'mean', measure: 'pm25' }, twice)).toBe('20')
  })
})

describe('ALG-12 综合指数与名次', () => {
  const index: Tree = {
    kind: 'composite',
    parts: [
      { weight: decimal('0.9'), of: { kind: 'latest', measure: 'site' } },
      { weight: decimal('0.1'), of: { kind: 'latest', measure: 'satisfaction' } },
    ],
  }
  test('0.9×90.43＋0.1×73.63 = 88.75', () => {
    expect(valueOn('2023-09-30', index, [fact('site 2023-09-30 90.43'), fact('satisfaction 2023-09-30 73.63')])).toBe(
      '88.75',
    )
    expect(valueOn('2023-09-30', index, [fact('site 2023-09-30 90.43')])).toBe('「satisfaction」无数据')
  })
  const grades = [
    { grade: 'A+', atLeast: decimal(93) },
    { grade: 'A', atLeast: decimal(90) },
    { grade: 'B', atLeast: decimal(87) },
    { grade: 'C', atLeast: decimal(0) },
  ]
  test.each([
    ['93', 'A+'],
    ['92.999', 'A'],
    ['90', 'A'],
    ['88.75', 'B'],
    ['86.99', 'C'],
  ])('%s 是 %s', (score, grade) => {
    expect(gradeOf(exactly(decimal(score)), grades)).toBe(grade)
  })
  test('并列取前，下一名空出', () => {
    expect(placesOf(['96.10', '94.55', '94.55', '91.20'].map((one) => exactly(decimal(one))))).toEqual([1, 2, 2, 4])
    const streets = ['88 甲', '91 乙', '88 本街道', '90 丁', '95 戊', '92 己'].map((one) =>
      fact(`score 2023-06-30 ${one}`),
    )
    expect(valueOn('2023-06-30', { kind: 'rank', measure: 'score', own: '本街道', best: 'highest' }, streets)).toBe('5')
  })
})

describe('ALG-18 扬尘 7 个 100%', () => {
  const sites = Array.from({ length: 40 }, (_, i) => `S${i + 1}`)
  const facts = [
    ...sites.map((site) => fact(`sites 2023-05-01 1 ${site}`)),
    ...sites.slice(0, 37).map((site) => fact(`checked 2023-06-10 1 ${site}`)),
    ...sites.slice(0, 33).map((site) => fact(`passed 2023-06-10 1 ${site}`)),
    fact('checked 2023-05-10 1 S40'),
    fact('checked 2023-06-20 1 S1'),
  ]
  const checked = { kind: 'distinct', measure: 'checked', within: 'month' } as const
  const passed = { kind: 'distinct', measure: 'passed', within: 'month' } as const
  test.each<[string, Tree, string]>([
    [
      '覆盖 37÷40',
      { kind: 'coverage', measure: 'checked', within: 'month', of: { namedBy: 'sites' }, share: true },
      '92.5',
    ],
    ['已查合格 33÷37', { kind: 'ratio', of: passed, to: checked }, '89.19'],
    [
      '全街道 33÷40，未查的不算合格',
      { kind: 'coverage', measure: 'passed', within: 'month', of: { namedBy: 'sites' }, share: true },
      '82.5',
    ],
  ])('%s', (_, tree, value) => {
    expect(valueOn('2023-06-30', tree, facts)).toBe(value)
  })
})

describe('A13 的陷阱', () => {
  test('累计数各月不相加', () => {
    const months = ['2023-02-28 100 甲', '2023-03-31 160 甲', '2023-02-28 50 乙'].map((one) => fact(`output ${one}`))
    expect(valueOn('2023-04-30', { kind: 'cumulative', measure: 'output' }, months)).toBe('210')
  })
  test('没有一月的产值数：一月是无数据，不是零', () => {
    const facts = [fact('output 2023-02-28 100 甲')]
    const tree: Tree = { kind: 'cumulative', measure: 'output' }
    expect(valueOn('2023-01-31', tree, facts, { measures: measuresBy(measure('output', '工业总产值', '万元')) })).toBe(
      '「工业总产值」无数据',
    )
  })
  test('比率从和重算，不平均各社区的比率', () => {
    const facts = [fact('closed 2023-03-01 1 甲'), ...Array.from({ length: 9 }, () => fact('closed 2023-03-01 1 乙'))]
    const due = [
      fact('due 2023-03-01 1 甲'),
      fact('due 2023-03-01 1 甲'),
      ...Array.from({ length: 18 }, () => fact('due 2023-03-01 1 乙')),
    ]
    const tree: Tree = {
      kind: 'ratio',
      of: { kind: 'count', measure: 'closed' },
      to: { kind: 'count', measure: 'due' },
    }
    expect(valueOn('2023-03-31', tree, [...facts, ...due])).toBe('50')
  })
  test('每月达标不能由好的平均补上，没有数的月不算未达标', () => {
    const facts = ['01-31 4', '02-28 5', '03-31 6', '05-31 1', '06-30 1'].map((one) => fact(`rank 2023-${one}`))
    const tree: Tree = {
      kind: 'passing',
      each: 'month',
      of: { kind: 'latest', measure: 'rank' },
      pass: { atMost: decimal(5) },
      share: true,
    }
    expect(valueOn('2023-06-30', tree, facts)).toBe('80')
  })
  test('最近一期取街道本级的，社区更晚的不顶替；只有社区的，是无数据', () => {
    const tree: Tree = { kind: 'latest', measure: 'rank' }
    const ofEast = fact('rank 2023-06-30 9', { ofCommunity: true })
    expect(valueOn('2023-06-30', tree, [fact('rank 2023-05-31 4'), ofEast])).toBe('4')
    expect(valueOn('2023-06-30', tree, [ofEast])).toBe('「rank」无数据')
  })
  test('有更正待核实：自报只算更正，核实的仍算原来的', () => {
    const facts = [fact('closed 2023-03-01 6', { newest: false }), fact('closed 2023-03-01 5', { state: 'submitted' })]
    const tree: Tree = { kind: 'sum', measure: 'closed' }
    expect(valueOn('2023-03-31', tree, facts, { trust: 'reported' })).toBe('5')
    expect(valueOn('2023-03-31', tree, facts)).toBe('6')
  })
  test('应办十件、办结没有一件，是百分之零；一件应办的也没有，是无数据', () => {
    const tree: Tree = {
      kind: 'ratio',
      of: { kind: 'count', measure: 'closed' },
      to: { kind: 'count', measure: 'due' },
    }
    expect(valueOn('2023-03-31', tree, [fact('due 2023-03-01')])).toBe('0')
    expect(valueOn('2023-03-31', tree, [])).toBe('「due」无数据')
  })
})
