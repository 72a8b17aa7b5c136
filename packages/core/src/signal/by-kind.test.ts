import { describe, expect, test } from 'vitest'
import { day, decimal, type Exact, exactly, shownExact } from '../shared/index.ts'
import * as kinds from './by-kind.ts'
import { chanceOfAtLeast, curveForecast, expectedOf } from './forecast.ts'
import type { KindFigures } from './kind-rules.ts'
import { plannedOn } from './pace.ts'
import { evenMonths, leftBehind, splitByWeight, splitEvenly, splitOverMonths } from './split.ts'

const of = (value: string | number): Exact => exactly(decimal(value))
const shown = (value: Exact | null, places = 2) => value && shownExact(value, places)

const figures = Object.fromEntries(
  Object.entries({
    levelYellowPoints: 1,
    growthYellowPoints: 3,
    rateRedPoints: 10,
    trajectoryGreenPoints: 2,
    trajectoryYellowPoints: 3,
    trajectoryOrangePoints: 5,
    neededRateYellow: '0.97',
    meanYellow: '0.9',
    meanOrange: '0.75',
    rankYellow: 2,
    rankOrange: 3,
    slackGreenDays: 10,
    lateYellowDays: 10,
    complianceYellow: '0.95',
    complianceOrange: '0.9',
    stockYellow: '0.1',
    checklistYellow: '0.8',
    checklistOrange: '0.6',
    chanceGreen: '0.8',
    chanceYellow: '0.5',
    forecastRed: '0.95',
  }).map(([key, value]) => [key, decimal(value)]),
) as KindFigures

describe('及时率：T=95%，全年预计 1200 件，到期 600 件', () => {
  const known = (met: number) => ({ target: of(95), met: of(met), due: of(600), expected: of(1200) })
  test.each([
    [570, 'green', '0.95', '正好达标'],
    [564, 'yellow', '0.96', '94.0%'],
    [558, 'yellow', '0.97', '余下正好要 97%'],
    [557, 'orange', '0.9717', '再少一件'],
    [540, 'orange', '1', '余下件件都要按时'],
    [535, 'red', '1.0083', '余下全按时也不够'],
  ])('按时 %i 件亮 %s', (met, light, needed) => {
    expect([kinds.timelinessLight(known(met), figures), shown(kinds.neededRate(known(met)), 4)]).toEqual([
      light,
      needed,
    ])
  })
})

describe('均值上限', () => {
  const known = (mean: string, days: number, norm: string) => ({
    limit: of(19),
    mean: of(mean),
    days,
    daysOfYear: 365,
    norm: of(norm),
  })
  test.each([
    ['16.8', 273, '27', '25.53', '19.37', 'yellow', '全年预测超限，余下仍高于常值九成'],
    ['20.6', 181, '19.91', '17.43', '20.25', 'orange', '三色显示为红'],
    ['17.2', 273, '23.69', '24.34', '18.84', 'green', 'B.3 的灯，E5b 裁定'],
    ['18', 181, '17.4', '19.98', '17.7', 'green', ''],
    ['30', 181, '19', '8.18', '24.45', 'red', '不到常值的七成半'],
  ])('到第 %s 天的平均：%s', (mean, days, norm, allowed, forecast, light) => {
    const year = known(mean, days, norm)
    expect([
      shown(kinds.allowedMean(year)),
      shown(kinds.forecastMean(year)),
      kinds.upperMeanLight(year, figures),
    ]).toEqual([allowed, forecast, light])
  })
})

describe('清案率：取较谨慎的预测', () => {
  const rate = (forecasts: string[], actual = '86.49') =>
    kinds.trajectoryLight(
      { target: of(95), actual: of(actual), path: of('88.5'), forecasts: forecasts.map(of) },
      figures,
    )
  test.each<[string[], string, string?]>([
    [['91.0'], 'orange'],
    [['91.0', '89.44'], 'red'],
    [['95'], 'yellow', '预测达标，今天却落后路径 2.01 点'],
    [['92'], 'yellow', '正好差 3 点'],
    [['90'], 'orange', '正好差 5 点'],
    [['89.99'], 'red'],
  ])('预测 %j 亮 %s', (forecasts, light) => {
    expect(rate(forecasts)).toBe(light)
  })
  test('预测达标且不落后路径 2 点是绿灯', () => {
    expect(rate(['95'], '86.5')).toBe('green')
  })
})

