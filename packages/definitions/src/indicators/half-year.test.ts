import { baseOfYear, evaluate, figuresOf, type Indicator, type SeenFact } from '@guatu/core/indicator'
import type { Terms } from '@guatu/core/plan'
import { addDays, day, decimal, endOfDay, readUnit, times } from '@guatu/core/shared'
import { inThreeColours, judgeMeasured } from '@guatu/core/signal'
import { describe, expect, test } from 'vitest'
import { kindRules } from '../thresholds/kinds.ts'
import { paceRules } from '../thresholds/pace.ts'
import { indicators, measures } from './index.ts'

const half = { on: day('2023-06-30'), knownAt: endOfDay(day('2023-06-30')) }
const rules = { pace: paceRules, kinds: kindRules }

const named = (id: string): Indicator => {
  const found = indicators.find((one) => one.id === id)
  if (!found) throw new Error(`no indicator ${id}`)
  return found
}

let last = 0
/** Facts in the notation `measure day quantity [subject]`, all verified. */
function facts(...lines: readonly string[]): SeenFact[] {
  return lines.map((line) => {
    const [measure = '', on = '', quantity = '1', subject = ''] = line.split(' ')
    last += 1
    return {
      id: String(last),
      entryId: String(last),
      measure,
      subject,
      quantity: decimal(quantity),
      trueOn: day(on),
      knownAt: endOfDay(day(on)),
      lacks: [],
      state: 'verified',
      newest: true,
      ofCommunity: false,
    }
  })
}
const many = (n: number, measure: string) => facts(...Array.from({ length: n }, () => `${measure} 2023-06-01 1`))

/** A target as `>= 1550 亿元`, due at the end of 2023. */
function terms(text: string): Terms {
  const [comparator = '>=', value = '', printedUnit = ''] = text.split(' ')
  const { unit, scale } = readUnit(printedUnit)
  return {
    kind: 'target',
    event: null,
    comparator: comparator as Terms['comparator'],
    value: times(decimal(value), scale),
    unit,
    printedUnit,
    basis: 'level',
    stretch: false,
    scale,
    startsOn: day('2023-01-01'),
    dueOn: day('2023-12-31'),
  }
}

function judged(id: string, target: string, rows: readonly SeenFact[], asOf = half) {
  const indicator = named(id)
  const asked = {
    figures: figuresOf(rows, []),
    measures,
    window: { from: day('2023-01-01'), to: asOf.on },
    trust: 'verified',
  } as const
  const verified = evaluate(indicator.of, asked)
  return judgeMeasured(
    terms(target),
    {
      indicator,
      verified,
      reported: verified,
      unverified: 0,
      baseOfYear: baseOfYear(indicator.of, asked),
      evidenceOnly: false,
      stale: null,
      gaps: null,
    },
    asOf,
    rules,
  )
}

const ranks = ['01-31 4', '02-28 5', '03-31 6', '04-30 5', '05-31 1', '06-30 2'].map(
  (one) => `cityAppearanceRank 2023-${one}`,
)
const days = (measure: string, value: (i: number) => number | string, n = 181) =>
  facts(...Array.from({ length: n }, (_, i) => `${measure} ${addDays(day('2023-01-01'), i)} ${value(i)}`))

