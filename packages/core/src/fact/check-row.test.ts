import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkMove, checkRow } from './check-row.ts'
import type { RowValues } from './columns/value.ts'
import { holds } from './register/condition.ts'
import { factsOf } from './register/facts-of.ts'
import { conditionWords, retentionWords } from './register/words.ts'
import { office, today } from './testing/office.ts'
import { days, visits } from './testing/visits.ts'

const call: RowValues = { on: '2023-06-20', kind: 'call', unit: '城管办' }
const drill: RowValues = { ...call, kind: 'drill', scenario: '疏散', people: '12', venue: '文化广场' }

const wrongWith = (values: RowValues, state?: string): string[] => {
  const checked = checkRow(visits, values, office, state)
  return checked.ok ? [] : checked.problems.map(({ column, problem }) => `${column} ${problem.code}`)
}

describe('查一行', () => {
  test('好的一行，出来是规范的值，空栏不留', () => {
    const checked = checkRow(visits, { ...drill, kind: '演练', cost: '120.50', note: ' ', nextOn: null }, office)
    expect(checked).toEqual({ ok: true, row: { values: { ...drill, cost: '120.5' } } })
  })

  test.each<[string, RowValues, string[]]>([
    ['走访不要求什么', call, []],
    [
      '演练要科目、人数、地点',
      { ...call, kind: 'drill' },
      ['scenario fact.column_missing', 'venue fact.one_needed', 'people fact.rule_broken'],
    ],
    ['走访没有科目这一栏', { ...call, scenario: '疏散' }, ['scenario fact.not_asked_here']],
    ['经费满一万的演练要文号', { ...drill, cost: '10000' }, ['paper fact.needed_here']],
    ['经费不满一万不要', { ...drill, cost: '9999.99' }, []],
    ['经费满一万的走访也不要', { ...call, cost: '10000' }, []],
    ['没有的栏', { ...call, phone: '1' }, ['phone fact.column_unknown']],
    ['原型上的名字也是没有的栏', { ...call, toString: '1' }, ['toString fact.column_unknown']],
    ['必填的空着', { kind: 'call', unit: '  ' }, ['on fact.column_missing', 'unit fact.column_missing']],
    ['读不出的栏只说一次', { ...call, on: '6月20日' }, ['on fact.day_unreadable']],
    ['将来的日期', { ...call, on: '2023-07-01' }, ['on fact.day_in_future']],
    ['下次早于这次', { ...call, nextOn: '2023-06-19' }, ['nextOn fact.out_of_order']],
    ['同一天可以', { ...call, nextOn: '2023-06-20' }, []],
    ['已解决多于发现', { ...call, found: '9', fixed: '10' }, ['found fact.out_of_order']],
    ['九和十按数比，不按字比', { ...call, found: '10', fixed: '9' }, []],
    ['只填一半', { ...call, found: '9' }, ['fixed fact.all_or_none']],
    [
      '结束早于开始',
      { ...call, startAt: '2023-06-20T02:00:00Z', endAt: '2023-06-20T01:00:00Z' },
      ['endAt fact.out_of_order', 'endAt fact.too_short'],
    ],
    [
      '两分钟太短',
      { ...call, startAt: '2023-06-20T02:00:00Z', endAt: '2023-06-20T02:02:59Z' },
      ['endAt fact.too_short'],
    ],
    ['三分钟正好', { ...call, startAt: '2023-06-20T02:00:00Z', endAt: '2023-06-20T02:03:00Z' }, []],
    [
      '八小时多一分太长',
      { ...call, startAt: '2023-06-20T00:00:00Z', endAt: '2023-06-20T08:01:00Z' },
      ['endAt fact.too_long'],
    ],
    [
      '过了北京时间零点',
      { ...call, startAt: '2023-06-20T15:30:00Z', endAt: '2023-06-20T16:30:00Z' },
      ['endAt fact.not_same_day'],
    ],
    [
      '几处错都说',
      { ...call, on: '2023-07-01', unit: '城建办', found: '1' },
      ['on fact.day_in_future', 'unit fact.unit_unknown', 'fixed fact.all_or_none'],
    ],
  ])('%s', (_, values, problems) => {
    expect(wrongWith(values)).toEqual(problems)
  })

  test('办结的行要有规定的凭证', () => {
    const photo = [{ id: 'f1', class: 'E3' as const }]
    const minutes = [...photo, { id: 'f2', class: 'E4' as const }]
    const closed = { ...drill, note: '三人受训' }
    expect(wrongWith(closed, 'closed')).toEqual(['proof fact.needed_here'])
    expect(wrongWith({ ...closed, proof: photo }, 'closed')).toEqual(['proof fact.evidence_class'])
    expect(wrongWith({ ...closed, proof: minutes }, 'closed')).toEqual([])
    expect(wrongWith({ ...drill, proof: minutes }, 'closed')).toEqual(['note fact.needed_here'])
    expect(wrongWith({ ...drill, proof: photo }, 'held')).toEqual([])
  })

  test('话说得让人明白', () => {
    const checked = checkRow(visits, { ...drill, cost: '10000', nextOn: '2023-06-19' }, office)
    const said = checked.ok ? [] : checked.problems.map(({ problem }) => problem.says.zh)
    expect(said).toEqual([
      '「类别」是演练且「经费」不小于10000时，「文号」必须填。',
      '「下次走访」不能小于（早于）「日期」。',
    ])
  })

  test('收下的行再查一遍，原样收下', () => {
    const anyRow = fc.record({
      on: fc.constantFrom('2023-06-20', '2023-6-20', ''),
      kind: fc.constantFrom('call', '演练', 'drill'),
      unit: fc.constantFrom('城管办', ' 公共服务办 '),
      topics: fc.subarray(['fire', '三防', 'fire']),
      scenario: fc.constantFrom('疏散', ' ', null),
      people: fc.constantFrom('12', '2.0', '0', undefined),
      venue: fc.constantFrom('广场', ''),
      cost: fc.constantFrom('1.10', '20000', null),
      paper: fc.constantFrom('深宝府[2023]05号', null),
      paid: fc.constantFrom(true, false, null),
    })
    fc.assert(
      fc.property(anyRow, (values) => {
        const once = checkRow(visits, values, office)
        if (once.ok) expect(checkRow(visits, once.row.values, office)).toEqual(once)
      }),
    )
  })
})