test.each([
  ['占比 71.63%，要 70%', kinds.levelLight(of('71.63'), of(70), figures), 'green'],
  ['差正好 1 点', kinds.levelLight(of(69), of(70), figures), 'yellow'],
  ['差过 1 点', kinds.levelLight(of('68.99'), of(70), figures), 'red'],
  ['增速 7.60%，余下要 12.09%', kinds.growthLight(of('7.6'), of('12.09'), figures), 'red'],
  ['增速 13.94%，余下要 15.99%', kinds.growthLight(of('13.94'), of('15.99'), figures), 'yellow'],
  ['零事件', kinds.zeroEventLight(0, 0), 'green'],
  ['有苗头', kinds.zeroEventLight(0, 1), 'yellow'],
  ['一起', kinds.zeroEventLight(1, 0), 'red'],
  ['第 5 名，前 5', kinds.rankLight(5, 5, figures), 'green'],
  ['第 7 名', kinds.rankLight(7, 5, figures), 'yellow'],
  ['第 8 名', kinds.rankLight(8, 5, figures), 'orange'],
  ['第 9 名', kinds.rankLight(9, 5, figures), 'red'],
  ['六个月只有三月未达标', kinds.everyPeriodLight([true, true, false, true, true, true]), 'yellow'],
  ['上月刚补上', kinds.everyPeriodLight([true, false, true]), 'orange'],
  ['上月未达标', kinds.everyPeriodLight([true, true, false]), 'red'],
  ['月月达标', kinds.everyPeriodLight([true, true]), 'green'],
  ['应覆盖 5 个，有 4 个', kinds.coverageLight(5, 4, false), 'yellow'],
  ['过了期还缺一个', kinds.coverageLight(7, 6, true), 'red'],
  ['余量 10 天', kinds.milestoneLight({ late: 0, slack: 10 }, figures), 'green'],
  ['余量 9 天', kinds.milestoneLight({ late: 0, slack: 9 }, figures), 'yellow'],
  ['余量 5 天', kinds.milestoneLight({ late: 0, slack: 5 }, figures), 'yellow'],
  ['余量 −1 天', kinds.milestoneLight({ late: 0, slack: -1 }, figures), 'orange'],
  ['迟 11 天', kinds.milestoneLight({ late: 11, slack: 0 }, figures), 'red'],
  [
    '全部应办都办',
    kinds.complianceLight({ met: of(20), due: of(20), repairable: true, redLine: false }, figures),
    'green',
  ],
  [
    '95% 且能补',
    kinds.complianceLight({ met: of(19), due: of(20), repairable: true, redLine: false }, figures),
    'yellow',
  ],
  [
    '95% 补不了',
    kinds.complianceLight({ met: of(19), due: of(20), repairable: false, redLine: false }, figures),
    'orange',
  ],
  [
    '红线事项缺一件',
    kinds.complianceLight({ met: of(19), due: of(20), repairable: true, redLine: true }, figures),
    'red',
  ],
  ['物资缺一成', kinds.stockLight({ stock: of(90), minimum: of(100), responding: false }, figures), 'orange'],
  ['物资缺不到一成', kinds.stockLight({ stock: of(91), minimum: of(100), responding: false }, figures), 'yellow'],
  ['响应期间缺一件', kinds.stockLight({ stock: of(99), minimum: of(100), responding: true }, figures), 'red'],
  ['十项判定八项', kinds.checklistLight(8, 10, figures), 'yellow'],
  ['十项判定五项', kinds.checklistLight(5, 10, figures), 'red'],
])('%s', (_, light, expected) => {
  expect(light).toBe(expected)
})

describe('预测', () => {
  test('B9 保租房：380＋300×0.9＋250×0.7＋150×0.4 = 885，照序时是绿灯，预测不到九成半是红灯', () => {
    const forecast = expectedOf([
      { quantity: decimal(380), chance: decimal(1) },
      { quantity: decimal(300), chance: decimal('0.9') },
      { quantity: decimal(250), chance: decimal('0.7') },
      { quantity: decimal(150), chance: decimal('0.4') },
    ])
    expect(shown(forecast)).toBe('885')
    expect(kinds.heldByForecast('green', forecast, of(1000), figures)).toBe('red')
    expect(kinds.heldByForecast('green', of(950), of(1000), figures)).toBe('yellow')
    expect(kinds.heldByForecast('green', of(1000), of(1000), figures)).toBe('green')
  })
  test('T53.1：完成 214，计划 199，按速度到年底 295', () => {
    expect(kinds.heldByForecast('green', of(295), of(303), figures)).toBe('yellow')
  })
  test('ALG-03：1550 亿，上半年 705.0', () => {
    const { expected, forecast, shortfall } = curveForecast(decimal(1550), decimal(705), decimal('46.5'))
    expect([shown(expected), shown(forecast, 1), shown(shortfall, 1)]).toEqual(['720.75', '1516.1', '33.9'])
  })
  test('ALG-05：招商漏斗', () => {
    const p = ['.8', '.8', '.55', '.55', '.35', '0', '.35', '0', '.18', '0', '.95', '0'].map((one) => decimal(one))
    expect([5, 4, 3].map((need) => shown(chanceOfAtLeast(need, p), 3))).toEqual(['0.512', '0.806', '0.957'])
    expect(kinds.chanceLight(chanceOfAtLeast(5, p), figures)).toBe('yellow')
    expect(kinds.chanceLight(chanceOfAtLeast(4, p), figures)).toBe('green')
  })
})