describe('半年情形 E5b：三色，依执行规则的裁定', () => {
  test.each<[string, string, string, readonly SeenFact[], string]>([
    [
      '17-N1 产值 705.0 亿，应达 720.75',
      'grossOutput',
      '> 1550 亿元',
      facts('grossOutputYtd 2023-06-30 7050000 甲'),
      'yellow',
    ],
    [
      '17-N2 增长 7.60%，余下要 12.09%',
      'grossOutputGrowth',
      '>= 10 %',
      facts(
        'grossOutputYtd 2022-06-30 6552000 甲',
        'grossOutputYtd 2022-12-31 14090909.09 甲',
        'grossOutputYtd 2023-06-30 7050000 甲',
      ),
      'red',
    ],
    [
      '18-N1 政府投资 3.30 亿，应达 3.5685',
      'governmentInvested',
      '= 7.93 亿元',
      facts('governmentInvested 2023-06-30 33000 甲'),
      'yellow',
    ],
    [
      '18-N2 社会投资 30.90 亿，应达 29.8215',
      'socialInvested',
      '= 66.27 亿元',
      facts('socialInvested 2023-06-30 309000 甲'),
      'green',
    ],
    [
      '18-N3 跨街道 5.80 亿，应达 6.9165',
      'crossStreetInvested',
      '= 15.37 亿元',
      facts('crossStreetInvested 2023-06-30 58000 甲'),
      'red',
    ],
    ['19-N1 招商活动 8 场，应达 9', 'investmentEvents', '>= 20 场', many(8, 'investmentEvents'), 'red'],
    ['21-N1 先进制造业 71.63%', 'advancedShare', '>= 70 %', facts('advancedOutputShare 2023-05-31 71.63'), 'green'],
    [
      '26-N2 批零住餐 13.94%，余下要 15.99%',
      'retailGrowth',
      '>= 15 %',
      // 上年 100，上半年 48.28；本年上半年 55.01：(115−55.01)÷(100−48.28)−1 = 15.99%。
      facts(
        'salesValueYtd 2022-06-30 48.28 甲',
        'turnoverYtd 2022-06-30 0 甲',
        'salesValueYtd 2022-12-31 100 甲',
        'turnoverYtd 2022-12-31 0 甲',
        'salesValueYtd 2023-06-30 55.01 甲',
        'turnoverYtd 2023-06-30 0 甲',
      ),
      'yellow',
    ],
    [
      '28-N1 停车位 355 个，应达 340',
      'parkingSpacesAdded',
      '= 1000 个',
      facts('parkingSpacesAdded 2023-06-01 455', 'parkingSpacesAdded 2023-06-01 -100'),
      'green',
    ],
    [
      '28-N4 交通隐患 231 处，应达 250',
      'trafficHazardsClosed',
      '>= 500 处',
      many(231, 'trafficHazardsClosed'),
      'yellow',
    ],
    ['30-N1 文明实践 341 场，应达 329', 'practiceActivities', '>= 700 场', many(341, 'practiceActivities'), 'green'],
    ['31-N1 PM2.5 平均 20.6，余下允许 17.43', 'pm25Mean', '<= 19.0 μg/m3', days('pm25Daily', () => '20.6'), 'red'],
    ['31-N2 污染日 6 天，允许 5.44', 'goodAirDays', '>= 91.0 %', days('aqiDaily', (i) => (i < 6 ? 101 : 80)), 'yellow'],
    ['33-N1 市容指数，三月未达标', 'appearanceRankMonths', '>= 100 %', facts(...ranks), 'yellow'],
    ['27-N1 瓶改管立项三个', 'gasVillagesApproved', '= 3 个', many(3, 'gasVillagesApproved'), 'green'],
    [
      '36-N1 拆除消化 12.8 万平方米，应达 14.1 万',
      'illegalAreaDisposed',
      '= 300000 平方米',
      facts('illegalAreaDisposed 2023-06-01 128000'),
      'yellow',
    ],
    ['16-N1 道路差一条（小数规则），应达按月均分', 'roadsPrepared', '= 12 条', many(5, 'roadsPrepared'), 'yellow'],
  ])('%s', (_, id, target, rows, light) => {
    const working = judged(id, target, rows)
    expect(inThreeColours(working.light), working.says.zh).toBe(light)
  })

  test('算式都写在灯下', () => {
    expect(
      judged(
        'grossOutputGrowth',
        '>= 10 %',
        facts(
          'grossOutputYtd 2022-06-30 6552000 甲',
          'grossOutputYtd 2022-12-31 14090909.09 甲',
          'grossOutputYtd 2023-06-30 7050000 甲',
        ),
      ).says.zh,
    ).toBe('已增长7.6%，余下月份需增长12.09%')
    expect(
      judged(
        'pm25Mean',
        '<= 19.0 μg/m3',
        days('pm25Daily', () => '20.6'),
      ).says.zh,
    ).toBe('平均20.6，余下允许平均17.43，全年预测20.25')
    expect(
      judged(
        'goodAirDays',
        '>= 91.0 %',
        days('aqiDaily', (i) => (i < 6 ? 101 : 80)),
      ).says.zh,
    ).toBe('允许超标5.44天÷实际6天')
  })

  test('T36：三月末 56,370 平方米，任务 354,130，应达 18%，红灯', () => {
    const march = { on: day('2023-03-31'), knownAt: endOfDay(day('2023-03-31')) }
    const rows = facts('illegalAreaDisposed 2023-03-20 56370')
    const working = judged('illegalAreaDisposed', '= 354130 平方米', rows, march)
    expect([inThreeColours(working.light), working.says.zh]).toEqual([
      'red',
      '完成数÷应达数 = 56370平方米÷63743.4平方米 = 0.884',
    ])
  })

  test('裁定：9 月 30 日 17.2 是绿灯', () => {
    const september = { on: day('2023-09-30'), knownAt: endOfDay(day('2023-09-30')) }
    const working = judged(
      'pm25Mean',
      '<= 19.0 μg/m3',
      days('pm25Daily', () => '17.2', 273),
      september,
    )
    expect([working.light, working.says.zh]).toEqual(['green', '平均17.2，余下允许平均24.34，全年预测18.84'])
  })
})

describe('界限与没有数', () => {
  const year = { on: day('2023-12-31'), knownAt: endOfDay(day('2023-12-31')) }
  test.each([
    ['exhibitionArea', '> 500 万平方米', 'exhibitionArea 2023-06-01 5000000', 'green', '「超过」，正好 500 万不算'],
    ['exhibitionArea', '> 500 万平方米', 'exhibitionArea 2023-06-01 5000001', 'blue', '多一平方米就算'],
    ['exhibitionsHeld', '>= 1 场', 'exhibitionsHeld 2023-06-01 1', 'blue', '「以上」含本数'],
  ])('%s %s：%s', (id, target, row, light) => {
    expect(judged(id, target, facts(row)).light).toBe(light)
  })
  test('米换成公里，家与宗都是个数', () => {
    expect(judged('nonMotorLanes', '>= 5 公里', facts('nonMotorLanes 2023-06-01 2600'))).toMatchObject({
      light: 'green',
      actual: '2.6',
    })
    expect(judged('keyProjectsLanded', '>= 10 家', many(10, 'keyProjectsLanded'))).toMatchObject({
      light: 'blue',
      actual: '10',
    })
  })
  test('没有事实是无数据，说清没有什么', () => {
    expect(judged('grossOutput', '> 1550 亿元', [])).toMatchObject({
      light: 'noData',
      actual: null,
      says: { zh: '「工业总产值（累计，不相加各月）」无数据' },
    })
  })
  test('占比到年底才算完成，年中达标只是绿灯', () => {
    expect(judged('advancedShare', '>= 70 %', facts('advancedOutputShare 2023-05-31 71')).light).toBe('green')
    expect(judged('advancedShare', '>= 70 %', facts('advancedOutputShare 2023-12-31 71'), year).light).toBe('blue')
    expect(
      judged(
        'pm25Mean',
        '<= 19.0 μg/m3',
        days('pm25Daily', () => '19', 365),
        year,
      ).light,
    ).toBe('blue')
  })
})
