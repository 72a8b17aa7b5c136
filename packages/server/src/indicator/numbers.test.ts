import type { SeenFact } from '@guatu/core/indicator'
import { day, decimal, endOfDay, instant, shownExact } from '@guatu/core/shared'
import { definitions } from '@guatu/definitions'
import { describe, expect, test } from 'vitest'
import { measuredFrom } from './numbers.ts'

const bound = (indicator: string) => ({
  targetId: 't',
  version: 1,
  indicator,
  evidenceOnly: false,
  because: '',
  boundBy: 'o',
  boundAt: instant('2023-01-10T00:00:00Z'),
})

const output = (subject: string, quantity: string, on = '2023-05-31'): SeenFact => ({
  id: `${subject} ${on}`,
  entryId: subject,
  measure: 'grossOutputYtd',
  subject,
  quantity: decimal(quantity),
  trueOn: day(on),
  knownAt: endOfDay(day(on)),
  lacks: [],
  state: 'verified',
  newest: true,
  ofCommunity: false,
})

const of = (measure: string, fact: SeenFact): SeenFact => ({ ...fact, id: `${measure} ${fact.id}`, measure })

const three = [output('甲', '10'), output('乙', '12'), output('丙', '9')]

const number = (indicator: string, facts: readonly SeenFact[]) => {
  const found = measuredFrom(bound(indicator), facts, [], 2023, day('2023-06-30'), definitions.catalogue)
  return found?.verified.value ? shownExact(found.verified.value, 2) : found?.verified.says.zh
}

describe('企业填报的数：合计看不出一户的数才显示', () => {
  test.each([
    ['两户', [output('甲', '10'), output('乙', '10')]],
    ['三户，一户占九成', [output('甲', '90'), output('乙', '5'), output('丙', '5')]],
    [
      '两户各报两月，仍是两户',
      [output('甲', '5', '2023-04-30'), output('甲', '10'), output('乙', '5', '2023-04-30'), output('乙', '10')],
    ],
  ])('%s：不显示', (_, facts) => {
    expect(number('grossOutput', facts)).toMatch(/^不足3户或一户占比过大/)
  })
  test('三户相近：显示', () => {
    expect(number('grossOutput', three)).toBe('31')
  })
  test('还没有人核实，已报的也看不出一户的数', () => {
    const facts = [output('甲', '10'), output('乙', '12')].map((one) => ({ ...one, state: 'submitted' as const }))
    const found = measuredFrom(bound('grossOutput'), facts, [], 2023, day('2023-06-30'), definitions.catalogue)
    expect(found?.reported.says.zh).toMatch(/^不足3户或一户占比过大/)
  })
  test('没有人报，是无数据，不是不显示', () => {
    expect(number('grossOutput', [])).toMatch(/无数据$/)
  })
})

describe('增速：上年的数看不出一户的数才显示', () => {
  const last = ['甲', '乙', '丙'].map((subject) => output(subject, '8', '2022-05-31'))
  test.each([
    ['上年同期只有两户', 'grossOutputGrowth', [...three, ...last.slice(1)]],
    ['上年同期一户占九成', 'grossOutputGrowth', [...three, ...last, output('丁', '200', '2022-05-31')]],
    [
      '可比的上年数只有两户',
      'grossOutputComparable',
      [...three, of('grossOutputLastYear', output('甲', '8')), of('grossOutputLastYear', output('乙', '8'))],
    ],
  ])('%s：不显示', (_, indicator, facts) => {
    expect(number(indicator, facts)).toMatch(/^不足3户或一户占比过大/)
  })
  test('两年各三户相近：显示', () => {
    expect(number('grossOutputGrowth', [...three, ...last])).toBe('29.17')
    const said = ['甲', '乙', '丙'].map((subject) => of('grossOutputLastYear', output(subject, '8')))
    expect(number('grossOutputComparable', [...three, ...said])).toBe('29.17')
  })
  test('上年全年看得出一户，全年底数也不给', () => {
    const later = [...last, output('丁', '200', '2022-12-31')]
    const found = measuredFrom(
      bound('grossOutputGrowth'),
      [...three, ...later],
      [],
      2023,
      day('2023-06-30'),
      definitions.catalogue,
    )
    expect(found?.verified.value).not.toBeNull()
    expect(found?.baseOfYear).toBeNull()
  })
})

test('目录里没有了的指标，绑定不再给数', () => {
  expect(measuredFrom(bound('gone'), [], [], 2023, day('2023-06-30'), definitions.catalogue)).toBeNull()
})