describe('流程', () => {
  const go = (move: string, values: RowValues, state: string, duty: 'handler' | 'unitHead') =>
    checkMove(visits, move, { values, state, duties: [duty], today }).map(
      ({ column, problem }) => `${column} ${problem.code}`,
    )

  test.each<[string, string[], string[]]>([
    ['经办人开展', go('hold', drill, 'planned', 'handler'), []],
    ['没有人数不能开展', go('hold', call, 'planned', 'handler'), ['people fact.needed_here']],
    ['负责人不替经办人开展', go('hold', drill, 'planned', 'unitHead'), [' fact.move_unknown']],
    ['还没开展不能办结', go('close', drill, 'planned', 'unitHead'), [' fact.move_unknown']],
    ['只有演练才发通知', go('announce', call, 'planned', 'handler'), [' fact.move_unknown']],
    ['演练发通知', go('announce', drill, 'planned', 'handler'), []],
    ['没有这一步', go('reopen', drill, 'closed', 'unitHead'), [' fact.move_unknown']],
    ['办结缺凭证和备注', go('close', drill, 'held', 'unitHead'), ['proof fact.needed_here', 'note fact.needed_here']],
    [
      '办结的凭证不够',
      go('close', { ...drill, note: '已办', proof: [{ id: 'f', class: 'E5' }] }, 'held', 'unitHead'),
      ['proof fact.evidence_class'],
    ],
    ['办结', go('close', { ...drill, note: '已办', proof: [{ id: 'f', class: 'E1' }] }, 'held', 'unitHead'), []],
  ])('%s', (_, problems, expected) => {
    expect(problems).toEqual(expected)
  })
})