describe('B8 分解', () => {
  const people = [98_000, 62_000, 55_000, 74_000, 58_000, 45_000, 28_000].map(decimal)
  test.each([
    ['180 平均', splitEvenly(180, 7), [26, 26, 26, 26, 26, 25, 25]],
    ['65 平均', splitEvenly(65, 7), [10, 10, 9, 9, 9, 9, 9]],
    ['800 按人口', splitByWeight(800, people), [187, 118, 105, 141, 110, 86, 53]],
    ['65 按人口', splitByWeight(65, people), [15, 10, 9, 11, 9, 7, 4]],
    ['30 按人口', splitByWeight(30, people), [7, 5, 4, 5, 4, 3, 2]],
  ])('%s', (_, parts, expected) => {
    expect(parts).toEqual(expected)
  })

  const months = (totals: readonly number[], cumulative: readonly Exact[]) =>
    totals.map((total, row) => splitOverMonths(total, cumulative, row, totals.length))
  const byMonth = (rows: readonly (readonly number[])[]) =>
    evenMonths.map((_, m) => rows.reduce((sum, row) => sum + (row[m] ?? 0), 0))
  test('800 按 culture 逐月', () => {
    const culture = [6, 11, 19, 27, 36, 44, 51, 58, 67, 76, 89, 100].map((share) => of(share))
    const rows = months(splitByWeight(800, people), culture)
    expect(rows).toEqual([
      [11, 9, 15, 15, 17, 15, 13, 13, 17, 17, 24, 21],
      [7, 6, 9, 10, 10, 10, 8, 8, 11, 10, 16, 13],
      [6, 5, 9, 8, 10, 8, 7, 8, 9, 10, 13, 12],
      [8, 8, 11, 11, 13, 11, 10, 10, 12, 13, 18, 16],
      [7, 5, 9, 9, 10, 9, 7, 8, 10, 10, 14, 12],
      [5, 5, 7, 7, 7, 7, 6, 6, 8, 8, 11, 9],
      [4, 2, 4, 5, 5, 4, 3, 4, 5, 5, 7, 5],
    ])
    expect(byMonth(rows)).toEqual([48, 40, 64, 65, 72, 64, 54, 57, 72, 73, 103, 88])
  })
  test.each([
    [180, [15, 14, 17, 15, 15, 15, 14, 14, 16, 15, 15, 15]],
    [65, [6, 5, 5, 5, 7, 6, 4, 4, 7, 6, 5, 5]],
  ])('%i 平均到七个社区、十二个月', (total, expected) => {
    expect(byMonth(months(splitEvenly(total, 7), evenMonths))).toEqual(expected)
  })
  test('整体完成、局部空白', () => {
    const part = (planned: number, actual: number) => ({ planned: of(planned), actual: of(actual) })
    const rules = { partMax: decimal('0.6'), wholeMin: decimal('0.9') }
    expect(leftBehind([part(10, 12), part(10, 5), part(10, 10)], rules)).toEqual([1])
    expect(leftBehind([part(10, 6), part(10, 5), part(10, 10)], rules)).toEqual([])
  })
})

describe('按曲线的序时进度', () => {
  const year = { startsOn: day('2023-01-01'), dueOn: day('2023-12-31') }
  const parking = [2, 4, 9, 15, 23, 34, 44, 55, 66, 78, 90, 100].map(decimal)
  test.each([
    ['2023-06-30', '340', '月末即曲线'],
    ['2023-06-15', '285', '月内按日'],
    ['2022-12-31', '0', '年前没有'],
    ['2023-12-31', '1000', '年末即全数'],
  ])('1000 个车位到 %s 应达 %s：%s', (on, planned) => {
    expect(plannedOn(decimal(1000), true, year, day(on), parking)).toBe(planned)
  })
  test('六月底前完成的，曲线到六月底就是全数', () => {
    expect(plannedOn(decimal(1000), true, { ...year, dueOn: day('2023-06-30') }, day('2023-03-31'), parking)).toBe(
      '264',
    )
  })
})
