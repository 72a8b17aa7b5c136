import { dueOf, type RowValues } from '@guatu/core/fact'
import { addDays, day, endOfDay } from '@guatu/core/shared'
import { expect, test } from 'vitest'
import { registers } from './index.ts'

/** Until when the next step of a row is to be made, by the calendar of 2023: `move day`. */
function dueBy(id: string, state: string, values: RowValues): string {
  const found = registers.find((one) => one.id === id)
  if (!found) throw new Error(`no register ${id}`)
  const since = day('2023-01-10')
  const due = dueOf(found, { values, state, since, now: endOfDay(addDays(since, 1)) })
  return due ? `${due.move} ${due.on}` : '没有'
}

const arbitration = { track: 'arbitration' }
const petition = { caseKind: 'petition' }

// The days are worked out in the book (37–62, §B B5, §A T60), none by our code.
test.each<[string, string, string, RowValues, string]>([
  [
    '协议9月1日生效，第30天是国庆，顺延到10月7日（周六上班）',
    'disputeCase',
    'agreed',
    { caseKind: 'mediation', confirmRoute: 'judicial', agreedOn: '2023-09-01' },
    'applyForConfirmation 2023-10-07',
  ],
  [
    '仲裁8月16日受理，第45天9月30日放假，顺延到10月7日',
    'labourCase',
    'hearing',
    { ...arbitration, acceptedOn: '2023-08-16' },
    'closeArbitration 2023-10-07',
  ],
  [
    '8月10日受理，第45天是周日，顺延到9月25日',
    'labourCase',
    'hearing',
    { ...arbitration, acceptedOn: '2023-08-10' },
    'closeArbitration 2023-09-25',
  ],
  [
    '延期批准，共60天，到10月9日',
    'labourCase',
    'hearing',
    { ...arbitration, acceptedOn: '2023-08-10', extensionApprovedOn: '2023-09-20' },
    'closeArbitration 2023-10-09',
  ],
  [
    // 45 + 10 = the 55th day, 4 October, a holiday as well.
    '中止的十天加上去',
    'labourCase',
    'hearing',
    { ...arbitration, acceptedOn: '2023-08-10', suspendedDays: '10' },
    'closeArbitration 2023-10-07',
  ],
  [
    '信访3月1日收到，3月16日前告知',
    'disputeCase',
    'received',
    { ...petition, receivedOn: '2023-03-01' },
    'acceptPetition 2023-03-16',
  ],
  [
    '3月10日受理，5月9日前出具意见',
    'disputeCase',
    'handling',
    { ...petition, acceptedOn: '2023-03-10' },
    'giveOpinion 2023-05-09',
  ],
  [
    '延期30天，到6月8日',
    'disputeCase',
    'handling',
    { ...petition, acceptedOn: '2023-03-10', extendedOn: '2023-05-05' },
    'giveOpinion 2023-06-08',
  ],
  [
    '监察5月15日立案，60个工作日到8月8日',
    'labourCase',
    'filed',
    { track: 'inspection', filedOn: '2023-05-15' },
    'closeInspection 2023-08-08',
  ],
  [
    '再延30个工作日，到9月19日',
    'labourCase',
    'filed',
    { track: 'inspection', filedOn: '2023-05-15', extensionApprovedOn: '2023-08-01' },
    'closeInspection 2023-09-19',
  ],
  // 10 January and ninety days is 10 April, a Monday.
  ['处罚决定，立案起90天', 'enforcementCase', 'notified', { filedOn: '2023-01-10' }, 'decide 2023-04-10'],
  ['调解的案子没有信访的时限', 'disputeCase', 'received', { caseKind: 'mediation', receivedOn: '2023-03-01' }, '没有'],
  ['信访人要不要复查，由他定，不催', 'disputeCase', 'opinion', { ...petition, opinionOn: '2023-03-01' }, '没有'],
])('%s', (_, id, state, values, on) => {
  expect(dueBy(id, state, values)).toBe(on)
})
