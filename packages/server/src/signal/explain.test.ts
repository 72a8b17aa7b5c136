import type { Fact, Register } from '@guatu/core/fact'
import { day, decimal, instant } from '@guatu/core/shared'
import { definitions } from '@guatu/definitions'
import { expect, test } from 'vitest'
import type { KeptEntry } from '../fact/store.ts'
import { rowsOf } from './explain.ts'
import type { Grounds } from './grounds.ts'

const knownAt = instant('2023-06-01T01:00:00Z')

const fact = (measure: string, subject: string, trueOn: string): Fact => ({
  id: `${measure} ${subject} ${trueOn}`,
  entryId: `${measure} ${subject} ${trueOn}`,
  targetId: null,
  measure,
  subject,
  quantity: decimal(10),
  unit: '万元',
  unitId: null,
  lacks: [],
  trueOn: day(trueOn),
  knownAt,
})

const entryOf = ({ entryId: id, trueOn }: Fact): KeptEntry => ({
  id,
  rootId: id,
  number: { year: 2023, serial: 1 },
  register: 'enterpriseMetric',
  targetId: null,
  trueOn,
  knownAt,
  enteredBy: 'o',
  corrects: null,
  status: null,
  move: null,
  content: {},
  naturalKey: id,
  because: '',
  unitId: null,
  late: false,
  events: [{ kind: 'verified', at: knownAt, by: 'p', because: '' }],
})

const shownFor = (indicator: string, facts: readonly Fact[]) => {
  const grounds: Grounds = {
    targetId: 't',
    year: 2023,
    named: { facts: [], entries: [] },
    measured: { facts: facts.map((one) => ({ ...one, ofCommunity: false })), entries: facts.map(entryOf) },
    bindings: [
      { targetId: 't', version: 1, indicator, evidenceOnly: false, because: '', boundBy: 'o', boundAt: knownAt },
    ],
    communities: [],
    feeds: { series: [], arrived: [] },
  }
  const register = definitions.registers.find(({ id }) => id === 'enterpriseMetric') as Register
  const rows = rowsOf(
    grounds,
    { on: day('2023-06-30'), knownAt: instant('2023-06-30T01:00:00Z') },
    { reaches: () => true, registerOf: () => register },
    { catalogue: definitions.catalogue },
  )
  return rows.map(({ entryId, counted }) => `${entryId}${counted ? '' : ' 不计'}`)
}

const now = fact('grossOutputYtd', '甲', '2023-05-31')

test('绝对增速列出两年的行，只到上年同一天', () => {
  const [same, later] = [fact('grossOutputYtd', '甲', '2022-05-31'), fact('grossOutputYtd', '甲', '2022-06-30')]
  expect(shownFor('grossOutputGrowth', [now, same, later])).toEqual([now.id, same.id])
})

test('可比增速列出企业自报的上年同期', () => {
  const before = fact('grossOutputLastYear', '甲', '2023-05-31')
  expect(shownFor('grossOutputComparable', [now, before])).toEqual([now.id, before.id])
})
