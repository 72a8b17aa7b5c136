import { evaluate, figuresOf, type Indicator, type SeenFact, type Tree } from '@guatu/core/indicator'
import { day, decimal, endOfDay, shownExact } from '@guatu/core/shared'
import { describe, expect, test } from 'vitest'
import { indicators, measures } from './index.ts'

const seven = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7']

const named = (id: string): Indicator => {
  const found = indicators.find((one) => one.id === id)
  if (!found) throw new Error(`no indicator ${id}`)
  return found
}

let last = 0
/** Facts in the notation `measure day quantity [subject]`, all verified. */
const facts = (...lines: readonly string[]): SeenFact[] =>
  lines.map((line) => {
    const [measure = '', on = '', quantity = '1', subject = ''] = line.split(' ')
    expect(measures.has(measure), measure).toBe(true)
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
/** So many facts of a day, each about a thing of its own. */
const many = (n: number, measure: string, on: string, subject = '') =>
  facts(...Array.from({ length: n }, (_, i) => `${measure} ${on} 1 ${subject}${i + 1}`))
const inEach = (measure: string, communities: readonly string[]) =>
  facts(...communities.map((one) => `${measure} 2023-05-01 1 ${one}`))

/** The number of a tree on a day of 2023, to one place, and the words under it. */
function numberOf(of: Tree, on: string, rows: readonly SeenFact[], places = 1): readonly [string | null, string] {
  const { value, says } = evaluate(of, {
    figures: figuresOf(rows, seven),
    measures,
    window: { from: day('2023-01-01'), to: day(on) },
    trust: 'verified',
  })
  return [value && shownExact(value, places), says.zh]
}
const figureOf = (id: string, on: string, rows: readonly SeenFact[], places = 1) =>
  numberOf(named(id).of, on, rows, places)[0]

describe('B11 「1+3+7+N」', () => {
  const matrix = [
    ...inEach('networkUnion', seven),
    ...inEach('networkLeague', seven),
    ...inEach('networkWomen', seven.slice(0, 6)),
  ]
  test('工会7、团7、妇联6，20÷21 = 95.2%', () => {
    expect(figureOf('networkMatrix', '2023-06-30', matrix)).toBe('95.2')
  })
  test('一个社区两个工会，仍是一格', () => {
    expect(figureOf('networkMatrix', '2023-06-30', [...matrix, ...inEach('networkUnion', ['C1'])])).toBe('95.2')
  })
  test('N：2、1、1、2、1、1、0，C7 没有挂点部门', () => {
    expect(figureOf('networkLinked', '2023-06-30', inEach('networkLinked', seven.slice(0, 6)), 0)).toBe('6')
  })
})

describe('B12 防汛物资', () => {
  // 14 points: 1,400 sandbags and ceil(1.2 × 14) = 17 pumps.
  const needed = ['stockMinimum 2023-04-01 1400 沙袋', 'stockMinimum 2023-04-01 17 水泵']
  const stock = [
    'stockChange 2023-04-05 1650 沙袋',
    'stockChange 2023-06-10 -420 沙袋',
    'stockChange 2023-04-05 17 水泵',
  ]
  test('沙袋 1650 − 420 = 1230，差170，两样里一样达标', () => {
    expect(figureOf('floodStockOk', '2023-05-31', facts(...needed, ...stock))).toBe('100')
    expect(figureOf('floodStockOk', '2023-06-30', facts(...needed, ...stock))).toBe('50')
    const short: Tree = {
      kind: 'difference',
      of: { kind: 'cumulative', measure: 'stockMinimum', within: 'ever' },
      less: { kind: 'sum', measure: 'stockChange', within: 'ever' },
    }
    const sandbags = facts(...needed, ...stock).filter(({ subject }) => subject === '沙袋')
    expect(numberOf(short, '2023-06-30', sandbags, 0)[0]).toBe('170')
  })
  test('到期那天起不算库存：300件里用掉100件，到期减去余下的200件', () => {
    const batch = facts(
      'stockMinimum 2023-04-01 100 净水',
      'stockChange 2023-04-01 300 净水',
      'stockChange 2023-11-30 -300 净水',
      'stockChange 2023-06-01 -100 净水',
      'stockChange 2023-11-30 100 净水',
    )
    expect(figureOf('floodStockOk', '2023-11-29', batch)).toBe('100')
    expect(figureOf('floodStockOk', '2023-11-30', batch)).toBe('0')
  })
})

test('B13 及时率：应答、到岗、首报都按时的班次 ÷ 下令的班次', () => {
  const rows = [...many(50, 'shiftsCalled', '2023-09-01'), ...many(49, 'shiftsOnTime', '2023-09-01')]
  expect(figureOf('responseTimeliness', '2023-09-30', rows)).toBe('98')
})

describe('B14 交叉任职', () => {
  /** Part-time members of a community, one for each kind named; and posts held outside. */
  const seats = (community: string, kinds: readonly string[], out: number) =>
    facts(
      ...kinds.flatMap((kind) => [
        `partTimeMembers 2023-03-01 1 ${community}`,
        `partTime${kind} 2023-03-01 1 ${community}`,
      ]),
      ...Array.from({ length: out }, () => `outPosts 2023-03-01 1 ${community}`),
    )
  const five = ['Police', 'Property', 'Enterprise', 'School', 'School']
  const sixGood = seven.slice(0, 6).flatMap((one) => seats(one, five, 2))
  test('C7 三席只有两类、没有外出任职：6÷7 = 85.7%，说出是谁', () => {
    const rows = [...sixGood, ...seats('C7', ['Police', 'Property', 'Property'], 0)]
    expect(figureOf('crossAppointment', '2023-06-30', rows)).toBe('85.7')
    expect(numberOf(named('crossAppointment').of, '2023-06-30', rows)[1]).toContain('未达到：C7')
    expect(figureOf('partTimeCommunities', '2023-06-30', rows, 0)).toBe('6')
  })
  test('三席三类、一人外出任职，正好够', () => {
    const rows = [...sixGood, ...seats('C7', ['Police', 'Property', 'Medical'], 1)]
    expect(figureOf('crossAppointment', '2023-06-30', rows)).toBe('100')
  })
  test('到位率 61÷63 = 96.8%', () => {
    const rows = [...many(63, 'seatsApproved', '2022-12-01'), ...many(61, 'seatsFilled', '2022-12-20')]
    expect(figureOf('seatFillRate', '2023-06-30', rows)).toBe('96.8')
  })
})

describe('B15 第一议题', () => {
  test('280个党组织，九个月应有2520，落实2463：97.7%', () => {
    const there = many(280, 'partyOrganisations', '2020-07-01', 'P')
    // Eight months in full and one in which 57 organisations had none: 8 × 280 + 223 = 2,463.
    const held = Array.from({ length: 9 }, (_, i) =>
      many(i === 8 ? 223 : 280, 'firstTopicMeetings', `2023-0${i + 1}-10`, 'P'),
    ).flat()
    expect(figureOf('firstTopicCompliance', '2023-09-30', [...there, ...held])).toBe('97.7')
    const again = many(280, 'firstTopicMeetings', '2023-01-20', 'P')
    expect(figureOf('firstTopicCompliance', '2023-09-30', [...there, ...held, ...again])).toBe('97.7')
  })
  test('党工委按会议数算：31次都以第一议题开头，100%', () => {
    const rows = [
      ...many(31, 'workCommitteeMeetings', '2023-09-01'),
      ...many(31, 'workCommitteeFirstTopics', '2023-09-01'),
    ]
    expect(figureOf('workCommitteeFirstTopic', '2023-09-30', rows)).toBe('100')
  })
})

describe('清案率', () => {
  // §B B4: carried 120; accepted and closed of each month of 2023 up to September.
  const accepted = [60, 130, 140, 115, 105, 110, 115, 110, 105]
  const closed = [70, 90, 120, 125, 115, 112, 110, 112, 106]
  const carried = [...many(500, 'arbitrationAccepted', '2022-06-01'), ...many(380, 'arbitrationClosed', '2022-11-01')]
  const year = accepted.flatMap((n, i) => [
    ...many(n, 'arbitrationAccepted', `2023-0${i + 1}-15`),
    ...many(closed[i] ?? 0, 'arbitrationClosed', `2023-0${i + 1}-20`),
  ])
  test.each([
    ['2023-01-31', '38.89'],
    ['2023-02-28', '51.61'],
    ['2023-03-31', '62.22'],
    ['2023-04-30', '71.68'],
    ['2023-05-31', '77.61'],
    ['2023-06-30', '81.03'],
    ['2023-07-31', '82.91'],
    ['2023-08-31', '84.98'],
    ['2023-09-30', '86.49'],
  ])('%s：%s%%', (on, rate) => {
    const known = [...carried, ...year].filter(({ trueOn }) => trueOn <= on)
    expect(figureOf('clearanceOfCases', on, known, 2)).toBe(rate)
  })
})

test('T56：三种方式当月都用到，五月只用过一种', () => {
  const rows = facts(
    'trafficOperations 2023-05-10 1 mobile',
    'trafficOperations 2023-06-01 1 video',
    'trafficOperations 2023-06-02 1 mobile',
    'trafficOperations 2023-06-20 1 mobile',
    'trafficOperations 2023-06-21 1 fixed',
  )
  expect([
    figureOf('trafficModes', '2023-05-31', rows, 0),
    figureOf('trafficModes', '2023-06-30', rows, 0),
    figureOf('trafficOperations', '2023-06-30', rows, 0),
  ]).toEqual(['1', '3', '5'])
})

describe('各项合规与比率', () => {
  test('确认率：可确认28份，司法确认7份、公证3份，10÷28 = 35.7%', () => {
    const rows = [...many(28, 'agreementsEligible', '2023-05-01'), ...many(10, 'agreementsConfirmed', '2023-05-01')]
    expect(figureOf('confirmRate', '2023-06-30', rows)).toBe('35.7')
  })
  test('帮扶：171.2万付款减9.7万退款，净161.5万', () => {
    const rows = facts('purchasesPaid 2023-01-15 1712000', 'purchasesPaid 2023-06-20 -97000')
    expect(figureOf('purchasesPaid', '2023-06-30', rows, 0)).toBe('1615000')
  })
  test('同一个村看了两次，仍是一个村', () => {
    const rows = facts(
      'villagesHelped 2023-05-10 1 V01',
      'villagesHelped 2023-06-10 1 V01',
      'villagesHelped 2023-06-10 1 V02',
    )
    expect(figureOf('villagesHelped', '2023-06-30', rows, 0)).toBe('2')
  })
  test('一月一主题：四月没有活动，半年五个月', () => {
    const months = [1, 2, 3, 5, 6].map((month) => `lawThemeEvents 2023-0${month}-15 1`)
    expect(figureOf('monthThemeCompliance', '2023-06-30', facts(...months, 'lawThemeEvents 2023-06-20 1'), 0)).toBe('5')
  })
  test('大党委每季一次：七个社区两个季度应14，C7 二季度没开，13÷14 = 92.9%', () => {
    const rows = [
      ...facts(...seven.map((one) => `bigPartyMeetings 2023-02-10 1 ${one}`)),
      ...facts(...seven.slice(0, 6).map((one) => `bigPartyMeetings 2023-05-10 1 ${one}`)),
    ]
    expect(figureOf('bigPartyCompliance', '2023-06-30', rows)).toBe('92.9')
  })
  test('特别防护期：一班没到，23÷24 = 95.8%；没有事件是零，不是没有数', () => {
    const shifts = [
      ...many(24, 'protectionShiftsDue', '2023-03-05'),
      ...many(23, 'protectionShiftsInPlace', '2023-03-05'),
    ]
    expect(figureOf('protectionPeriodCompliance', '2023-03-31', shifts)).toBe('95.8')
    expect(figureOf('protectionIncidents', '2023-03-31', facts('protectionIncidents 2023-03-15 0'), 0)).toBe('0')
    expect(figureOf('protectionIncidents', '2023-03-31', [])).toBeNull()
  })
  test('信访：告知与答复一起算，(40＋35)÷(40＋40) = 93.8%', () => {
    const rows = [
      ...many(40, 'petitionNoticesDue', '2023-03-01'),
      ...many(40, 'petitionNoticesInTime', '2023-03-01'),
      ...many(40, 'petitionOpinionsDue', '2023-05-01'),
      ...many(35, 'petitionOpinionsInTime', '2023-05-01'),
    ]
    expect(figureOf('petitionOnTime', '2023-06-30', rows)).toBe('93.8')
  })
})
