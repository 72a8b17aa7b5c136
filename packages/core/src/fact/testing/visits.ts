import { day, decimal, threshold } from '../../shared/index.ts'
import { choice, choices, yesNo } from '../columns/choice.ts'
import { coordinates } from '../columns/coordinates.ts'
import { documentNumber } from '../columns/document-number.ts'
import { evidence } from '../columns/evidence.ts'
import { count, money } from '../columns/number.ts'
import { target, unit } from '../columns/reference.ts'
import { longText, text } from '../columns/text.ts'
import { date, moment } from '../columns/time.ts'
import { state } from '../register/lifecycle.ts'
import type { Register } from '../register/register.ts'

export const days = (value: number, of = 'workday') =>
  threshold({
    id: `visit.${of}_${value}`,
    label: { zh: '时限', en: 'Limit' },
    unit: of,
    values: [{ from: day('2000-01-01'), value: decimal(value), source: '测试' }],
  })

/** A made-up register that has something of everything. */
export const visits: Register = {
  id: 'visit',
  label: { zh: '走访台账', en: 'Visits' },
  prefix: 'ZF',
  columns: {
    on: date({ zh: '日期', en: 'Day' }, { required: true, notInFuture: true }),
    nextOn: date({ zh: '下次走访', en: 'Next visit' }),
    kind: choice(
      { zh: '类别', en: 'Kind' },
      [
        ['call', '走访', 'Call'],
        ['drill', '演练', 'Drill'],
      ],
      { required: true },
    ),
    topics: choices({ zh: '主题', en: 'Topics' }, [
      ['fire', '消防', 'Fire'],
      ['flood', '三防', 'Flood'],
    ]),
    unit: unit({ zh: '填报单位', en: 'Unit' }, { required: true }),
    target: target({ zh: '目标', en: 'Target' }),
    startAt: moment({ zh: '开始', en: 'Start' }),
    endAt: moment({ zh: '结束', en: 'End' }),
    scenario: text({ zh: '演练科目', en: 'Scenario' }, 40, {
      askedWhen: { column: 'kind', is: 'drill' },
      required: true,
    }),
    people: count({ zh: '参加人数', en: 'People' }, '人'),
    found: count({ zh: '发现问题', en: 'Found' }, '个'),
    fixed: count({ zh: '已解决', en: 'Fixed' }, '个'),
    cost: money({ zh: '经费', en: 'Cost' }, '元'),
    refund: money({ zh: '退款', en: 'Refund' }, '元'),
    paid: yesNo({ zh: '已付款', en: 'Paid' }),
    paper: documentNumber(
      { zh: '文号', en: 'Paper' },
      {
        requiredWhen: {
          all: [
            { column: 'kind', is: 'drill' },
            { column: 'cost', atLeast: decimal(10_000) },
          ],
        },
      },
    ),
    venue: text({ zh: '地点', en: 'Venue' }, 40),
    place: coordinates({ zh: '坐标', en: 'Place' }, ['point']),
    proof: evidence({ zh: '凭证', en: 'Evidence' }, ['E1', 'E4'], { requiredWhen: { state: ['closed'] } }),
    note: longText({ zh: '备注', en: 'Note' }, 200),
  },
  key: ['on', 'unit', 'kind'],
  rules: [
    { kind: 'inOrder', columns: ['on', 'nextOn'] },
    { kind: 'inOrder', columns: ['startAt', 'endAt'] },
    { kind: 'inOrder', columns: ['fixed', 'found'] },
    { kind: 'sameDay', from: 'startAt', to: 'endAt' },
    { kind: 'lasts', from: 'startAt', to: 'endAt', least: days(3, 'minute'), most: days(480, 'minute') },
    { kind: 'oneNeeded', columns: ['venue', 'place'], when: { column: 'kind', is: 'drill' } },
    { kind: 'allOrNone', columns: ['found', 'fixed'] },
    {
      kind: 'must',
      column: 'people',
      when: { column: 'kind', is: 'drill' },
      holds: { column: 'people', atLeast: decimal(2) },
      says: { zh: '演练至少两人参加', en: 'A drill takes two people at least' },
    },
  ],
  lifecycle: {
    initial: 'planned',
    states: {
      planned: state('已计划', 'planned'),
      held: state('已开展', 'held'),
      closed: state('已办结', 'closed', { end: true }),
    },
    moves: {
      announce: {
        label: { zh: '发通知', en: 'Announce' },
        from: ['planned'],
        to: 'planned',
        by: ['handler'],
        when: { column: 'kind', is: 'drill' },
      },
      hold: { label: { zh: '开展', en: 'Hold' }, from: ['planned'], to: 'held', by: ['handler'], needs: ['people'] },
      close: {
        label: { zh: '办结', en: 'Close' },
        from: ['held'],
        to: 'closed',
        by: ['unitHead'],
        within: { limit: days(3), after: 'on' },
        needs: ['proof', 'note'],
      },
    },
  },
  geometry: 'place',
  privacy: 'L2',
  evidence: 'proof',
  access: {
    read: [{ duties: ['viewer'], relation: 'office' }],
    write: [{ duties: ['handler'], relation: 'office' }],
    verify: [{ duties: ['unitHead'], relation: 'line' }],
  },
  feeds: [
    {
      gives: 'one',
      datedBy: 'on',
      serves: { measure: 'drillsHeld' },
      says: { zh: '演练', en: 'Drills' },
      when: { all: [{ column: 'kind', is: 'drill' }, { state: ['held', 'closed'] }] },
    },
    { gives: { quantity: 'cost' }, datedBy: 'on', serves: { measure: 'spent' }, says: { zh: '支出', en: 'Spent' } },
    {
      gives: { quantity: 'refund' },
      datedBy: 'on',
      serves: { measure: 'spent' },
      says: { zh: '退款', en: 'Refunds' },
      sign: 'minus',
      anyOf: ['E1'],
    },
    {
      gives: { quantity: 'people' },
      datedBy: 'startAt',
      serves: { targetIn: 'target' },
      says: { zh: '参加人数', en: 'People' },
    },
  ],
  source: '测试',
}