describe('一行说出的事实', () => {
  const facts = (values: RowValues, state: string) => factsOf(visits, { values, state, today })
  const minutes = [{ id: 'f', class: 'E4' as const }]

  test('开展以后算一场；凭证不够的说明还缺哪一类', () => {
    expect(facts(drill, 'planned')).toEqual([])
    const one = { serves: { measure: 'drillsHeld' }, subject: '', unit: '', quantity: '1', trueOn: '2023-06-20' }
    expect(facts(drill, 'held')).toEqual([{ ...one, lacks: ['E1', 'E4'] }])
    expect(facts({ ...drill, proof: minutes }, 'closed')).toEqual([{ ...one, lacks: [] }])
    expect(facts(call, 'held')).toEqual([])
  })

  test('退款是负数，要的凭证更严；归到所选的目标', () => {
    const values = { ...call, cost: '120.5', refund: '20', target: 't1', people: '8', startAt: '2023-06-20T17:00:00Z' }
    expect(facts({ ...values, proof: minutes }, 'held')).toEqual([
      { serves: { measure: 'spent' }, subject: '', unit: '元', quantity: '120.5', trueOn: '2023-06-20', lacks: [] },
      { serves: { measure: 'spent' }, subject: '', unit: '元', quantity: '-20', trueOn: '2023-06-20', lacks: ['E1'] },
      { serves: { target: 't1' }, subject: '', unit: '人', quantity: '8', trueOn: '2023-06-21', lacks: [] },
    ])
  })

  test('没有日期、没有数、没有目标，就没有事实', () => {
    expect(facts({ ...call, people: '8', target: 't1' }, 'held')).toEqual([])
    expect(facts({ ...call, people: '8', startAt: '2023-06-20T01:00:00Z' }, 'held')).toEqual([])
  })
})

test.each<[string, RowValues, boolean]>([
  ['提前', { on: '2023-06-20', nextOn: '2023-06-30' }, true],
  ['当天', { on: '2023-06-30', nextOn: '2023-06-30' }, true],
  ['晚了', { on: '2023-07-01', nextOn: '2023-06-30' }, false],
  ['没有限期', { on: '2023-06-20' }, false],
  ['还没办', { nextOn: '2023-06-30' }, false],
])('按时：%s', (_, values, inTime) => {
  expect(holds({ column: 'on', notAfter: 'nextOn' }, { values, state: null, today })).toBe(inTime)
})

test.each<[string, RowValues, boolean]>([
  ['正好十五分钟', { startAt: '2023-06-20T01:00:00Z', endAt: '2023-06-20T01:15:00Z' }, true],
  ['多一秒', { startAt: '2023-06-20T01:00:00Z', endAt: '2023-06-20T01:15:01Z' }, false],
  ['没有起点', { endAt: '2023-06-20T01:15:00Z' }, false],
  ['还没有', { startAt: '2023-06-20T01:00:00Z' }, false],
])('时限以内：%s', (_, values, inTime) => {
  const within = days(15, 'minute')
  expect(holds({ column: 'endAt', within, after: 'startAt' }, { values, state: null, today })).toBe(inTime)
})

test('条件说得出来', () => {
  const said = conditionWords(visits, {
    any: [
      { column: 'topics', is: ['fire', 'flood'] },
      { all: [{ column: 'paid', is: true }, { not: { column: 'note', filled: true } }] },
      { state: ['held', 'closed'] },
      { column: 'on', notAfter: 'nextOn' },
      { column: 'endAt', within: days(15, 'minute'), after: 'startAt' },
    ],
  })
  expect(said.zh).toBe(
    '「主题」是消防或三防或「已付款」是是且并非「备注」已填或状态是已开展或已办结或「日期」不晚于「下次走访」或「结束」在「开始」后15分钟以内',
  )
  expect(said.en).toBe(
    '“Topics” is Fire or Flood or “Paid” is yes and not: “Note” is filled in or the state is held or closed or “Day” is not after “Next visit” or “End” is within 15 minutes of “Start”',
  )
})

test('保存多久，说得出来；没有规定的不说', () => {
  const kept = retentionWords({ ...visits, retention: { years: days(2, 'year'), from: 'on', ends: 'anonymise' } })
  expect(kept).toEqual({
    zh: '自「日期」起保存2年，到期去除身份信息',
    en: 'kept for 2 years from “Day”, then made anonymous',
  })
  expect(retentionWords({ ...visits, retention: { years: days(5, 'year'), ends: 'archive' } })?.zh).toBe(
    '自登记起保存5年，到期归档',
  )
  expect(retentionWords(visits)).toBeNull()
})
